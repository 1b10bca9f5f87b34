import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeBoard } from '@animatic/db/testing';
import { OutputTooLarge } from '@animatic/motion/node';
import { type FileKind, fileKinds } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStudio } from './motion-studio.ts';
import { draw } from './render/draw.ts';
import { planOutputs } from './render/plan-outputs.ts';

let folder: string;
const studio = openStudio();
const signal = new AbortController().signal;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A phone’s frame on nothing, half a second of it, in a tall format too. */
const board = makeBoard([{ hash: 'a'.repeat(64), width: 60, height: 120 }], {
  format: { aspect: '1:1', resolution: 480, fps: 12, ground: 'transparent' },
});
const [shot] = board.shots;
if (shot) shot.duration = 0.5;

function picture(): Buffer {
  const canvas = createCanvas(60, 120);
  const context = canvas.getContext('2d');
  context.fillStyle = '#d4552a';
  context.fillRect(0, 0, 60, 120);
  return canvas.toBuffer('image/png');
}

async function write(kind: FileKind, onProgress: (share: number) => void = () => {}) {
  const [, tall] = planOutputs(board, { aspects: ['9:16'], files: [kind] }, studio);
  if (!tall) throw new Error('no second format was planned');
  const { plan } = tall;
  const readStill = async () => picture();
  const own = await mkdtemp(join(folder, 'own-'));
  const files = await studio.write({
    kind,
    folder: own,
    size: { width: plan.width, height: plan.height },
    fps: plan.fps,
    seconds: plan.seconds,
    transparent: true,
    sounds: [],
    open: (request) => draw(plan, { studio, readStill, signal, request }),
    signal,
    onProgress,
  });
  const kept = files.map(({ path }) => path?.slice(own.length + 1));
  expect((await readdir(own)).filter((name) => !kept.includes(name) && name !== 'sprites.json')).toEqual([]);
  return files;
}

test.each(fileKinds)(
  '%s is written whole, with its type, and progress that never goes back',
  async (kind) => {
    const seen: number[] = [];
    const [file, map] = await write(kind, (share) => seen.push(share));
    const bytes = await readFile(file?.path ?? '');
    const begins = { webm: '1a45dfa3', gif: '474946383961', png: '504b0304', sprites: 'ffd8ff' }[kind];
    expect(bytes.subarray(0, begins.length / 2).toString('hex')).toBe(begins);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    // WebM says of its track of alpha that there is one (Matroska, AlphaMode 1).
    if (kind === 'webm') expect(bytes.includes(Buffer.from('53c08101', 'hex'))).toBe(true);
    if (kind === 'sprites')
      expect(await readFile(map?.path ?? '', 'utf8')).toMatch(/\nsprites#xywh=0,0,\d+,192\n/);
    else expect(map).toBeUndefined();
  },
);

test('PNG frames of a clip that would fill the disk are not begun', async () => {
  const files = await studio.write({
    kind: 'png',
    folder,
    size: { width: 3840, height: 2160 },
    fps: 60,
    seconds: 300,
    transparent: false,
    sounds: [],
    open() {
      throw new Error('nothing is drawn');
    },
    signal,
    onProgress() {},
  });
  expect(files).toMatchObject([{ kind: 'png', path: null, note: expect.stringContaining('up to 8 s') }]);
});

test('a GIF that meets its ceiling at no size is answered without a file, with what to do', async () => {
  const files = await studio.write({
    kind: 'gif',
    folder: await mkdtemp(join(folder, 'own-')),
    size: { width: 64, height: 64 },
    fps: 24,
    seconds: 1,
    transparent: false,
    sounds: [],
    open() {
      throw new OutputTooLarge('10000000 bytes were allowed: make the clip shorter');
    },
    signal,
    onProgress() {},
  });
  expect(files).toEqual([
    { kind: 'gif', path: null, type: 'image/gif', note: expect.stringContaining('shorter') },
  ]);
});
