import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenVideoOptions, openVideo } from './open-video.ts';
import { greyClock, pixelOf, type VideoShelf, videoShelf } from './testing.ts';

let shelf: VideoShelf;
/** 48 frames of 24 a second; each is 5 brighter than the one before. */
let clock: string;
const size = { width: 64, height: 36 };
beforeAll(async () => {
  shelf = await videoShelf();
  clock = await shelf.make('clock.mp4', ...greyClock('64x36', 24, 2, 5));
});
afterAll(() => shelf.clear());

async function greys(options: Partial<OpenVideoOptions> = {}): Promise<number[]> {
  const { ffmpeg } = shelf;
  const seen: number[] = [];
  for await (const rgba of openVideo({ path: clock, ffmpeg, size, fps: 24, ...options })) {
    expect(rgba).toHaveLength(size.width * size.height * 4);
    seen.push(rgba[(18 * 64 + 32) * 4] ?? -1);
  }
  return seen;
}

/** The frame of the file that a grey belongs to. */
const frameOf = (grey: number) => Math.round(grey / 5);

test('gives every frame of the file at its own rate', async () => {
  expect((await greys()).map(frameOf)).toEqual(Array.from({ length: 48 }, (_, i) => i));
});

test.each([12, 30, 60, 7.3, 0.8])('at %d frames a second gives the frame that is on screen', async (fps) => {
  const seen = (await greys({ fps })).map(frameOf);
  expect(seen).toEqual(seen.map((_, i) => Math.min(47, Math.floor((i / fps) * 24 + 0.1))));
  expect(seen.length).toBe(Math.ceil(2 * fps - 0.1));
});

test.each([0.5, 1.2, 1.234, 1.9])('gives the same frames where it begins at %d s', async (start) => {
  const fps = 30;
  const seen = (await greys({ fps, start })).map(frameOf);
  const wanted = seen.map((_, i) => Math.min(47, Math.floor((start + i / fps) * 24 + 0.1)));
  expect(seen).toEqual(wanted);
  expect(seen.length).toBeGreaterThanOrEqual(Math.floor((2 - start) * fps));
});

test('the same file gives the same bytes', async () => {
  expect(await greys({ fps: 25 })).toEqual(await greys({ fps: 25 }));
});

test('gives no more frames than were asked for', async () => {
  expect(await greys({ frames: 5 })).toHaveLength(5);
});

test.each([
  ['BT.709 as it says', 'bt709', ['-colorspace', 'bt709']],
  ['BT.601 as it says', 'smpte170m', ['-colorspace', 'smpte170m']],
  ['BT.601 where a small one says nothing', 'smpte170m', []],
])('turns %s into the right colours', async (_what, matrix, tags) => {
  const path = await shelf.make(
    `color-${matrix}-${tags.length}.mp4`,
    ...['-f', 'lavfi', '-i', 'color=0xd02050:s=64x36:r=5:d=1,format=gbrp'],
    ...['-vf', `scale=out_color_matrix=${matrix}:out_range=tv,format=yuv444p`, '-c:v', 'libx264', '-qp', '0'],
    ...tags,
  );
  for await (const rgba of openVideo({ path, ffmpeg: shelf.ffmpeg, size, fps: 5 })) {
    const [r = 0, g = 0, b = 0] = pixelOf(rgba, 64, 30, 15);
    expect(Math.max(Math.abs(r - 0xd0), Math.abs(g - 0x20), Math.abs(b - 0x50))).toBeLessThanOrEqual(3);
    expect(rgba[3]).toBe(255);
  }
});

test('takes the full range as full', async () => {
  const path = await shelf.make(
    'full.mp4',
    ...['-f', 'lavfi', '-i', 'color=0x0a0a0a:s=64x36:r=5:d=1,format=gbrp'],
    ...['-vf', 'scale=out_range=pc:out_color_matrix=bt709,format=yuv420p', '-c:v', 'libx264', '-qp', '0'],
    ...['-color_range', 'pc', '-colorspace', 'bt709'],
  );
  expect((await greys({ path, fps: 5 }))[0]).toBeCloseTo(10, -0.5);
});

