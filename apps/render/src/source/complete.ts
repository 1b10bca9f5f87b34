import { basename, extname } from 'node:path';
import { direct } from '@animatic/director';
import { type Aspect, type Mood, moods, type Size, STORYBOARD_VERSION } from '@animatic/schema';
import type { Issue, JsonPath } from './bad-storyboard.ts';
import { type FoundPicture, StillRefused } from './stills.ts';
import { DEFAULT_SCALE } from './written-storyboard.ts';

export interface CompleteOptions {
  /** The title where there is none. */
  name: string;
  /** Makes a picture of a path or a hash. @throws {StillRefused} */
  picture: (pathOrHash: string) => Promise<FoundPicture>;
}

export interface Completed {
  /** A storyboard, as far as what was written can make one; the schema has the last word. */
  document: unknown;
  issues: Issue[];
}

type Fields = Record<string, unknown>;

const FORMAT: { aspect: Aspect; resolution: number; fps: number } = {
  aspect: '16:9',
  resolution: 1080,
  fps: 30,
};

/**
 * Fills in what a hand-written storyboard leaves out, and makes pictures of the paths in it. What it cannot make sense of
 * it leaves as it is, for the schema to refuse.
 */
export async function complete(written: unknown, options: CompleteOptions): Promise<Completed> {
  if (!isFields(written)) return { document: written, issues: [] };
  const { $schema, scale, transition, ...board } = written;
  const issues: Issue[] = [];
  const shots: unknown[] = [];
  const given = Array.isArray(board.shots) ? board.shots : [];
  const mood = moods.find((one) => one === board.mood);
  for (const [index, one] of given.entries()) {
    const context = { index, count: given.length, mood, path: ['shots', index], issues, options };
    shots.push(await completeShot(one, { scale, transition }, context));
  }
  const format = typeof board.format === 'string' ? { aspect: board.format } : (board.format ?? {});
  const document = {
    version: STORYBOARD_VERSION,
    title: options.name,
    ...board,
    format: isFields(format) ? { ...FORMAT, ...format } : format,
    ...(Array.isArray(board.shots) && { shots }),
  };
  return { document, issues };
}

interface ShotContext {
  index: number;
  count: number;
  mood: Mood | undefined;
  path: JsonPath;
  issues: Issue[];
  options: CompleteOptions;
}

async function completeShot(
  written: unknown,
  common: { scale: unknown; transition: unknown },
  context: ShotContext,
): Promise<unknown> {
  const { index, count, mood, path, issues, options } = context;
  const fields = typeof written === 'string' ? { still: written } : written;
  if (!isFields(fields)) return written;
  const { scale: own, still: named, ...shot } = fields;
  const scale = scaleOf(own ?? common.scale, own === undefined ? ['scale'] : [...path, 'scale'], issues);
  let still: unknown = named;
  let background: unknown;
  if (typeof named === 'string')
    try {
      const found = await options.picture(named);
      still = found.picture;
      background = found.background;
    } catch (error) {
      if (!(error instanceof StillRefused)) throw error;
      issues.push({ path: fields === written ? [...path, 'still'] : path, message: error.message });
      still = undefined;
    }
  const name = typeof named === 'string' ? basename(named, extname(named)) : `Shot ${index + 1}`;
  const size = shot.size ?? (hasSize(still) && { width: still.width / scale, height: still.height / scale });
  const caption = typeof shot.caption === 'string' ? { direction: shot.caption } : (shot.caption ?? {});
  const transition = shot.transition ?? common.transition;
  return {
    id: `shot-${index + 1}`,
    source: { node: `file:${index + 1}`, name },
    ...(background !== undefined && { background }),
    ...shot,
    size: size || undefined,
    still,
    caption,
    duration: shot.duration ?? suggestedSeconds(caption, size, { index, count, name, mood }),
    ...(transition !== undefined && {
      transition: typeof transition === 'string' ? { kind: transition } : transition,
    }),
  };
}

function scaleOf(scale: unknown, path: JsonPath, issues: Issue[]): number {
  if (scale === undefined) return DEFAULT_SCALE;
  if (typeof scale === 'number' && scale > 0 && scale <= 8) return scale;
  issues.push({ path, message: 'a scale is a number above 0 and at most 8: bitmap pixels per frame pixel' });
  return DEFAULT_SCALE;
}

/** As long as the words say, or as taste has it. */
function suggestedSeconds(
  caption: unknown,
  size: unknown,
  { index, count, name, mood }: { index: number; count: number; name: string; mood: Mood | undefined },
): number | undefined {
  const direction = isFields(caption) && typeof caption.direction === 'string' ? caption.direction : '';
  if (!hasSize(size) || direction.length > 4000) return undefined;
  const box = { x: 0, y: 0, width: size.width, height: size.height };
  const outline = {
    id: 'frame',
    name,
    kind: 'group' as const,
    box,
    bounds: box,
    size,
    opens: true,
    children: [],
  };
  const { duration } = direct({ outline, direction, shotIndex: index, shotCount: count, mood });
  return Math.min(60, Math.max(0.5, duration));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasSize = (value: unknown): value is Size =>
  isFields(value) && typeof value.width === 'number' && typeof value.height === 'number';
