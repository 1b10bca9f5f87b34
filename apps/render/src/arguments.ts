import { parseArgs } from 'node:util';
import { outputFor, outputs } from '@animatic/motion/node';
import { type Aspect, aspects, type Format, resolutions } from '@animatic/schema';
import { readBytes, readMoment } from './quantities.ts';

/** A command line that cannot be obeyed, in words for the terminal. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What the command line asks for. */
export interface RenderArguments {
  /** The storyboard's path, or `-` for the standard input. */
  file: string;
  /** Where the clip goes; beside the storyboard without any. */
  outs: string[];
  stills: string | undefined;
  /** Seconds. */
  frame: number | undefined;
  /** Instead of the storyboard's own. */
  format: Partial<Format>;
  loop: boolean | undefined;
  sprites: boolean;
  maxBytes: number | undefined;
  watch: boolean;
  quiet: boolean;
}

export type Asked = { kind: 'help' } | { kind: 'schema' } | ({ kind: 'render' } & RenderArguments);

const OPTIONS = {
  out: { type: 'string', short: 'o', multiple: true },
  stills: { type: 'string' },
  frame: { type: 'string' },
  format: { type: 'string' },
  resolution: { type: 'string' },
  fps: { type: 'string' },
  transparent: { type: 'boolean' },
  loop: { type: 'boolean' },
  sprites: { type: 'boolean' },
  'max-bytes': { type: 'string' },
  watch: { type: 'boolean', short: 'w' },
  quiet: { type: 'boolean', short: 'q' },
  schema: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the command line.
 *
 * @throws {UsageError}
 * @example readArguments(['storyboard.json', '-o', 'clip.mp4', '--fps', '24'])
 */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  if (values.schema) return { kind: 'schema' };
  const [file, ...rest] = positionals;
  if (!file) throw new UsageError('no storyboard was named');
  if (rest.length > 0)
    throw new UsageError(
      `one storyboard at a time: ${rest.join(' ')} is too much (outputs are named with -o)`,
    );
  const outs = values.out ?? [];
  const frame = values.frame === undefined ? undefined : readMoment(values.frame);
  if (values.frame !== undefined && frame === undefined)
    throw new UsageError(
      `--frame ${values.frame}: a moment is a number of seconds, such as 1.5s, 1500ms or 0:01.5`,
    );
  const maxBytes = values['max-bytes'] === undefined ? undefined : readBytes(values['max-bytes']);
  if (values['max-bytes'] !== undefined && maxBytes === undefined)
    throw new UsageError(
      `--max-bytes ${values['max-bytes']}: a size is a number of bytes, such as 5MB or 800kB`,
    );
  for (const out of outs) checkOut(out, frame !== undefined);
  if (maxBytes !== undefined && !outs.some((out) => outputFor(out)?.name === 'gif'))
    throw new UsageError('--max-bytes is for a GIF: name one with -o clip.gif');
  if (values.watch && file === '-') throw new UsageError('--watch needs a file, not the standard input');
  return {
    kind: 'render',
    file,
    outs,
    stills: values.stills,
    frame,
    format: formatOf(values),
    loop: values.loop,
    sprites: values.sprites ?? false,
    maxBytes,
    watch: values.watch ?? false,
    quiet: values.quiet ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, allowNegative: true });
  } catch (error) {
    // Its second sentence is about another case.
    const [words = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(words);
  }
}

function checkOut(out: string, isFrame: boolean): void {
  const output = outputFor(out);
  const ends = outputs.flatMap(({ extensions }) => extensions).join(', ');
  if (!output) throw new UsageError(`-o ${out}: its end says what is written, and has to be one of ${ends}`);
  if (isFrame && output.name !== 'poster') throw new UsageError(`-o ${out}: --frame writes a .png`);
}

function formatOf(values: {
  format?: string;
  resolution?: string;
  fps?: string;
  transparent?: boolean;
}): Partial<Format> {
  const format: Partial<Format> = {};
  if (values.format !== undefined) format.aspect = oneOf('--format', values.format, aspects);
  if (values.resolution !== undefined)
    format.resolution = oneOf('--resolution', Number(values.resolution.replace(/p$/, '')), resolutions);
  if (values.fps !== undefined) {
    const fps = Number(values.fps);
    if (!Number.isInteger(fps) || fps < 12 || fps > 60)
      throw new UsageError(`--fps ${values.fps}: a whole number from 12 to 60`);
    format.fps = fps;
  }
  if (values.transparent !== undefined) format.ground = values.transparent ? 'transparent' : 'design';
  return format;
}

function oneOf<const T extends string | number>(
  option: string,
  value: string | number,
  all: readonly T[],
): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${option}: one of ${all.join(', ')}`);
  return found;
}

/** The shapes that `--format` takes. */
export const formats: readonly Aspect[] = aspects;
