import { once } from 'node:events';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { FakeContext } from './context.ts';

/** Cuts the connection without an answer. */
export function cut(context: FakeContext): Response {
  context.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** Gives no answer until who called gives up, or until `seconds` of real time are over and the connection is cut. */
export async function hang(context: FakeContext, seconds: number): Promise<Response> {
  const { outgoing } = context.env;
  let timer: NodeJS.Timeout | undefined;
  if (seconds > 0) {
    timer = setTimeout(() => context.env.incoming.socket.destroy(), seconds * 1000);
    timer.unref();
  }
  if (!outgoing.destroyed) await once(outgoing, 'close').catch(() => undefined);
  clearTimeout(timer);
  return RESPONSE_ALREADY_SENT;
}

/** Cuts the connection in the middle of an answer: after half of it, or after the first of what is streamed. */
export async function cutMidway(context: FakeContext, answer: Response): Promise<Response> {
  const { outgoing, incoming } = context.env;
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  const bytes: Uint8Array = first?.value ?? new Uint8Array();
  const isAll = Number(answer.headers.get('content-length')) === bytes.byteLength;
  outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
  await new Promise<void>((written) => {
    outgoing.write(isAll ? bytes.subarray(0, bytes.byteLength / 2) : bytes, () => written());
  });
  incoming.socket.destroy();
  await reader?.cancel().catch(() => undefined);
  return RESPONSE_ALREADY_SENT;
}
