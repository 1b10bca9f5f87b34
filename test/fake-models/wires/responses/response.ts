import type { Canned } from './answers.ts';

export type Said = Canned['answer'];

interface Parts {
  id: string;
  model: string;
  instructions: string | null;
  words: string;
  pictures: number;
  said: Said;
  now: number;
}

/** A response as the Responses API gives it, with tokens of the order of what it would take. */
export function responseOf({ id, model, instructions, words, pictures, said, now }: Parts) {
  const content =
    said.kind === 'refusal'
      ? { type: 'refusal', refusal: said.refusal }
      : { type: 'output_text', text: textOf(said), annotations: [], logprobs: [] };
  const input = Math.ceil((words.length + (instructions?.length ?? 0)) / 4) + pictures * 765;
  const output = Math.ceil(JSON.stringify(content).length / 4);
  const isCut = said.kind === 'incomplete';
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: Math.floor(now / 1000),
    status: isCut ? 'incomplete' : 'completed',
    error: null,
    incomplete_details: isCut ? { reason: 'max_output_tokens' } : null,
    instructions,
    model,
    output: [
      {
        type: 'message',
        id: `msg_${id}`,
        status: isCut ? 'incomplete' : 'completed',
        role: 'assistant',
        content: [content],
      },
    ],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    temperature: 1,
    top_p: 1,
    metadata: {},
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: output,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input + output,
    },
  };
}

function textOf(said: Exclude<Said, { kind: 'refusal' }>): string {
  if (said.kind === 'value') return JSON.stringify(said.value);
  return said.kind === 'text' ? said.text : '{"shots":[{"ti';
}
