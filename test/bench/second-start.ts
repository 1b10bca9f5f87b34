import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/free-port.ts';
import { atMost, type Figure } from './figure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** `npm start` a second time, from the command to its word that all is ready; its own build, cached, is part of it. */
export async function secondStart(dataDir: string): Promise<Figure[]> {
  const seconds: number[] = [];
  const port = String(await freePort());
  for (let turn = 0; turn < 4; turn += 1) seconds.push(await startOnce(dataDir, port));
  return [
    atMost('secondStartSeconds', '`npm start`, second time, to ready', Math.min(...seconds.slice(1)), 5, 's'),
  ];
}

async function startOnce(dataDir: string, port: string): Promise<number> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, PORT: port, DATA_DIR: dataDir, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((done) => child.once('exit', done));
  let printed = '';
  const ready = await new Promise<number>((tell, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('/sign-in/owner?token=')) tell(performance.now());
    });
    child.once('exit', (code) => fail(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
  if (child.pid) process.kill(-child.pid, 'SIGINT');
  await ended;
  return (ready - began) / 1000;
}
