import type * as z from 'zod';
import { parseAnswer } from './answer/parse-answer.ts';
import { ModelFailure } from './call/failure.ts';
import type { LanguageModel } from './call/language-model.ts';
import type { Bill } from './call/spending.ts';

export interface Wanted<Schema extends z.ZodType> {
  instructions: string;
  /** A data block; pictures are data URLs. */
  text: string;
  pictures: readonly string[];
  /** The answer on its way out, with what it may point at as enums, and how it is read, which is more forgiving. */
  asked: z.ZodType;
  read: Schema;
  name: string;
  maxOutput: number;
}

/** How much of an answer that does not parse goes back to be put right. */
const SHOWN = 20_000;

/**
 * Asks a language model, and once more where its answer does not parse.
 *
 * @throws {ModelFailure} `unfit` where it did not the second time either, or what the call failed by
 */
export async function askFor<Schema extends z.ZodType>(
  model: LanguageModel,
  wanted: Wanted<Schema>,
  bill: Bill,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const { instructions, asked: schema, name, maxOutput } = wanted;
  const question = { role: 'user' as const, text: wanted.text, pictures: wanted.pictures };
  const ask = (turns: Parameters<LanguageModel['ask']>[0]['turns']) =>
    model.ask({ instructions, turns, schema, name, maxOutput }, bill, signal);
  const first = await ask([question]);
  const parsed = parseAnswer(first, wanted.read);
  if ('answer' in parsed) return parsed.answer;
  const second = await ask([
    question,
    { role: 'assistant', text: first.slice(0, SHOWN) },
    {
      role: 'user',
      text: `Your answer does not have the asked form. Give it again, whole and right:\n${parsed.faults}`,
    },
  ]);
  const repaired = parseAnswer(second, wanted.read);
  if ('answer' in repaired) return repaired.answer;
  throw new ModelFailure('unfit', 'The language model’s answer did not have the asked form, twice.');
}
