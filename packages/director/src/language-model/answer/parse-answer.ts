import type * as z from 'zod';

const MOST_FAULTS = 8;

export type Parsed<Answer> = { answer: Answer } | { faults: string };

/**
 * An answer's text as what was asked for, or what is wrong with it, in words that a language model can act on. The
 * faults name places and what is wanted there, never what stood there.
 *
 * @example parseAnswer('{"duration":4}', z.object({ duration: z.number() }))
 */
export function parseAnswer<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): Parsed<z.output<Schema>> {
  const json = jsonOf(text);
  if (json === undefined) return { faults: 'The answer is not one whole JSON value.' };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { answer: parsed.data };
  const faults = parsed.error.issues
    .slice(0, MOST_FAULTS)
    .map(
      ({ path, message }) =>
        `${path.map(String).join('.').slice(0, 100) || 'the root'}: ${message.slice(0, 200)}`,
    );
  return { faults: faults.join('\n') };
}

/** Servers that only pretend to be strict put JSON into a fence, or a sentence before it. */
function jsonOf(text: string): unknown {
  for (const candidate of [text, text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)])
    try {
      return JSON.parse(candidate);
    } catch {}
  return undefined;
}
