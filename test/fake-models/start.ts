import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Clock, realClock, virtualClock } from './clock.ts';
import { type Control, controlOf } from './control/control.ts';
import { app } from './http/app.ts';
import type { Settings } from './settings.ts';
import { makeWorld } from './world.ts';

export interface FakeModels {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** The same as `/control`, for tests in this process. */
  control: Control;
  /** Ends it at once, with everything that hangs. */
  stop(): Promise<void>;
}

/**
 * Starts a server on loopback that stands for the vendors of models, and misbehaves where it is told to.
 *
 * @param options.port any free one by default
 * @param options.seed decides faults at random, ids and looks
 * @param options.clock `real` (jobs take `settings.workSeconds`), `virtual` (it stands until `control.advance`), or one of yours
 * @throws where the port is taken
 * @example
 * const models = await startFakeModels({ clock: 'virtual' });
 * const client = new OpenAI({ baseURL: `${models.origin}/openai/v1`, apiKey: 'pretend', maxRetries: 0 });
 * models.control.fault({ fault: 'cut_after_accepting' });
 */
export async function startFakeModels(
  options: {
    port?: number;
    seed?: number;
    clock?: 'real' | 'virtual' | Clock;
    settings?: Partial<Settings>;
  } = {},
): Promise<FakeModels> {
  const { port = 0, seed = 1, clock = 'real', settings = {} } = options;
  const clocks = { real: realClock, virtual: virtualClock };
  const world = makeWorld({ clock: typeof clock === 'string' ? clocks[clock]() : clock, seed, settings });
  const control = controlOf(world);
  // The adapter's own Response must not become everybody's: tests that ask run in this process, too.
  const listener = getRequestListener(app(world, control).fetch, { overrideGlobalObjects: false });
  // No connection ends but where it is told to: a busy machine must not add faults of its own.
  const server = createServer({ keepAliveTimeout: 600_000, headersTimeout: 0, requestTimeout: 0 }, listener);
  server.listen({ port, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    control,
    stop: async () => {
      world.clock.clear();
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
    },
  };
}
