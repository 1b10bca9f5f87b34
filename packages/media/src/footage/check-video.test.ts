import { copyFile, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkVideo } from './check-video.ts';
import { type VideoShelf, videoShelf } from './testing.ts';

let shelf: VideoShelf;
let mp4: string;
const source = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=24:d=2'];
const tone = ['-f', 'lavfi', '-i', 'sine=440:d=2'];
const h264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
const asked = { size: { width: 320, height: 180 }, seconds: 2 };
beforeAll(async () => {
  shelf = await videoShelf();
  mp4 = await shelf.make('a.mp4', ...source, ...tone, ...h264, '-movflags', '+faststart');
});
afterAll(() => shelf.clear());

async function cut(path: string, share: number) {
  const short = `${path}.cut${share}`;
  await copyFile(path, short);
  await truncate(short, Math.floor((await stat(path)).size * share));
  return short;
}

test('reads an MP4 with sound', async () => {
  expect(await checkVideo(mp4, asked)).toEqual({
    type: 'video/mp4',
    width: 320,
    height: 180,
    seconds: expect.closeTo(2, 2),
    fps: 24,
    frames: 48,
    codec: 'avc',
    sound: true,
    matrix: null,
  });
});

test('reads a silent WebM', async () => {
  const webm = await shelf.make('a.webm', ...source, '-c:v', 'libvpx-vp9', '-deadline', 'realtime');
  expect(await checkVideo(webm, asked)).toMatchObject({
    type: 'video/webm',
    codec: 'vp9',
    frames: 48,
    sound: false,
  });
});

test('reads a fragmented MP4', async () => {
  const path = await shelf.make('f.mp4', ...source, ...h264, '-movflags', 'frag_keyframe+empty_moov');
  expect(await checkVideo(path, asked)).toMatchObject({ frames: 48, fps: 24 });
  await expect(checkVideo(await cut(path, 0.7), asked)).rejects.toMatchObject({ code: 'video_broken' });
});

test.each([0.2, 0.5, 0.9, 0.999])('refuses an MP4 of which only %d came', async (share) => {
  await expect(checkVideo(await cut(mp4, share), asked)).rejects.toMatchObject({ code: 'video_broken' });
});

test('refuses an MP4 without its index, which stood at the end', async () => {
  const path = await shelf.make('late.mp4', ...source, ...h264);
  await expect(checkVideo(await cut(path, 0.9), asked)).rejects.toMatchObject({ code: 'video_broken' });
});

test('tells which size came and which was asked for', async () => {
  const size = { width: 1280, height: 720 };
  await expect(checkVideo(mp4, { size, seconds: 2 })).rejects.toThrow(
    'The video is 320 × 180 pixels, and 1280 × 720 were asked for.',
  );
});

test('takes a size that was rounded to the codec’s blocks', async () => {
  const size = { width: 320, height: 176 };
  expect(await checkVideo(mp4, { size, seconds: 2 })).toMatchObject({ height: 180 });
});

test('refuses a video that is much too short', async () => {
  await expect(checkVideo(mp4, { ...asked, seconds: 4 })).rejects.toThrow(
    'The video lasts 2 seconds, and 4 seconds were asked for.',
  );
});

test('refuses an absurd length, which the index only claims', async () => {
  const bytes = await readFile(mp4);
  // The time scale of the picture's track: the same ticks are 2,000 seconds now.
  const at = bytes.indexOf('mdhd') + 4 + 12;
  bytes.writeUInt32BE(Math.round(bytes.readUInt32BE(at) / 1000), at);
  const path = join(shelf.folder, 'long.mp4');
  await writeFile(path, bytes);
  await expect(checkVideo(path, { size: null, seconds: null })).rejects.toMatchObject({ code: 'video_kind' });
});

test('refuses several tracks of pictures', async () => {
  const path = await shelf.make('two.mp4', ...source, ...h264, '-map', '0:v', '-map', '0:v');
  await expect(checkVideo(path, asked)).rejects.toThrow('2 tracks, 2 of them pictures');
});

test('refuses a file with sound alone', async () => {
  const path = await shelf.make('tone.mp4', ...tone);
  await expect(checkVideo(path, asked)).rejects.toMatchObject({ code: 'video_kind' });
});

test.each([
  ['a web page', '<!doctype html><html><body>Not found</body></html>'],
  ['a playlist', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n'],
  ['nothing', ''],
])('refuses %s', async (name, text) => {
  const path = join(shelf.folder, name);
  await writeFile(path, text);
  await expect(checkVideo(path, asked)).rejects.toMatchObject({ code: 'not_a_video' });
});

test('refuses bytes that were turned to noise', async () => {
  const path = await cut(mp4, 1);
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(400, 0x5a), 0, 400, 40);
  await file.close();
  await expect(checkVideo(path, asked)).rejects.toMatchObject({ name: 'MediaError' });
});
