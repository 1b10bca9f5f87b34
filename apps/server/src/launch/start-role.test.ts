import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { PlainError } from './plain-error.ts';
import { startRole } from './start-role.ts';

const here = fileURLToPath(import.meta.url);
const nowhere = 'postgres://nobody@127.0.0.1:1/nothing';

test.each(['api', 'worker'] as const)(
  'the %s says in a line that its data folder cannot be written',
  async (role) => {
    const started = startRole(
      role,
      loadConfig({ DATABASE_URL: nowhere, DATA_DIR: join(here, 'x'), PORT: '0' }),
    );
    await expect(started).rejects.toThrow(PlainError);
    await expect(started).rejects.toThrow(/cannot be written/);
  },
);

test('the API says in a line that its port is busy', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const started = startRole(
      'api',
      loadConfig({ DATABASE_URL: nowhere, DATA_DIR: tmpdir(), PORT: String(port) }),
    );
    await expect(started).rejects.toThrow(`Port ${port} is busy`);
  } finally {
    other.close();
  }
});
