import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childrenSeconds } from './cpu.ts';
import type { Turn } from './turn.ts';

/** An ffmpeg that notes what it was started with. */
export interface NotingFfmpeg {
  path: string;
  /** The arguments of its first run that read raw frames. */
  encoding(): Promise<string[]>;
}

/** A script in `folder` that stands in for `ffmpeg`: so the encoder alone runs with the very arguments that we use. */
export async function notingFfmpeg(ffmpeg: string, folder: string): Promise<NotingFfmpeg> {
  const notes = join(folder, 'started-with');
  await mkdir(notes);
  const path = join(folder, 'ffmpeg.sh');
  await writeFile(path, `#!/bin/sh\nprintf '%s\\n' "$@" > '${notes}'/$$\nexec '${ffmpeg}' "$@"\n`);
  await chmod(path, 0o755);
  return {
    path,
    async encoding() {
      for (const name of await readdir(notes)) {
        const given = (await readFile(join(notes, name), 'utf8')).trimEnd().split('\n');
        if (given.includes('rawvideo') && given.includes('pipe:0')) return given;
      }
      throw new Error('the renderer started no ffmpeg that reads raw frames from its standard input');
    },
  };
}

/**
 * The encoder alone: frames that lie ready in a file are its standard input, with no process between.
 *
 * @param given its arguments; the last one names the clip
 */
export async function encodeAlone(
  ffmpeg: string,
  given: readonly string[],
  raw: { path: string; frames: number },
  out: string,
): Promise<Turn> {
  const file = await open(raw.path);
  try {
    const cpu = childrenSeconds();
    const began = performance.now();
    const child = spawn(ffmpeg, [...given.slice(0, -1), `file:${out}`], {
      stdio: [file.fd, 'ignore', 'inherit'],
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
