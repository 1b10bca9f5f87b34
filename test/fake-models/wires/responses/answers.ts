import * as z from 'zod';

/** What the language model is going to say in place of what it would make up. */
export const cannedSchema = z.object({
  /** The schema's name that it is for, and a part of what was asked; every ask, where nothing is said. */
  name: z.string().optional(),
  asks: z.string().optional(),
  /** How often; 0 is for ever. */
  times: z.number().int().min(0).default(1),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value: z.unknown() }),
    /** Words that need not be JSON. */
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('refusal'), refusal: z.string() }),
    /** Cut off at its token limit, with half an answer. */
    z.object({ kind: z.literal('incomplete') }),
  ]),
});
export type Canned = z.infer<typeof cannedSchema>;

/** Answers set beforehand, the first that fits is taken. */
export class Answers {
  private list: { canned: Canned; left: number }[] = [];

  add(canned: Canned): void {
    this.list.push({ canned, left: canned.times === 0 ? Number.POSITIVE_INFINITY : canned.times });
  }

  take(name: string, asked: string): Canned['answer'] | undefined {
    const found = this.list.find(
      ({ canned, left }) =>
        left > 0 &&
        (canned.name === undefined || canned.name === name) &&
        (canned.asks === undefined || asked.includes(canned.asks)),
    );
    if (!found) return undefined;
    found.left -= 1;
    return found.canned.answer;
  }

  clear(): void {
    this.list = [];
  }
}
