import type { Size } from '@animatic/schema';
import type { ShotTimeline, Stage, Timeline } from '../core/index.ts';
import type { PixelKernel } from '../kernel/pixel-kernel.ts';
import type { NodeBitmap } from './host.ts';
import { Sprite } from './painter/sprite.ts';

/** A shot's footage: pictures in the place of its still. */
export interface FootageSource {
  /** The most that it has, pixels; it is asked for no more. */
  size: Size;
  /**
   * Its frames at this size and rate, from `from` seconds into the shot on: RGBA, opaque. One is good until the next is
   * asked for. Where they end early the last one stays. They are let go of by `return()`.
   */
  open(size: Size, fps: number, signal?: AbortSignal, from?: number): AsyncIterator<Uint8Array, void, void>;
}

/** By the shot's place in the board; a shot without any is drawn from its still. */
export type FootageOf = (shot: number) => FootageSource | undefined;

/** A shot's footage had no frame at all. */
export class FootageEmpty extends Error {
  override name = 'FootageEmpty';
  readonly shot: string;
  constructor(shot: string) {
    super(`the footage of the shot ${shot} has no frame`);
    this.shot = shot;
  }
}

/** The footage of a clip's shots, opened shortly before they come and let go of when they are over. */
export interface Reel {
  /** Puts the frames of a moment where their shots' stills would be. @param due the shots on screen */
  show(due: readonly ShotTimeline[], seconds: number): Promise<void>;
  /** Lets go of everything. */
  close(): Promise<void>;
}

interface Cursor {
  frames: AsyncIterator<Uint8Array, void, void>;
  size: Size;
  /** Seconds into the shot of the first frame. */
  from: number;
  /** The number of the frame that is shown, and of the one that is on its way. */
  shown: number;
  /** On its way while others are drawn; null when there are no more. */
  next: Promise<IteratorResult<Uint8Array, void>> | null;
}

/** Seconds before a shot at which its footage is opened: decoders take a moment to start. */
const SOON = 0.75;
/** A frame that is this share of a frame's time late is on time: sums of fractions are not exact. */
const ON_TIME = 0.01;

/**
 * @param fps of the clip that is drawn
 * @example const reel = openReel({ timeline, footage, stage, kernel, fps: 30 }); await reel.show(shotsAt(timeline, 1), 1);
 */
export function openReel(options: {
  timeline: Timeline;
  footage: FootageOf;
  stage: Stage<NodeBitmap>;
  kernel: PixelKernel;
  fps: number;
  signal?: AbortSignal | undefined;
}): Reel {
  const { timeline, footage, stage, kernel, fps, signal } = options;
  const cursors = new Map<number, Cursor>();

  const open = (shot: ShotTimeline, source: FootageSource, from: number): Cursor => {
    const size = shownSize(shot.scene.picture, source.size);
    const frames = source.open(size, fps, signal, from);
    const next = frames.next();
    // Whoever waits for it hears of a failure; until then nobody does.
    next.catch(() => undefined);
    const cursor = { frames, size, from, shown: -1, next };
    cursors.set(shot.index, cursor);
    return cursor;
  };
  const drop = async (index: number) => {
    const cursor = cursors.get(index);
    cursors.delete(index);
    await cursor?.frames.return?.();
  };
  /** Goes on to the frame that a shot shows so many seconds after it began. */
  const turnTo = async (shot: ShotTimeline, source: FootageSource, local: number) => {
    let cursor = cursors.get(shot.index) ?? open(shot, source, local);
    const number = () => Math.floor((local - cursor.from) * fps + ON_TIME);
    if (number() < Math.max(0, cursor.shown)) {
      await drop(shot.index);
      cursor = open(shot, source, local);
    }
    while (cursor.next && cursor.shown < number()) {
      const { done, value } = await cursor.next;
      if (done || !value) {
        cursor.next = null;
        break;
      }
      const picture = kernel.uploadBitmap({ data: value, ...cursor.size });
      cursor.shown += 1;
      // From here on the next one is decoded while this one is drawn.
      cursor.next = cursor.frames.next();
      cursor.next.catch(() => undefined);
      stage.exchange(shot.index, new Sprite(picture));
    }
    if (!stage.isOpen(shot.index)) throw new FootageEmpty(shot.id);
  };

  /** The first moment of a shot that a frame of the clip falls on, seconds into the shot. */
  const firstOf = ({ start }: ShotTimeline) => Math.max(0, Math.ceil(start * fps - 1e-6) / fps - start);

  return {
    async show(due, seconds) {
      const coming = timeline.shots.filter(({ start }) => start > seconds && start <= seconds + SOON);
      const wanted = new Set([...due, ...coming].map((shot) => shot.index));
      for (const index of cursors.keys()) if (!wanted.has(index)) await drop(index);
      for (const shot of due) {
        const source = footage(shot.index);
        if (source) await turnTo(shot, source, localTime(timeline, shot, seconds));
      }
      for (const shot of coming) {
        const source = footage(shot.index);
        if (source && !cursors.has(shot.index)) open(shot, source, firstOf(shot));
      }
    },
    async close() {
      await Promise.all([...cursors.keys()].map(drop));
    },
  };
}

/** Seconds into a shot. Where the clip's end passes into its beginning, the first shot stands as it will begin. */
function localTime({ loop, seconds: whole }: Timeline, shot: ShotTimeline, seconds: number): number {
  const closes = loop !== null && shot.index === 0 && seconds >= shot.end;
  return Math.max(0, closes ? seconds - whole : seconds - shot.start);
}

/** As large as it is shown, at most what there is. */
function shownSize(shown: Size, has: Size): Size {
  const enough = has.width >= shown.width && has.height >= shown.height;
  const { width, height } = enough ? shown : has;
  return { width, height };
}
