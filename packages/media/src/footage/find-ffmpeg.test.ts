import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFfmpeg } from './find-ffmpeg.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-ffmpeg-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function answering(words: string) {
  const path = join(folder, 'ffmpeg');
  await writeFile(path, `#!/bin/sh\necho '${words}'\n`);
  await chmod(path, 0o755);
  return findFfmpeg(path);
}

test('finds the one on the PATH and says its version', async () => {
  const found = await findFfmpeg();
  expect(found).toMatchObject({ command: 'ffmpeg' });
  expect('version' in found && found.version).toMatch(/^\S+$/);
});

test.each([
  ['a release', 'ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026', '5.1.9-0+deb12u1'],
  ['a newer one', 'ffmpeg version n8.0 Copyright', 'n8.0'],
  ['a build of a commit', 'ffmpeg version N-109468-gd39b34123d Copyright', 'N-109468-gd39b34123d'],
])('takes %s', async (_what, words, version) => {
  expect(await answering(words)).toMatchObject({ version });
});

test.each([
  ['an old one', 'ffmpeg version 4.3.6-0+deb11u1 Copyright', 'too old'],
  ['a static one of 2018', 'ffmpeg version 4.1 Copyright', 'too old'],
  ['something else', 'GNU bash, version 5.2', 'not ffmpeg'],
])('does not take %s, and says how to install one', async (_what, words, why) => {
  const found = await answering(words);
  expect('why' in found && found.why).toContain(why);
  expect('why' in found && found.why).toContain('apt-get install ffmpeg');
});

test('tells that there is none at the configured place', async () => {
  const found = await findFfmpeg(join(folder, 'nowhere'));
  expect('why' in found && found.why).toContain('FFMPEG_PATH');
});
