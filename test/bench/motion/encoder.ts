import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childrenSeconds } from './cpu.ts';
import type { Turn } from './turn.ts';

/** What an encoder was started with. */
export interface Started {
  args: string[];
  /** Of its environment what its allocator reads. */
  env: Record<string, string>;
}

/** An ffmpeg that notes what it was started with. */
export interface NotingFfmpeg {
  path: string;
  /** Its first run that read raw frames. */
  encoding(): Promise<Started>;
}

/**
 * A script in `folder` that stands in for `ffmpeg`: so the encoder alone runs with the very arguments that we use, and
 * with the same memory.
 */
export async function notingFfmpeg(ffmpeg: string, folder: string): Promise<NotingFfmpeg> {
  const notes = join(folder, 'started-with');
  await mkdir(notes);
  const path = join(folder, 'ffmpeg.sh');
  await writeFile(
    path,
    `#!/bin/sh
printf '%s\\n' "$@" > '${notes}'/$$
env | grep ^MALLOC_ > '${notes}'/$$.env
exec '${ffmpeg}' "$@"
`,
  );
  await chmod(path, 0o755);
  return {
    path,
    async encoding() {
      const linesOf = async (name: string) =>
        (await readFile(join(notes, name), 'utf8')).trimEnd().split('\n');
      for (const name of await readdir(notes)) {
        const args = await linesOf(name);
        if (!args.includes('rawvideo') || !args.includes('pipe:0')) continue;
        const pairs = (await linesOf(`${name}.env`)).filter(Boolean).map((line) => line.split('='));
        return { args, env: Object.fromEntries(pairs) };
      }
      throw new Error('the renderer started no ffmpeg that reads raw frames from its standard input');
    },
  };
}

/**
 * The encoder alone: frames that lie ready in a file are its standard input, with no process between.
 *
 * @param given what it is started with; the last argument names the clip
 */
export async function encodeAlone(
  ffmpeg: string,
  given: Started,
  raw: { path: string; frames: number },
  out: string,
): Promise<Turn> {
  const file = await open(raw.path);
  try {
    const cpu = childrenSeconds();
    const began = performance.now();
    const child = spawn(ffmpeg, [...given.args.slice(0, -1), `file:${out}`], {
      stdio: [file.fd, 'ignore', 'inherit'],
      env: { ...process.env, ...given.env },
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`the encoder alone ended with ${code}`);
    return {
      frames: raw.frames,
      seconds: (performance.now() - began) / 1000,
      cpuSeconds: childrenSeconds() - cpu,
    };
  } finally {
    await file.close();
  }
}
