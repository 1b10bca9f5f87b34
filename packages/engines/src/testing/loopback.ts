import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** A request as it came, its body read. */
export interface Taken {
  method: string;
  /** With its query. */
  path: string;
  headers: Headers;
  body: Buffer;
  json(): unknown;
  form(): Promise<FormData>;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string | undefined>;
  json?: unknown;
  body?: string | Uint8Array;
}
/** What is answered: a reply, `cut` to break the connection off, or nothing at all. */
export type Answering = (
  taken: Taken,
  response: ServerResponse,
) => Reply | 'cut' | 'silent' | Promise<Reply | 'cut' | 'silent'>;

/** A server on loopback for one test, with all that it was asked. */
export async function startLoopback(answer: Answering): Promise<{ origin: string; taken: Taken[] }> {
  const taken: Taken[] = [];
  const server = createServer(async (request, response) => {
    const one = await take(request);
    taken.push(one);
    const reply = await answer(one, response);
    if (reply === 'silent') return;
    if (reply === 'cut') {
      response.socket?.destroy();
      return;
    }
    const body = reply.body ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
    response.writeHead(reply.status ?? 200, {
      'content-type': reply.json === undefined ? 'application/octet-stream' : 'application/json',
      ...reply.headers,
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return { origin: `http://127.0.0.1:${address.port}`, taken };
}

async function take(request: IncomingMessage): Promise<Taken> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  const body = Buffer.concat(pieces);
  const headers = new Headers(
    Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers,
    body,
    json: () => JSON.parse(body.toString()),
    form: () => new Response(new Uint8Array(body), { headers }).formData(),
  };
}

/** An address where nobody is. */
export async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 1}`;
}
