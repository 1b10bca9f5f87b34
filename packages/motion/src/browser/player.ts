import type { Shot, Size } from '@animatic/schema';
import { choreograph, createStage, paint, sample, stillsOfShot, type Timeline } from '../core/index.ts';
import { type BrowserBitmap, browserHost, contextOf } from './host.ts';

export interface PlayerOptions {
  /** Its width and height are set to `size`. */
  canvas: HTMLCanvasElement | OffscreenCanvas;
  /** Shots with their motion resolved. */
  shots: readonly Shot[];
  /** Pixels to draw at: the format's, or less for a small panel. */
  size: Size;
  /** Pictures a second; the display's own pace without it. */
  fps?: number;
  /** Finds a still by its hash: at once where it is decoded, later where it is not there yet. */
  bitmapOf: (hash: string) => ImageBitmap | Promise<ImageBitmap>;
  /** Called with each new time, seconds from the clip's start. */
  onTime?: (seconds: number, player: Player) => void;
  /** A still that cannot be had; the shot's place stays as it is. */
  onError?: (error: unknown) => void;
  /** Starts again at the end; stops there without it. */
  loop?: boolean;
}

/** Draws a clip on a canvas with the code that renders it on the server. */
export interface Player {
  readonly seconds: number;
  readonly duration: number;
  readonly playing: boolean;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  /** Lets go of all bitmaps; the player is of no use afterwards. */
  dispose(): void;
}

/**
 * A player on a canvas. It draws as soon as a shot's still is there and adds the layers when they are; a shot that
 * has nothing yet leaves the last picture standing.
 *
 * @throws RangeError without any shot
 * @example createPlayer({ canvas, shots, size: { width: 640, height: 360 }, bitmapOf }).play();
 */
export function createPlayer(options: PlayerOptions): Player {
  const { canvas, shots, size, fps, onTime } = options;
  canvas.width = size.width;
  canvas.height = size.height;
  const context = contextOf(canvas);
  const timeline = choreograph({ shots }, size);
  const loader = createLoader(options, timeline, () => draw(true));
  let seconds = 0;
  let playing = false;
  let disposed = false;
  let request = 0;
  let last: number | undefined;
  let drawn = Number.NaN;

  const draw = (again = false) => {
    if (disposed) return;
    const at = fps ? Math.floor(seconds * fps + 1e-6) / fps : seconds;
    if (!again && at === drawn) return;
    loader.want(at);
    if (!loader.ready(at)) return;
    paint<BrowserBitmap>(context, sample(timeline, at), loader.stage);
    drawn = at;
  };
  const tick = (now: number) => {
    if (!playing || disposed) return;
    const passed = last === undefined ? 0 : (now - last) / 1000;
    last = now;
    if (loader.ready(seconds)) seconds += Math.min(passed, 0.25);
    if (seconds >= timeline.seconds) {
      if (options.loop) seconds %= timeline.seconds;
      else {
        seconds = timeline.seconds;
        playing = false;
      }
    }
    draw();
    onTime?.(seconds, player);
    if (playing) request = requestAnimationFrame(tick);
  };
  const player: Player = {
    get seconds() {
      return seconds;
    },
    get duration() {
      return timeline.seconds;
    },
    get playing() {
      return playing;
    },
    play() {
      if (playing || disposed) return;
      if (seconds >= timeline.seconds) seconds = 0;
      playing = true;
      last = undefined;
      request = requestAnimationFrame(tick);
    },
    pause() {
      playing = false;
      cancelAnimationFrame(request);
    },
    seek(to) {
      seconds = Math.min(timeline.seconds, Math.max(0, to));
      last = undefined;
      draw();
      onTime?.(seconds, player);
    },
    dispose() {
      player.pause();
      disposed = true;
      loader.dispose();
    },
  };
  draw(true);
  return player;
}

/** Opens shots on a stage as their stills come: first the still alone, then with layers. */
function createLoader(options: PlayerOptions, timeline: Timeline, changed: () => void) {
  const { shots, bitmapOf, onError } = options;
  const stage = createStage<BrowserBitmap>(browserHost, shots, timeline);
  const asked = new Set<number>();
  let disposed = false;

  const needed = (seconds: number) =>
    timeline.shots.filter((shot) => shot.start <= seconds + 1e-9 && seconds < shot.end + 1e-9);
  const open = async (index: number) => {
    const shot = shots[index];
    if (!shot) return;
    for (const part of ['still only', 'layers'] as const) {
      if (part === 'layers' && timeline.shots[index]?.lifted.length === 0) return;
      const hashes = stillsOfShot(shot, part === 'layers');
      const bitmaps = new Map<string, BrowserBitmap>();
      for (const hash of hashes) bitmaps.set(hash, await bitmapOf(hash));
      if (disposed) return;
      stage.open(
        index,
        (hash) => {
          const bitmap = bitmaps.get(hash);
          if (!bitmap) throw new Error(`the still ${hash} was not loaded`);
          return bitmap;
        },
        part,
      );
      changed();
    }
  };
  const ask = (index: number) => {
    if (asked.has(index)) return;
    asked.add(index);
    open(index).catch((error: unknown) => {
      asked.delete(index);
      onError?.(error);
    });
  };
  return {
    stage,
    ready: (seconds: number) => needed(seconds).every((shot) => stage.isOpen(shot.index)),
    want(seconds: number) {
      const now = needed(seconds);
      for (const shot of now) ask(shot.index);
      const next = (now.at(-1)?.index ?? -1) + 1;
      if (next < shots.length && now.every((shot) => stage.isOpen(shot.index))) ask(next);
      for (const shot of timeline.shots)
        if (shot.index < (now[0]?.index ?? 0) - 1 || shot.index > next) {
          stage.close(shot.index);
          asked.delete(shot.index);
        }
    },
    dispose() {
      disposed = true;
      for (const shot of timeline.shots) stage.close(shot.index);
    },
  };
}
