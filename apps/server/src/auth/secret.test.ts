import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authSecret } from './secret.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'animatic-secret-')), 'new');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

test('is made once, whoever starts first, and only its owner may read it', async () => {
  const read = () => authSecret({ authSecret: undefined, dataDir });
  const secrets = new Set(await Promise.all([read(), read(), read(), read()]));
  expect(secrets.size).toBe(1);
  expect([...secrets][0]?.length).toBeGreaterThanOrEqual(43);
  expect(await read()).toBe([...secrets][0]);
  expect(await readdir(dataDir)).toEqual(['auth-secret']);
  if (process.platform !== 'win32')
    expect((await stat(join(dataDir, 'auth-secret'))).mode & 0o777).toBe(0o600);
});

test('is what the environment says, if it does', async () => {
  const given = 'x'.repeat(40);
  expect(await authSecret({ authSecret: given, dataDir })).toBe(given);
});
