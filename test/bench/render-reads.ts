import { Agent, get } from 'node:http';
import { atMost, type Figure, percentile } from './figure.ts';

const CLIENTS = 50;
const READS = 40;

/**
 * `GET /v1/renders/{id}` by 50 clients at once, each on a connection of its own and without a pause; measured once the
 * process is warm.
 */
export async function renderReads(origin: string, token: string, renderId: string): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const url = new URL(`/v1/renders/${renderId}`, origin);
  const read = () =>
    new Promise<number>((done, fail) => {
      const began = performance.now();
      get(url, { agent, headers: { Authorization: `Bearer ${token}` } }, (response) => {
        if (response.statusCode !== 200)
          fail(new Error(`GET ${url.pathname} answered ${response.statusCode}`));
        response.resume().once('end', () => done(performance.now() - began));
      }).once('error', fail);
    });
  const client = async () => {
    const times: number[] = [];
    for (let turn = 0; turn < READS; turn += 1) times.push(await read());
    return times;
  };
  const round = async () => (await Promise.all(Array.from({ length: CLIENTS }, client))).flat();
  try {
    for (let warmUp = 0; warmUp < 2; warmUp += 1) await round();
    const times = await round();
    return [
      atMost(
        'renderReadP95Milliseconds',
        '`GET /v1/renders/{id}`, 50 clients, p95',
        percentile(times, 0.95),
        25,
        'ms',
      ),
    ];
  } finally {
    agent.destroy();
  }
}
