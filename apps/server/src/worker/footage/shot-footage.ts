import type { ShotFootage } from '@animatic/engines';
import { type OpenVideoOptions, openVideo, readVideo } from '@animatic/media';
import type { Rect, Size } from '@animatic/schema';
import { smooth } from './dissolve.ts';
import { curvesBetween, evenOut, type ToneCurves } from './even-out.ts';
import { looped } from './looped.ts';
import type { MadeFootage } from './made-footage.ts';
import type { Treatment } from './treatment.ts';

export interface ShotFootageOptions {
  made: Pick<MadeFootage, 'hash' | 'width' | 'height'>;
  treatment: Treatment;
  /** Seconds that the shot lasts. */
  duration: number;
  /** The file, and the one that a seam is after. */
  path: string;
  seamPath?: string | undefined;
  /** An ffmpeg that may read it. */
  ffmpeg(): Promise<string>;
}

/** Colours are measured on a picture of this size. */
const MEASURED: Size = { width: 64, height: 36 };
/** Seconds before a file's end that are decoded to find its last frame. */
const TAIL = 1;

/**
 * A generation's file as a shot's footage: cut to the frame's own shape, timed, looped, its seam evened out. Nothing is
 * opened before its frames are asked for.
 *
 * @throws {MediaError} while frames are asked for
 */
export function shotFootage(options: ShotFootageOptions): ShotFootage {
  const { made, treatment, duration, path, seamPath } = options;
  const facts = once(() => readVideo(path));
  const curves = once(() => measure(options));

  async function* video(size: Size, fps: number, start: number, signal?: AbortSignal) {
    const known = await facts();
    // Past the end its last frame stands.
    const last = Math.max(0, known.seconds - 0.5 / known.fps);
    yield* openVideo({
      path,
      ffmpeg: await options.ffmpeg(),
      crop: treatment.inner ?? undefined,
      size,
      fps,
      start: Math.min(treatment.start + start, last),
      facts: known,
      signal,
    });
  }

  async function* even(frames: AsyncIterable<Uint8Array>, fps: number, from: number, over: number) {
    let n = 0;
    for await (const frame of frames) {
      const passed = (from + n++ / fps) / over;
      if (passed < 1) evenOut(frame, await curves(), 1 - smooth(passed));
      yield frame;
    }
  }

  async function* first(frames: AsyncIterable<Uint8Array>, count: number) {
    let n = 0;
    for await (const frame of frames) {
      yield frame;
      if (++n >= count) return;
    }
  }

  return {
    hash: made.hash,
    treatment,
    size: innerSize(made, treatment.inner),
    open(size, fps, signal, from = 0) {
      const count = Math.max(1, Math.ceil((duration - from) * fps - 1e-6));
      const { loop, seam } = treatment;
      if (loop) return looped((start) => video(size, fps, start, signal), loop, fps, from, count);
      const frames = first(video(size, fps, from, signal), count);
      return seam && seamPath && from < seam.over ? even(frames, fps, from, seam.over) : frames;
    },
  };
}

/** Of the frame itself, even pixels. */
function innerSize({ width, height }: Size, inner: Rect | null): Size {
  const side = (length: number, share: number) => Math.max(2, Math.round((length * share) / 2) * 2);
  return { width: side(width, inner?.width ?? 1), height: side(height, inner?.height ?? 1) };
}

/** What makes the first frame's colours those of the last frame before it. */
async function measure({ path, seamPath, treatment, ffmpeg }: ShotFootageOptions): Promise<ToneCurves> {
  const { seam, inner, start } = treatment;
  if (!seam || !seamPath) return [1, 1, 1];
  const command = await ffmpeg();
  const before = await readVideo(seamPath);
  const small = { ffmpeg: command, size: MEASURED, fps: 30 } satisfies Partial<OpenVideoOptions>;
  const tail = Math.max(0, before.seconds - TAIL);
  const crop = (rect: Rect | null) => rect ?? undefined;
  const ending = openVideo({ ...small, path: seamPath, crop: crop(seam.inner), start: tail, facts: before });
  const beginning = openVideo({ ...small, path, crop: crop(inner), start, frames: 1 });
  return curvesBetween(await lastOf(beginning), await lastOf(ending));
}

async function lastOf(frames: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let last: Uint8Array | undefined;
  for await (const frame of frames) last = Uint8Array.from(frame);
  if (!last) throw new Error('a video without frames was read');
  return last;
}

/** Calls it once, and again only after a failure. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
