import OpenAI from 'openai';
import type * as z from 'zod';
import { ModelFailure } from './failure.ts';
import { failureOf } from './failure-of.ts';
import { limitedFetch } from './limited-fetch.ts';
import { type DirectorPrice, directorPrice } from './prices.ts';
import { readResponse } from './read-response.ts';
import type { Bill } from './spending.ts';
import { strictSchema } from './strict-schema.ts';

export interface LanguageModelSettings {
  apiKey: string;
  /** OpenAI's own address without it; any that speaks the Responses API otherwise. */
  baseUrl?: string | undefined;
  /** Its name on the wire. */
  model: string;
  /** An operator's prices, before ours. */
  prices?: readonly DirectorPrice[] | undefined;
  /** Milliseconds for one call, and for all tries of one question. */
  timeout?: number | undefined;
  deadline?: number | undefined;
}

export interface Question {
  /** What the model is for; never a stranger's words. */
  instructions: string;
  /** Turns of the conversation; pictures are data URLs. */
  turns: readonly { role: 'user' | 'assistant'; text: string; pictures?: readonly string[] }[];
  /** What the answer looks like, and its name. */
  schema: z.ZodType;
  name: string;
  maxOutput: number;
}

export interface LanguageModel {
  readonly model: string;
  readonly price: DirectorPrice;
  /**
   * Asks, up to three times where that helps. Every try is on the bill.
   *
   * @returns the answer's text
   * @throws {ModelFailure}
   */
  ask(question: Question, bill: Bill, signal: AbortSignal): Promise<string>;
}

const TRIES = 3;
/** Milliseconds. */
const TIMEOUT = 45_000;
const DEADLINE = 80_000;
const LONGEST_WAIT = 10_000;

/**
 * A language model by OpenAI's Responses API.
 *
 * @example const model = openLanguageModel({ apiKey, model: 'gpt-6-sol' });
 */
export function openLanguageModel(settings: LanguageModelSettings): LanguageModel {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    // Never what the environment says besides: the configuration is the one place.
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: settings.timeout ?? TIMEOUT,
    fetch: limitedFetch,
    logLevel: 'off',
  });
  const price = directorPrice(settings.model, settings.prices);

  return {
    model: settings.model,
    price,
    async ask(question, bill, signal) {
      const schema = strictSchema(question.schema);
      const pictures = question.turns.reduce((sum, turn) => sum + (turn.pictures?.length ?? 0), 0);
      const characters =
        question.instructions.length +
        JSON.stringify(schema).length +
        question.turns.reduce((sum, { text }) => sum + text.length, 0);
      const late = AbortSignal.timeout(settings.deadline ?? DEADLINE);
      const until = AbortSignal.any([signal, late]);
      for (let attempt = 0; ; attempt += 1) {
        const call = await bill.open({ characters, pictures, maxOutput: question.maxOutput });
        let response: unknown;
        try {
          response = await client.responses.create(bodyOf(question, schema), { signal: until });
        } catch (error) {
          const { failure, unclear, retryAfter } = failureOf(error, attempt);
          await (unclear ? call.unclear() : call.took(null));
          if (signal.aborted) throw new ModelFailure('cancelled', 'Cancelled.', { cause: error });
          const again = retryAfter !== undefined && retryAfter <= LONGEST_WAIT && attempt + 1 < TRIES;
          if (!again || !(await waited(retryAfter, until))) throw failure;
          continue;
        }
        const { usage, text } = readResponse(response);
        await (usage ? call.took(usage) : call.unclear());
        if (typeof text !== 'string') throw text;
        return text;
      }
    },
  };

  function bodyOf(question: Question, schema: Record<string, unknown>) {
    return {
      model: settings.model,
      instructions: question.instructions,
      input: question.turns.map(({ role, text, pictures = [] }) =>
        role === 'assistant'
          ? { role, content: text }
          : {
              role,
              content: [
                { type: 'input_text' as const, text },
                ...pictures.map((image_url) => ({
                  type: 'input_image' as const,
                  image_url,
                  detail: 'auto' as const,
                })),
              ],
            },
      ),
      text: { format: { type: 'json_schema' as const, name: question.name, strict: true, schema } },
      max_output_tokens: question.maxOutput,
      ...(price.reasons && { reasoning: { effort: 'low' as const } }),
      // A stranger's frames are nobody's to keep.
      store: false,
    };
  }
}

/** False where there is no time left. */
function waited(milliseconds: number, until: AbortSignal): Promise<boolean> {
  if (until.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      until.removeEventListener('abort', stop);
      resolve(true);
    }, milliseconds);
    until.addEventListener('abort', stop, { once: true });
  });
}
