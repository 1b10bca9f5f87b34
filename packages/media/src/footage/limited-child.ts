import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { MediaError } from '../media-error.ts';

export interface ChildLimits {
  /** Bytes of address space; where the system has such a limit. */
  memory?: number;
  /** Seconds of processor time. */
  processor?: number;
  /** Bytes of the largest file that it may write; none without it. */
  file?: number;
}

/** A child that decodes a stranger's media. */
export interface LimitedChild {
  stdout: Readable;
  /** Its exit code, null where a signal ended it. Rejects where it could not be started. */
  ended: Promise<number | null>;
  /** The end of what it said. */
  words(): string;
  /** Ends it at once; however often it is called. */
  stop(): void;
}

const MEMORY = 2 * 1024 ** 3;
const PROCESSOR = 1800;
const WORDS = 4000;

/** Sets the limits and becomes the program: one process, so that ending it ends all. Keys stay out of its environment. */
const SCRIPT = [
  'ulimit -c 0',
  'ulimit -v "$1" 2>/dev/null',
  'ulimit -t "$2" 2>/dev/null',
  'ulimit -f "$3" 2>/dev/null',
  'shift 3',
  'exec env -i PATH="$PATH" LD_LIBRARY_PATH="$LD_LIBRARY_PATH" "$@"',
].join('\n');

/**
 * Starts a program that reads what came from outside: memory, processor time and file sizes limited (where there is a
 * POSIX shell), no standard input, nothing of our environment but where programs and libraries are. The caller reads
 * `stdout` to its end or stops the child.
 *
 * @example const child = spawnLimited('ffmpeg', ['-i', 'file:a.mp4', '-f', 'rawvideo', 'pipe:1']);
 */
export function spawnLimited(
  command: string,
  args: readonly string[],
  limits: ChildLimits = {},
): LimitedChild {
  const { memory = MEMORY, processor = PROCESSOR, file = 0 } = limits;
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], windowsHide: true };
  // Shells count files in blocks of 512 bytes, or of 1024.
  const numbers = [Math.ceil(memory / 1024), Math.ceil(processor), Math.ceil(file / 512)].map(String);
  const child: ChildProcess & { stdout: Readable; stderr: Readable } =
    process.platform === 'win32'
      ? spawn(command, args, { ...options, env: {} })
      : spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...numbers, command, ...args], options);
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-WORDS);
  });
  child.stderr.on('error', () => undefined);
  child.stdout.on('error', () => undefined);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new MediaError('video_unreadable', NOT_STARTED, undefined, { cause })),
    );
    child.once('close', (code) => resolve(code));
  });
  ended.catch(() => undefined);
  return {
    stdout: child.stdout,
    ended,
    words: () => words,
    stop() {
      child.kill('SIGKILL');
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

const NOT_STARTED = 'The decoder could not be started: install ffmpeg 5 or newer, or set FFMPEG_PATH.';

/** The last line that says something, without paths: for a log and an error's cause, not for people. */
export const lastWords = (words: string): string =>
  words
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/file:\S+/g, 'the file') || 'without a word';
