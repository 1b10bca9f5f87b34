import type { DirectAnswer } from '@animatic/schema';
import { expect, test } from 'vitest';
import { createClient } from './client.ts';

const answer: DirectAnswer = {
  by: 'rules',
  why: 'No key.',
  model: null,
  cost: 0,
  tokens: { input: 0, output: 0 },
  notes: [],
  motion: { camera: [], layers: [], overlays: [], scroll: [] },
  prompt: null,
  duration: 4,
};

test('the director is asked by its routes, and its answers are read', async () => {
  const asked: string[] = [];
  const client = createClient({
    origin: 'http://localhost:1',
    fetch: async (input, init) => {
      asked.push(`${init?.method} ${String(input)} ${String(init?.body)}`);
      return Response.json(asked.length > 1 ? { by: 'nobody' } : answer);
    },
  });
  expect(await client.direct({ direction: 'rain', want: 'prompt' })).toEqual(answer);
  await expect(client.propose({ brief: 'a teaser', frames: [] })).rejects.toMatchObject({ kind: 'fault' });
  expect(asked).toEqual([
    'POST http://localhost:1/v1/direct {"direction":"rain","want":"prompt"}',
    'POST http://localhost:1/v1/proposals {"brief":"a teaser","frames":[]}',
  ]);
});

test('cancelling is no fault', async () => {
  const abort = new AbortController();
  const client = createClient({
    origin: 'http://localhost:1',
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        abort.abort();
      }),
  });
  await expect(client.direct({ direction: 'rain', want: 'prompt' }, abort.signal)).rejects.toMatchObject({
    kind: 'cancelled',
  });
});
