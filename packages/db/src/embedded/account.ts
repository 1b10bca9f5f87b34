import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The system account that the server process runs as. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/** Postgres refuses to run as root, so root lends it one of these; none of them is ever created. */
const candidates = ['postgres', 'nobody'] as const;

/**
 * The account to run Postgres as: our own (undefined), unless we are root.
 *
 * @throws Error when we are root and the system knows no account to lend.
 * @example const account = await serverAccount(); // undefined for anybody but root
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8');
  for (const candidate of candidates)
    for (const line of passwd.split('\n')) {
      const [name, , uid, gid] = line.split(':');
      if (name === candidate && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
    }
  throw new Error(
    `Postgres does not run as root, and this system has neither of the accounts ${candidates.join(', ')} to run it as. ` +
      'Start Animatic as another user, or set DATABASE_URL to a Postgres of your own.',
  );
}

/** Whether an account may walk down to a folder and read it: every folder on the way must let it pass. */
export async function canReach(account: Account, folder: string): Promise<boolean> {
  const need = 0o5;
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
    const wanted = at === folder ? need : 0o1;
    if ((bits & wanted) !== wanted) return false;
    if (at === dirname(at)) return true;
  }
}
