import { createAdaptorServer } from '@hono/node-server';
import type { TestApp } from './test-app.ts';

/** Puts a test's app on a real socket: some things only show there. */
export async function listen({
  app,
}: Pick<TestApp, 'app'>): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
