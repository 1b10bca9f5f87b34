import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSound } from './add-sound.ts';
import { checkVideo } from './check-video.ts';
import { gainFor, measureLoudness } from './loudness.ts';
import { type VideoShelf, videoShelf } from './testing.ts';

let shelf: VideoShelf;
let silent: string;
const pictures = [
  '-f',
  'lavfi',
  '-i',
  'testsrc2=s=160x90:r=24:d=4',
  '-c:v',
  'libx264',
  '-pix_fmt',
  'yuv420p',
];
/** A take with a tone of this pitch and strength. */
const take = (name: string, pitch: number, volume: number, seconds = 4) =>
  shelf.make(
    name,
    ...['-f', 'lavfi', '-i', `testsrc2=s=160x90:r=24:d=${seconds}`],
    ...['-f', 'lavfi', '-i', `sine=${pitch}:r=44100:d=${seconds},volume=${volume}`],
    ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  );
beforeAll(async () => {
  shelf = await videoShelf();
  silent = await shelf.make('silent.mp4', ...pictures, '-an');
});
afterAll(() => shelf.clear());

/** Root mean square of the sound, 0 to 1, in windows of a tenth of a second. */
async function levels(path: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)(
    shelf.ffmpeg,
    ['-loglevel', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', '8000', '-f', 'f32le', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 1 << 26 },
  );
  const samples = new Float32Array(stdout.buffer, stdout.byteOffset, stdout.byteLength >>> 2);
  return Array.from({ length: Math.floor(samples.length / 800) }, (_, i) => {
    const part = samples.subarray(i * 800, i * 800 + 800);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
  });
}

const at = (path: string, more: Partial<Parameters<typeof addSound>[0]['sounds'][number]> = {}) => ({
  ...{ path, start: 0, at: 0, seconds: 4, fadeIn: 0.02, fadeOut: 0.02 },
  ...more,
});

test('a sound lies at its time, and silence around it', async () => {
  const out = join(shelf.folder, 'one.mp4');
  const loud = await take('loud.mp4', 440, 1);
  const { ffmpeg } = shelf;
  await addSound({ ffmpeg, video: silent, out, seconds: 4, sounds: [at(loud, { at: 1, seconds: 2 })] });
  const heard = await levels(out);
  expect(heard.slice(0, 9).every((level) => level < 0.001)).toBe(true);
  expect(heard.slice(11, 29).every((level) => level > 0.05)).toBe(true);
  expect(heard.slice(32, 39).every((level) => level < 0.001)).toBe(true);
});

test('pictures are copied as they are, and the clip is as long as before', async () => {
  const out = join(shelf.folder, 'copied.mp4');
  const { ffmpeg } = shelf;
  await addSound({ ffmpeg, video: silent, out, seconds: 4, sounds: [at(await take('t.mp4', 300, 0.5))] });
  const facts = await checkVideo(out, { size: { width: 160, height: 90 }, seconds: 4 });
  expect(facts).toMatchObject({ frames: 96, sound: true, codec: 'avc' });
  const hashes = await Promise.all(
    [silent, out].map(async (path) => {
      const args = ['-loglevel', 'error', '-i', path, '-map', '0:v', '-c', 'copy', '-f', 'md5', 'pipe:1'];
      return (await promisify(execFile)(ffmpeg, args)).stdout;
    }),
  );
  expect(hashes[0]).toBe(hashes[1]);
});

test('a quiet take and a loud one come out equally loud', async () => {
  const out = join(shelf.folder, 'matched.mp4');
  const [loud, quiet] = [await take('a.mp4', 440, 4), await take('b.mp4', 440, 0.4)];
  const sounds = [at(loud, { seconds: 2 }), at(quiet, { at: 2, seconds: 2 })];
  await addSound({ ffmpeg: shelf.ffmpeg, video: silent, out, seconds: 4, sounds });
  const heard = await levels(out);
  const [first = 0, second = 0] = [heard[10], heard[30]];
  expect(Math.abs(20 * Math.log10(first / second))).toBeLessThan(1);
  expect((await measureLoudness(out, { ffmpeg: shelf.ffmpeg }))?.lufs).toBeCloseTo(-16, -0.5);
});

test('sounds that overlap cross-fade without a dip', async () => {
  const out = join(shelf.folder, 'crossed.mp4');
  const [a, b] = [await take('c.mp4', 440, 1), await take('d.mp4', 587, 1)];
  const sounds = [at(a, { seconds: 2.5, fadeOut: 1 }), at(b, { at: 1.5, seconds: 2.5, fadeIn: 1 })];
  await addSound({ ffmpeg: shelf.ffmpeg, video: silent, out, seconds: 4, sounds });
  const heard = await levels(out);
  const usual = heard[8] ?? 0;
  for (const level of heard.slice(3, 37)) expect(Math.abs(20 * Math.log10(level / usual))).toBeLessThan(1.5);
});

test('a WebM gets Opus', async () => {
  const out = join(shelf.folder, 'out.webm');
  const video = await shelf.make(
    'silent.webm',
    ...pictures.slice(0, 4),
    '-c:v',
    'libvpx',
    '-deadline',
    'realtime',
  );
  await addSound({ ffmpeg: shelf.ffmpeg, video, out, seconds: 4, sounds: [at(await take('e.mp4', 440, 1))] });
  expect(await checkVideo(out, { size: null, seconds: 4 })).toMatchObject({
    type: 'video/webm',
    sound: true,
  });
});

test('silence is not brought up', () => {
  expect(gainFor({ lufs: -70, peak: -60 })).toBe(0);
  expect(gainFor(null)).toBe(0);
  expect(gainFor({ lufs: -30, peak: -12 })).toBe(14);
  expect(gainFor({ lufs: -8, peak: 0 })).toBe(-8);
});

test('a file without sound is a failure that leaves nothing', async () => {
  const out = join(shelf.folder, 'none.mp4');
  const sounds = [at(silent)];
  await expect(
    addSound({ ffmpeg: shelf.ffmpeg, video: silent, out, seconds: 4, sounds }),
  ).rejects.toMatchObject({ code: 'video_unreadable' });
  await expect(stat(out)).rejects.toThrow();
});
