import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as z from 'zod';

/** What of a request the tests look at. */
const askedSchema = z.object({
  model: z.string(),
  instructions: z.string(),
  store: z.boolean(),
  max_output_tokens: z.number(),
  reasoning: z.object({ effort: z.string() }).optional(),
  text: z.object({
    format: z.object({
      type: z.literal('json_schema'),
      name: z.string(),
      strict: z.literal(true),
      schema: z.record(z.string(), z.unknown()),
    }),
  }),
  input: z.array(
    z.object({
      role: z.string(),
      content: z.union([
        z.string(),
        z.array(
          z.object({ type: z.string(), text: z.string().optional(), image_url: z.string().optional() }),
        ),
      ]),
    }),
  ),
});
export type Asked = z.infer<typeof askedSchema>;

/** How the server answers a request: with a status, headers and a body, or not at all. */
export type Reply =
  | 'hang'
  | 'cut'
  | { status?: number; headers?: Record<string, string>; body: string | object };
export type Replier = Reply | ((asked: Asked) => Reply);

export const USAGE = {
  input_tokens: 1000,
  input_tokens_details: { cached_tokens: 200, cache_write_tokens: 0 },
  output_tokens: 300,
  output_tokens_details: { reasoning_tokens: 50 },
  total_tokens: 1300,
};

/** A response that says this, as the wire has it. */
export const saying = (answer: unknown, more: object = {}): Reply => ({
  body: {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    output: [
      { type: 'reasoning', id: 'rs_1', summary: [] },
      {
        type: 'message',
        id: 'msg_1',
        role: 'assistant',
        status: 'completed',
        content: [
          {
            type: 'output_text',
            text: typeof answer === 'string' ? answer : JSON.stringify(answer),
            annotations: [],
          },
        ],
      },
    ],
    usage: USAGE,
    ...more,
  },
});

/** A refusal, as the wire has it. */
export const refusing = (): Reply => ({
  body: {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    output: [
      { type: 'message', content: [{ type: 'refusal', refusal: 'I cannot, see https://evil.example' }] },
    ],
    usage: USAGE,
  },
});

/**
 * A server on loopback that speaks the Responses API: gives the replies in turn, the last one again and again.
 *
 * @example const server = await fakeResponses([saying(answer)]);
 */
export async function fakeResponses(replies: readonly Replier[]) {
  const asked: Asked[] = [];
  const keys: (string | undefined)[] = [];
  const server = createServer(async (request, response) => {
    const body = askedSchema.parse(JSON.parse(await textOf(request)));
    keys.push(request.headers.authorization);
    const replier = replies[Math.min(asked.push(body) - 1, replies.length - 1)] ?? 'hang';
    answer(response, typeof replier === 'function' ? replier(body) : replier);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    asked,
    keys,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function answer(response: ServerResponse, reply: Reply): void {
  if (reply === 'hang') return;
  if (reply === 'cut') {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '5000' });
    response.write('{"id":');
    setImmediate(() => response.destroy());
    return;
  }
  const { status = 200, headers, body } = reply;
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The data block that a request carries, parsed. */
export function dataOf(asked: Asked): unknown {
  const [first] = asked.input;
  const text =
    typeof first?.content === 'string'
      ? first.content
      : (first?.content.find(({ type }) => type === 'input_text')?.text ?? '');
  return JSON.parse(/^<data>\n(.*)\n<\/data>$/s.exec(text)?.[1] ?? '');
}
