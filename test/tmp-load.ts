const TOK = Math.random().toString(36).slice(2).repeat(3);

import { Agent, request } from 'node:http';
import { connect, forWorkspace, tables } from '@animatic/db';
import { makeBoard, makeWorkspace } from '@animatic/db/testing';

const { db, end } = connect('postgres://postgres@127.0.0.1:55432/live');
const { workspaceId, userId } = await makeWorkspace(db);
const ws = forWorkspace(db, workspaceId);
const still = { hash: 'ab'.repeat(32), type: 'image/png' as const, width: 4, height: 3, bytes: 9 };
await ws.stills.insert(still);
const board = await ws.storyboards.create({ document: makeBoard([still, still, still]) });
const { render } = await ws.renders.create({ storyboardId: board.id, enqueue: async () => {} });
await db
  .insert(tables.session)
  .values({
    token: TOK,
    userId,
    activeOrganizationId: workspaceId,
    kind: 'device',
    expiresAt: new Date(Date.now() + 1e8),
  });
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const times: number[] = [];
const one = () =>
  new Promise<void>((res, rej) => {
    const t = performance.now();
    request(
      {
        host: '127.0.0.1',
        port: 18787,
        path: `/v1/renders/${render.id}`,
        agent,
        headers: { authorization: `Bearer ${TOK}` },
      },
      (r) => {
        if (r.statusCode !== 200) rej(new Error(String(r.statusCode)));
        r.resume();
        r.on('end', () => {
          times.push(performance.now() - t);
          res();
        });
      },
    ).end();
  });
const run = async (n: number, pause: number) => {
  times.length = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      for (let i = 0; i < n; i++) {
        await one();
        if (pause) await new Promise((r) => setTimeout(r, pause * (0.5 + Math.random())));
      }
    }),
  );
  const s = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  console.log({
    pause,
    rps: Math.round(times.length / s),
    p50: times[times.length >> 1],
    p95: times[Math.floor(times.length * 0.95)],
  });
};
await run(20, 0);
await run(60, 0);
await run(20, 200);
await run(10, 1000);
await end();
agent.destroy();
