import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { notingFfmpeg } from './encoder.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'animatic-noting-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the ffmpeg that notes runs the real one, and tells what it was given when it encoded, and how it was to keep memory', async () => {
  const noting = await notingFfmpeg(process.execPath, folder);
  const probe = spawnSync(noting.path, ['-p', '6 * 7'], { encoding: 'utf8' });
  expect(probe.stdout).toBe('42\n');
  await expect(noting.encoding()).rejects.toThrow(/started no ffmpeg/);
  const given = ['-e', '0', '--', '-f', 'rawvideo', '-i', 'pipe:0', '-crf', '18', 'file:a clip.mp4'];
  const env = { ...process.env, MALLOC_TRIM_THRESHOLD_: '4096' };
  expect(spawnSync(noting.path, given, { env }).status).toBe(0);
  expect(await noting.encoding()).toEqual({ args: given, env: { MALLOC_TRIM_THRESHOLD_: '4096' } });
});
