import type { ModelList } from '@animatic/schema';
import type { ModelsConfig } from '../config.ts';
import { PRETEND_KEY } from './reach.ts';

/** The language model that captions are read by unless `DIRECTOR_MODEL` names another. */
export const DIRECTOR_MODEL = 'gpt-5.1-mini';

/** How the director's language model is reached, or what a key would add. */
export type ReachedDirector = { key: string; baseUrl: string | undefined; model: string } | { why: string };

/**
 * How the language model is reached: by `OPENAI_API_KEY`, or by the stand-in where that is used.
 *
 * @example const director = reachDirector(config.models, false); if ('why' in director) useRules();
 */
export function reachDirector(config: ModelsConfig, pretend: boolean): ReachedDirector {
  const model = config.directorModel ?? DIRECTOR_MODEL;
  if (pretend) return { key: PRETEND_KEY, baseUrl: `${config.fakeUrl}/openai/v1`, model };
  const key = config.secret('OPENAI_API_KEY');
  return key
    ? { key, baseUrl: config.openaiBaseUrl, model }
    : {
        why: 'Captions are read by rules. With OPENAI_API_KEY on the server a language model reads them, writes prompts for video models and proposes whole storyboards.',
      };
}

export function directorView(director: ReachedDirector): ModelList['director'] {
  return 'why' in director
    ? { available: false, model: null, why: director.why }
    : { available: true, model: director.model, why: null };
}
