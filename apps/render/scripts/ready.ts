import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds motion's kernel where it is not up to date, without a word: the command's own output is for scripts to read. */
const { status, stdout, stderr, error } = spawnSync(
  'turbo',
  ['run', 'build', '--filter=@animatic/motion', '--output-logs=errors-only'],
  {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  },
);
if (status !== 0) {
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}\n`);
  process.exitCode = 3;
}
