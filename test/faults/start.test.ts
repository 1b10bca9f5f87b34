import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { endAll, familyOf, isAlive, killHard, startLauncher } from './support/launched.ts';

// Which processes are left is read from /proc.
describe.runIf(process.platform === 'linux')('npm start', () => {
  let dataDir: string;
  let port: number;
  const start = (env: Record<string, string> = {}) =>
    startLauncher({ DATA_DIR: dataDir, PORT: String(port), ...env });
  const answers = async () => (await fetch(`http://localhost:${port}/readyz`)).ok;
  const allGone = (family: number[], timeout: number) =>
    vi.waitFor(() => expect(family.filter(isAlive)).toEqual([]), { timeout, interval: 20 });
  const roleOf = async (pid: number) => {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes('postgres') ? 'database' : /--role\0(\w+)/.exec(command)?.[1];
  };
  const withRole = async (family: number[], role: string) => {
    for (const pid of family) if ((await roleOf(pid)) === role) return pid;
    throw new Error(`no ${role} among ${family}`);
  };
  const databaseUrl = async () => {
    const password = (await readFile(join(dataDir, 'postgres.password'), 'utf8')).trim();
    const lines = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    return `postgres://animatic:${password}@127.0.0.1:${lines[3]}/animatic`;
  };
  const query = async <T>(text: string): Promise<T[]> => {
    const sql = postgres(await databaseUrl(), { max: 1, onnotice: () => {} });
    return sql.unsafe<T[]>(text).finally(() => sql.end());
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'animatic-start-'));
    port = await freePort();
  });
  afterEach(endAll);
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test('Ctrl-C to the whole group ends everything within 5 s, and no process is left', async () => {
    const launched = start();
    await launched.ready;
    expect(await answers()).toBe(true);
    const family = familyOf(launched.pid);
    expect(family.length).toBeGreaterThan(3);
    await query('create table kept as select 7 as n');
    const began = performance.now();
    process.kill(-launched.pid, 'SIGINT');
    expect(await launched.exit).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(family.filter(isAlive)).toEqual([]);
  });

  test('a catalogue of models that does not hold ends it at once, and its place is named', async () => {
    const file = join(dataDir, 'models.json');
    await writeFile(file, '{ "models": [{ "id": "mine", "name": "Mine" }] }');
    const launched = start({ MODELS_FILE: file });
    await expect(launched.ready).rejects.toThrow();
    expect(await launched.exit).toMatchObject({ code: 1 });
    expect(launched.output()).toContain(file);
    expect(launched.output()).toContain('models[0].provider (mine)');
    expect(launched.output()).not.toContain('    at ');
    const secret = start({ VIDEOS_WEBHOOK_SECRET: 'hello' });
    await expect(secret.ready).rejects.toThrow();
    expect(secret.output()).toContain('VIDEOS_WEBHOOK_SECRET');
  });

  test('another start on the same folder says who holds it, and a busy port is named', async () => {
    const first = start();
    await first.ready;
    const second = startLauncher({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect((await second.exit).code).toBe(1);
    expect(second.output().trim().split('\n')).toEqual([
      expect.stringMatching(
        `Animatic already runs on ${dataDir} \\(process ${first.pid}, http://localhost:${port}\\)`,
      ),
    ]);
    const elsewhere = await mkdtemp(join(tmpdir(), 'animatic-start-'));
    const third = startLauncher({ DATA_DIR: elsewhere, PORT: String(port) });
    expect((await third.exit).code).toBe(1);
    expect(third.output().trim().split('\n')).toEqual([expect.stringContaining(`Port ${port} is busy`)]);
    await rm(elsewhere, { recursive: true });
    expect(await answers()).toBe(true);
  });

  test('a process that is killed is started again', { timeout: 150_000 }, async () => {
    const launched = start();
    await launched.ready;
    for (const role of ['api', 'worker', 'database']) {
      const killed = await withRole(familyOf(launched.pid), role);
      process.kill(killed, 'SIGKILL');
      await vi.waitFor(async () => expect(await withRole(familyOf(launched.pid), role)).not.toBe(killed), {
        timeout: 40_000,
      });
    }
    await vi.waitFor(async () => expect(await answers()).toBe(true), { timeout: 40_000 });
    expect(await query('select n from kept')).toEqual([{ n: 7 }]);
  });

  test('a launcher that is killed takes API and worker along, and the next start takes the database over', async () => {
    const launched = start();
    await launched.ready;
    const family = familyOf(launched.pid);
    const database = await withRole(family, 'database');
    const servers = [await withRole(family, 'api'), await withRole(family, 'worker')];
    process.kill(launched.pid, 'SIGKILL');
    await allGone(servers, 5_000);
    expect(isAlive(database)).toBe(true);
    const next = start();
    await next.ready;
    expect(Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])).toBe(
      database,
    );
    expect(await query('select n from kept')).toEqual([{ n: 7 }]);
    next.process.kill('SIGTERM');
    await next.exit;
    expect(isAlive(database)).toBe(false);
  });

  test('when all of it is killed at once the next start finds everything again', async () => {
    const launched = start();
    await launched.ready;
    const family = familyOf(launched.pid);
    for (const pid of family.reverse()) killHard(pid);
    await allGone(family, 5_000);
    const next = start();
    await next.ready;
    expect(await answers()).toBe(true);
    expect(await query('select n from kept')).toEqual([{ n: 7 }]);
  });
});

test('a folder that cannot be written is named in one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-start-'));
  // A folder inside a file: nobody can write there, root included.
  await writeFile(join(folder, 'file'), '');
  const launched = startLauncher({ DATA_DIR: join(folder, 'file', 'data'), PORT: String(await freePort()) });
  expect((await launched.exit).code).toBe(1);
  expect(launched.output().trim().split('\n')).toEqual([
    expect.stringContaining(`${join(folder, 'file', 'data')} cannot be written`),
  ]);
  await rm(folder, { recursive: true });
});

test('a role that is not there, or has no database, is refused with what is allowed', async () => {
  const wrongRole = startLauncher({}, ['--role', 'cook']);
  expect((await wrongRole.exit).code).toBe(1);
  expect(wrongRole.output()).toContain('there is no role "cook". Write --role api or --role worker.');
  const noDatabase = startLauncher({ DATABASE_URL: '' }, ['--role', 'worker']);
  expect((await noDatabase.exit).code).toBe(1);
  expect(noDatabase.output()).toContain('--role worker needs DATABASE_URL');
});

test('a port that another program holds is left alone', async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    }),
  );
  const folder = await mkdtemp(join(tmpdir(), 'animatic-start-'));
  const launched = startLauncher({ DATA_DIR: folder, PORT: String(port) });
  expect((await launched.exit).code).toBe(1);
  expect(launched.output()).toContain(`PORT=${port + 1} npm start`);
  await new Promise((resolve) => other.close(resolve));
  await rm(folder, { recursive: true });
});