test('shows only the part that is wanted', async () => {
  const path = await shelf.make(
    'boxed.mp4',
    ...['-f', 'lavfi', '-i', 'color=red:s=160x90:r=5:d=1'],
    ...['-vf', 'drawbox=x=40:y=0:w=80:h=90:color=lime:t=fill', '-c:v', 'libx264', '-qp', '0'],
  );
  const crop = { x: 0.25, y: 0, width: 0.5, height: 1 };
  const { ffmpeg } = shelf;
  for await (const rgba of openVideo({ path, ffmpeg, size, fps: 5, crop }))
    for (const x of [1, 32, 62]) expect(pixelOf(rgba, 64, x, 18)[1]).toBeGreaterThan(245);
});

test('a reader that goes away leaves no process behind', async () => {
  const long = await shelf.make('long.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=30:d=10');
  const video = openVideo({ path: long, ffmpeg: shelf.ffmpeg, size: { width: 640, height: 360 }, fps: 30 });
  await video.next();
  expect(await running(long)).toBe(true);
  await video.return();
  expect(await running(long)).toBe(false);
});

test('the signal ends it with its reason, and the process with it', async () => {
  const long = join(shelf.folder, 'long.mp4');
  const stopping = new AbortController();
  const { signal } = stopping;
  const video = openVideo({ path: long, ffmpeg: shelf.ffmpeg, size, fps: 30, signal });
  await video.next();
  stopping.abort(new Error('enough'));
  await expect(
    (async () => {
      for await (const _ of video);
    })(),
  ).rejects.toThrow('enough');
  expect(await running(long)).toBe(false);
});

test('a decoder that stands still is ended', async () => {
  const sleeper = join(shelf.folder, 'sleeper');
  await writeFile(sleeper, '#!/bin/sh\nexec sleep 600\n', { mode: 0o755 });
  const video = openVideo({ path: clock, ffmpeg: sleeper, size, fps: 24, patience: 200 });
  await expect(video.next()).rejects.toMatchObject({ code: 'video_unreadable' });
});

test('a decoder that is not there is said so', async () => {
  const video = openVideo({ path: clock, ffmpeg: join(shelf.folder, 'nothing'), size, fps: 24 });
  await expect(video.next()).rejects.toMatchObject({ code: 'video_unreadable' });
});

test('the decoder gets limits and no environment', async () => {
  const spy = join(shelf.folder, 'spy');
  const seen = join(shelf.folder, 'seen');
  await writeFile(spy, `#!/bin/sh\n(ulimit -v; env) > '${seen}'\nenv; ulimit -v; exit 1\n`, { mode: 0o755 });
  const video = openVideo({ path: clock, ffmpeg: spy, size: { width: 2, height: 2 }, fps: 24 });
  const chunks: Buffer[] = [];
  await (async () => {
    for await (const rgba of video) chunks.push(Buffer.from(rgba));
  })().catch(() => undefined);
  const said = Buffer.concat(chunks).toString();
  expect(said).toContain('PATH=');
  expect(said).not.toContain('HOME=');
  // No file may be written either: what the spy wanted to write down is not there.
  const { readFile } = await import('node:fs/promises');
  expect(await readFile(seen, 'utf8').catch(() => '')).toBe('');
});

test.each([
  ['a playlist', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n'],
  ['a script for the concat demuxer', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['noise', 'x'.repeat(5000)],
])('decodes no %s', async (name, text) => {
  const path = join(shelf.folder, name);
  await writeFile(path, text);
  const facts = { matrix: null, codec: 'avc', width: 64, height: 36 };
  const video = openVideo({ path, ffmpeg: shelf.ffmpeg, size, fps: 24, facts });
  await expect(video.next()).rejects.toMatchObject({ code: 'not_a_video' });
});

async function running(path: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
  return stdout.split('\n').some((line) => line.includes(`file:${path}`));
}
