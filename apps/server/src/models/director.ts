import { DEFAULT_DIRECTOR_MODEL, type DirectorPrice } from '@animatic/director/language-model/prices';
import type { ModelList } from '@animatic/schema';
import type { ModelsConfig } from '../config.ts';
import { PRETEND_KEY } from './reach.ts';

/** How the director's language model is reached, or what a key would add. */
export type ReachedDirector =
  | {
      key: string;
      baseUrl: string | undefined;
      model: string;
      /** An operator's prices of language models, before ours. */
      prices: readonly DirectorPrice[];
    }
  | { why: string };

/**
 * How the language model is reached: by `OPENAI_API_KEY`, or by the stand-in where that is used, which costs nothing.
 *
 * @example const director = reachDirector(config.models, false); if ('why' in director) useRules();
 */
export function reachDirector(
  config: ModelsConfig,
  pretend: boolean,
  prices: readonly DirectorPrice[] = [],
): ReachedDirector {
  const model = config.directorModel ?? DEFAULT_DIRECTOR_MODEL;
  if (pretend)
    return {
      key: PRETEND_KEY,
      baseUrl: `${config.fakeUrl}/openai/v1`,
      model,
      prices: [{ model, input: 0, output: 0, reasons: false }],
    };
  const key = config.secret('OPENAI_API_KEY');
  return key
    ? { key, baseUrl: config.openaiBaseUrl, model, prices }
    : {
        why: 'Captions are read by rules. With OPENAI_API_KEY on the server a language model reads them, writes prompts for video models and proposes whole storyboards.',
      };
}

export function directorView(director: ReachedDirector): ModelList['director'] {
  return 'why' in director
    ? { available: false, model: null, why: director.why }
    : { available: true, model: director.model, why: null };
}
