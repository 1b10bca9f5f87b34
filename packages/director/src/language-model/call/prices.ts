import * as z from 'zod';

const dollars = z.number().min(0).max(10_000);

/** What a language model costs: US dollars for a million tokens. */
export const directorPriceSchema = z.object({
  /** Its name on the wire; dated names (`…-2026-04-23`) are found by what stands before the date. */
  model: z.string().min(1).max(200),
  input: dollars,
  /** Input that was read before; as `input` without it. */
  cachedInput: dollars.optional(),
  output: dollars,
  /** Whether it thinks before it answers: it is told to do so briefly, and others refuse to be told. */
  reasons: z.boolean().default(true),
});
export type DirectorPrice = z.infer<typeof directorPriceSchema>;

/** The part of an operator's catalogue that is about the director; the rest of the file is not looked at. */
export const directorFileSchema = z.object({
  director: z.object({ prices: z.array(directorPriceSchema).max(100).default([]) }).optional(),
});

/** OpenAI's own prices, as of November 2026, for requests of up to 272,000 tokens. */
export const defaultDirectorPrices: readonly DirectorPrice[] = [
  { model: 'gpt-6.1-sol', input: 2, cachedInput: 0.1, output: 10, reasons: true },
  { model: 'gpt-6-sol', input: 2, cachedInput: 0.2, output: 10, reasons: true },
  { model: 'gpt-6-luna', input: 0.1, cachedInput: 0.01, output: 0.5, reasons: true },
  { model: 'gpt-5.6-sol', input: 5, cachedInput: 0.5, output: 30, reasons: true },
  { model: 'gpt-5.6-terra', input: 2, cachedInput: 0.2, output: 12, reasons: true },
  { model: 'gpt-5.6-luna', input: 0.2, cachedInput: 0.02, output: 1.2, reasons: true },
  { model: 'gpt-5.5', input: 5, cachedInput: 0.5, output: 30, reasons: true },
  { model: 'gpt-5.4', input: 2.5, cachedInput: 0.25, output: 15, reasons: true },
  { model: 'gpt-5.4-mini', input: 0.75, cachedInput: 0.075, output: 4.5, reasons: true },
];
export const DEFAULT_DIRECTOR_MODEL = 'gpt-6-sol';

/**
 * What a model costs: an operator's entry first, then ours. One that nobody knows is counted as the dearest of ours,
 * so that a budget holds for it too; an entry with zeros makes one's own model free.
 *
 * @example directorPrice('gpt-6-sol').output // 10
 */
export function directorPrice(model: string, more: readonly DirectorPrice[] = []): DirectorPrice {
  const name = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const known = [...more, ...defaultDirectorPrices];
  const found = known.find((one) => one.model === model) ?? known.find((one) => one.model === name);
  if (found) return found;
  const dearest = defaultDirectorPrices.reduce((a, b) => (b.output > a.output ? b : a));
  return { ...dearest, model, reasons: /^(?:gpt-[5-9]|o\d)/.test(model) };
}
