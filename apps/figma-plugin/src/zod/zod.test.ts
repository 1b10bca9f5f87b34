import { fileURLToPath } from 'node:url';
import * as real from '@animatic/schema';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { leanSchemas } from '../../scripts/lean-schemas.ts';

/** What both kinds of schema can be asked. */
interface Reads {
  safeParse(value: unknown): { success: boolean; data?: unknown };
}
let lean: Record<string, unknown> = {};
const isSchema = (value: unknown): value is Reads =>
  typeof value === 'object' && value !== null && 'safeParse' in value;

beforeAll(async () => {
  const entry = fileURLToPath(import.meta.resolve('@animatic/schema'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    plugins: [leanSchemas],
  });
  const text = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  lean = await import(/* @vite-ignore */ `data:text/javascript;base64,${text}`);
});

const id = '0190a5c2-0000-7000-8000-000000000001';
const hash = 'a'.repeat(64);
const at = '2026-11-20T12:00:00.000Z';
const size = { width: 390, height: 844 };
const still = { ...size, tiles: [{ still: hash, x: 0, y: 0, ...size }] };
const shot = {
  id: 's1',
  source: { node: '1:2', name: 'Checkout \0 \uD83D' },
  size,
  still,
  caption: { direction: 'push in' },
  duration: 3,
  transition: { kind: 'push', easing: { spring: { mass: 1, stiffness: 200, damping: 20 } } },
  unheard: 1,
};
const format = { aspect: '16:9', resolution: 1080, fps: 30 };
const storyboard = { version: 2, title: 'Shop', format, shots: [shot] };
const generation = {
  id,
  engine: 'videos',
  model: 'wan-2.2',
  kind: 'video',
  state: 'done',
  progress: 1,
  stage: '',
  prompt: 'steam rises',
  variation: 0,
  estimatedCost: 0.4,
  cost: null,
  error: null,
  review: null,
  partial: null,
  result: { url: '/m', poster: null, hash, ...size, seconds: 4, sound: false },
  renderId: id,
  shotId: 's1',
  createdAt: at,
  updatedAt: at,
};
const render = {
  id,
  storyboardId: id,
  revision: 1,
  title: 'Shop',
  source: null,
  state: 'generating',
  place: null,
  progress: 0.4,
  stage: '',
  error: null,
  shots: [
    { id: 's1', title: 'A', state: 'x', engine: 'videos', generations: [generation] },
    { id: 's2', title: 'B', state: 'x', engine: 'motion' },
  ],
  takes: [],
  createdAt: at,
  updatedAt: at,
};
const ask = { model: 'wan-2.2', from: { kind: 'still' }, seconds: 4 };
/** Values that one schema or another reads, each also spoilt in one place after another. */
const values: unknown[] = [
  storyboard,
  { ...storyboard, shots: [shot, { ...shot, id: 's2', engine: 'videos', generation: ask }] },
  { ...storyboard, shots: [{ ...shot, engine: 'videos' }] },
  { ...storyboard, shots: [shot, shot] },
  { ...storyboard, version: 9 },
  render,
  generation,
  ask,
  { ...ask, from: { kind: 'between', last: { still, size }, fit: 'crop' } },
  { ...ask, from: { kind: 'remix', of: id } },
  { camera: [{ move: 'push-in', amount: 1.2 }], layers: [{ layers: ['1:2'], effect: 'rise' }] },
  { apiVersion: 1, version: '0.1.0' },
  { title: 'Refused', status: 400, detail: 'x', errors: [{ path: 'a', message: 'b' }] },
  { generations: [generation] },
  { renders: [render], next: null },
  { month: 20, render: null },
  { styles: [{ id, name: 'Warm', words: '', stills: [hash], seed: null, createdAt: at }] },
];

function* spoilt(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    const put = (other: unknown) => {
      if (Array.isArray(value)) return value.with(Number(key), other);
      return { ...value, [key]: other };
    };
    for (const other of [null, undefined, 1e9, 'x'.repeat(5000), {}]) yield put(other);
    for (const deeper of spoilt(part)) yield put(deeper);
  }
}

describe('the panel’s own reader', () => {
  it('reads what Zod reads, in the same form, and refuses what it refuses', () => {
    const names = Object.keys(real).filter((name) => isSchema(real[name as keyof typeof real]));
    expect(names.length).toBeGreaterThan(40);
    for (const name of names) {
      const theirs: unknown = real[name as keyof typeof real];
      const ours = lean[name];
      if (!isSchema(theirs) || !isSchema(ours)) throw new Error(`${name} is no schema in the panel`);
      for (const value of values)
        for (const one of [value, ...spoilt(value)]) {
          const expected = theirs.safeParse(one);
          const got = ours.safeParse(one);
          if (expected.success !== got.success) throw new Error(`${name}: ${JSON.stringify(one)}`);
          if (expected.success && JSON.stringify(expected.data) !== JSON.stringify(got.data))
            expect(got.data, name).toEqual(expected.data);
        }
    }
  }, 60_000);
});
