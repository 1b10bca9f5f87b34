import * as z from 'zod';
import type { CallUsage } from './cost.ts';
import { ModelFailure } from './failure.ts';

const count = z.number().int().min(0).max(1e9);

/** What of a response is read; its other fields are the `openai` client's own business. */
const responseSchema = z.object({
  status: z.string().nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  error: z.object({ code: z.string().nullish() }).nullish(),
  output: z
    .array(
      z.object({
        type: z.string(),
        content: z
          .array(z.object({ type: z.string(), text: z.string().nullish(), refusal: z.string().nullish() }))
          .nullish(),
      }),
    )
    .default([]),
  usage: z
    .object({
      input_tokens: count,
      output_tokens: count,
      input_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish(),
    })
    .nullish(),
});

/** What came of a call: the text, or why there is none; and what it took, where that is said. */
export interface Said {
  usage: CallUsage | null;
  text: string | ModelFailure;
}

/** Reads a response, whoever wrote it. */
export function readResponse(response: unknown): Said {
  const parsed = responseSchema.safeParse(response);
  if (!parsed.success)
    return {
      usage: null,
      text: new ModelFailure('unreadable', 'The language model’s answer has a form that is not known here.'),
    };
  const { usage, output, status, error, incomplete_details } = parsed.data;
  const took = usage && {
    input: usage.input_tokens,
    output: usage.output_tokens,
    cached: usage.input_tokens_details?.cached_tokens ?? 0,
  };
  const parts = output.filter(({ type }) => type === 'message').flatMap(({ content }) => content ?? []);
  const text = parts.map((part) => (part.type === 'output_text' ? (part.text ?? '') : '')).join('');
  return { usage: took ?? null, text: failureOf() ?? text };

  function failureOf(): ModelFailure | undefined {
    const reason = incomplete_details?.reason ?? error?.code ?? '';
    if (parts.some(({ type }) => type === 'refusal') || /filter|policy|invalid_prompt/.test(reason))
      return new ModelFailure('refused', 'The language model refused this frame or these words.');
    if (status === 'incomplete')
      return new ModelFailure('cut', 'The language model’s answer was cut off: it grew too long.');
    if (status === 'failed' || status === 'cancelled' || error)
      return new ModelFailure('unreachable', 'The language model broke off.');
    return text.trim() ? undefined : new ModelFailure('unreadable', 'The language model said nothing.');
  }
}
