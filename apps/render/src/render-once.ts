import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { directionNotes, resolveMotion } from '@animatic/engines';
import { outputFor, renderPoster, StillUnreadable, writeOutput } from '@animatic/motion/node';
import { clipSeconds, formatSize, type Storyboard } from '@animatic/schema';
import { type RenderArguments, UsageError } from './arguments.ts';
import { openClip } from './open-clip.ts';
import { progressLine } from './output/progress.ts';
import type { Terminal } from './output/terminal.ts';
import { bytesText, secondsText } from './quantities.ts';
import { BadStoryboard } from './source/bad-storyboard.ts';
import { readStoryboardText } from './source/read-storyboard.ts';
import { openStills, type StillFolder, StillRefused } from './source/stills.ts';

export interface RenderContext {
  /** What relative paths are relative to. */
  cwd: string;
  /** Results. */
  stdout: Terminal;
  /** Progress and faults. */
  stderr: Terminal;
  ffmpeg: string | undefined;
  signal: AbortSignal;
  stdin?: NodeJS.ReadableStream;
}

/** The largest storyboard, in bytes: as much as the API takes. */
const MAX_FILE_BYTES = 8 * 1024 * 1024;

/** Where a storyboard and its stills lie. */
export function sourceOf(asked: Pick<RenderArguments, 'file' | 'stills'>, cwd: string) {
  const path = asked.file === '-' ? undefined : resolve(cwd, asked.file);
  const base = path ? dirname(path) : cwd;
  return {
    path,
    base,
    name: path ? basename(path) : 'standard input',
    title: path ? basename(path, extname(path)) : 'clip',
    stills: asked.stills ? resolve(cwd, asked.stills) : join(base, 'stills'),
  };
}

/**
 * Reads the storyboard and writes everything that is asked for.
 *
 * @param stills is filled with the files that the render hangs on, also where it fails
 * @throws {BadStoryboard}, {UsageError}, what `writeOutput` throws, the signal's reason
 */
export async function renderOnce(
  asked: RenderArguments,
  context: RenderContext,
  stills?: StillFolder,
): Promise<void> {
  const source = sourceOf(asked, context.cwd);
  const folder = stills ?? openStills(source);
  const text = await readSource(source, context);
  const written = await readStoryboardText(text, { ...source, stills: folder });
  const board = {
    ...written,
    format: { ...written.format, ...asked.format },
    loop: asked.loop ?? written.loop,
  };
  const outs =
    asked.outs.length > 0 ? asked.outs.map((out) => resolve(context.cwd, out)) : [defaultOut(asked, source)];
  const seconds = clipSeconds(board.shots);
  if (asked.frame !== undefined && asked.frame > seconds)
    throw new UsageError(`--frame ${asked.frame}s: the clip is ${seconds} s long`);
  const all = asked.sprites ? [...outs, ...spritesBeside(outs)] : outs;
  for (const out of all) await checkPlace(out, new Set([...folder.files, source.path ?? '']));
  if (!asked.quiet)
    for (const { shot, text } of directionNotes(board.shots, board.mood))
      context.stderr.write(`${basename(source.path ?? 'stdin')}: shots[${shot}]: ${text}\n`);
  for (const out of all) await writeOne(board, { out, asked, folder, context });
}

async function writeOne(
  board: Storyboard,
  {
    out,
    asked,
    folder,
    context,
  }: { out: string; asked: RenderArguments; folder: StillFolder; context: RenderContext },
): Promise<void> {
  const { signal, ffmpeg, stdout, stderr } = context;
  const { fps, ground } = board.format;
  const [first] = board.shots;
  if (!first) throw new Error('a storyboard without shots was accepted');
  const size = formatSize(board.format, first.size);
  const directed = { ...board, shots: resolveMotion(board.shots, board.mood) };
  const loadStill = (hash: string) => folder.read(hash);
  const line = progressLine({ terminal: stderr, label: basename(out) });
  const began = performance.now();
  try {
    const made = await writeOutput({
      out,
      open: openClip(board, loadStill),
      still: (at) => renderPoster({ board: directed, size, loadStill, seconds: at, signal }),
      moment: asked.frame,
      size,
      fps,
      seconds: clipSeconds(board.shots),
      transparent: ground === 'transparent',
      maxBytes: outputFor(out)?.name === 'gif' ? asked.maxBytes : undefined,
      ffmpeg,
      signal,
      onProgress: asked.quiet ? undefined : line.update,
    });
    line.clear();
    if (asked.quiet) return;
    const took = (performance.now() - began) / 1000;
    const facts = [
      `${made.size.width} × ${made.size.height}`,
      made.output.name === 'poster' ? undefined : `${made.frames} frames`,
      bytesText(made.bytes),
      `in ${secondsText(took)}`,
    ];
    stdout.write(`${made.files.join('\n')}\n`);
    stderr.write(`  ${facts.filter(Boolean).join(', ')}\n`);
    if (made.lowered) stderr.write(`  ${made.lowered}\n`);
  } catch (error) {
    line.clear();
    if (error instanceof StillRefused || error instanceof StillUnreadable)
      throw new BadStoryboard([error.message]);
    throw error;
  }
}

/** @throws {UsageError} where nothing can be written, or where what is rendered would be written over */
async function checkPlace(out: string, sources: ReadonlySet<string>): Promise<void> {
  if (sources.has(out)) throw new UsageError(`-o ${out}: the clip would be written over what it is made of`);
  const place = await stat(out).catch(() => undefined);
  if (place?.isDirectory()) throw new UsageError(`-o ${out}: this is a folder; name a file in it`);
  const around = await stat(dirname(out)).catch(() => undefined);
  if (!around?.isDirectory())
    throw new UsageError(`-o ${out}: there is no folder ${dirname(out)}; make it first`);
}

async function readSource(source: ReturnType<typeof sourceOf>, { stdin }: RenderContext): Promise<string> {
  const bytes = source.path
    ? await readFile(source.path).catch((error: NodeJS.ErrnoException) => {
        throw new BadStoryboard([`${source.path}: ${REASONS[error.code ?? ''] ?? error.message}`]);
      })
    : await buffer(stdin ?? process.stdin);
  if (bytes.length > MAX_FILE_BYTES)
    throw new BadStoryboard([
      `${source.name}: larger than ${bytesText(MAX_FILE_BYTES)}, which no storyboard is`,
    ]);
  return bytes.toString('utf8');
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder; name the storyboard in it',
  EACCES: 'this file may not be read',
};

function defaultOut(asked: RenderArguments, { base, title }: ReturnType<typeof sourceOf>): string {
  return join(base, `${title}${asked.frame === undefined ? '.mp4' : '.png'}`);
}

/** For each clip a sheet; two clips of one name need it once. */
function spritesBeside(outs: readonly string[]): string[] {
  const clips = outs.filter((out) => !['poster', 'sprites'].includes(outputFor(out)?.name ?? ''));
  return [...new Set(clips.map((out) => `${out.slice(0, -extname(out).length)}.sprites.jpg`))];
}
