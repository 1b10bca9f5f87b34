import type { Size } from '@animatic/schema';
import type { Choreographed } from '../core/index.ts';
import type { FootageOf } from './footage.ts';
import { contextOf } from './host.ts';
import { type LoadedClip, loadClip } from './load-clip.ts';
import { type Place, placesAt } from './places.ts';
import { restsOf } from './rests.ts';

/** What is played. */
export interface PlayerClip extends Choreographed {
  /** Pixels to draw at: the format's, or less for a small panel. */
  size: Size;
  /** Pictures a second; the display's own pace without it. */
  fps?: number;
  /** Finds a still by its hash: at once where it is decoded, later where it is not there yet. */
  bitmapOf: (hash: string) => ImageBitmap | Promise<ImageBitmap>;
  /** What plays in the place of a shot's still, where a model made it. */
  footageOf?: FootageOf;
  /** A still that cannot be had; the shot's place stays as it is. */
  onError?: (error: unknown) => void;
}

export interface PlayerOptions extends PlayerClip {
  /** Its width and height are set to `size`. */
  canvas: HTMLCanvasElement | OffscreenCanvas;
  /** Called with each new time, seconds from the clip's start. */
  onTime?: (seconds: number, player: Player) => void;
  /** Starts again at the end, as a looping clip does by itself; stops there without it. */
  repeat?: boolean;
}

/** Draws a clip on a canvas with the code that renders it on the server. */
export interface Player {
  readonly seconds: number;
  readonly duration: number;
  readonly playing: boolean;
  /** When each shot rests: the last moment at which all in it stands, seconds from the clip's start. */
  readonly rests: readonly number[];
  play(): void;
  /** Plays to a moment and stops there. */
  playTo(seconds: number): void;
  pause(): void;
  seek(seconds: number): void;
  /**
   * Plays another clip from now on, at the time that it is. The old picture stands until the new one can be drawn,
   * so that nothing flashes while words are typed.
   */
  update(clip: PlayerClip): void;
  /** Draws the same moment again: a picture of its footage has come. */
  redraw(): void;
  /** Where the frames of the picture on show lie, bottom to top. */
  places(): Place[];
  /** Lets go of all bitmaps; the player is of no use afterwards. */
  dispose(): void;
}

/** A pause of the display, such as a hidden tab, is no time of the clip. */
const LONGEST_STEP = 0.25;

/**
 * A player on a canvas. It draws as soon as a shot's still is there and adds the layers when they are; a shot that
 * has nothing yet leaves the last picture standing.
 *
 * @throws RangeError without any shot
 * @example createPlayer({ canvas, shots, size: { width: 640, height: 360 }, bitmapOf }).play();
 */
export function createPlayer(options: PlayerOptions): Player {
  const { canvas, onTime } = options;
  const context = contextOf(canvas);
  let disposed = false;
  const changed = () => draw(true);
  /** What is painted, and the clip that takes its place once it can be. */
  let shown: LoadedClip | null = null;
  let newest = loadClip(options, { changed });
  let seconds = 0;
  let until: number | null = null;
  let playing = false;
  let request = 0;
  let last: number | undefined;
  let drawn = Number.NaN;

  const draw = (again = false) => {
    if (disposed) return;
    const { fps } = newest.clip;
    const at = fps ? Math.floor(seconds * fps + 1e-6) / fps : seconds;
    if (!again && at === drawn && shown === newest) return;
    newest.want(at);
    if (!newest.ready(at)) return;
    if (shown !== newest) {
      const { width, height } = newest.clip.size;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      shown?.dispose();
      shown = newest;
    }
    newest.paint(context, at, playing);
    drawn = at;
  };
  const tick = (now: number) => {
    if (!playing || disposed) return;
    const passed = last === undefined ? 0 : (now - last) / 1000;
    last = now;
    if (newest.ready(seconds)) seconds += Math.min(passed, LONGEST_STEP);
    const end = Math.min(until ?? Number.POSITIVE_INFINITY, newest.timeline.seconds);
    if (seconds >= end) {
      if (until === null && (options.repeat || newest.clip.loop)) seconds %= newest.timeline.seconds;
      else {
        seconds = end;
        playing = false;
        until = null;
      }
    }
    draw();
    onTime?.(seconds, player);
    if (playing) request = requestAnimationFrame(tick);
  };
  const start = () => {
    if (playing || disposed) return;
    playing = true;
    last = undefined;
    request = requestAnimationFrame(tick);
  };
  const player: Player = {
    get seconds() {
      return seconds;
    },
    get duration() {
      return newest.timeline.seconds;
    },
    get playing() {
      return playing;
    },
    get rests() {
      return restsOf(newest.timeline);
    },
    play() {
      until = null;
      if (!playing && seconds >= newest.timeline.seconds - 1e-6) seconds = 0;
      start();
    },
    playTo(to) {
      until = to;
      start();
    },
    pause() {
      playing = false;
      until = null;
      cancelAnimationFrame(request);
    },
    seek(to) {
      seconds = Math.min(newest.timeline.seconds, Math.max(0, to));
      last = undefined;
      draw();
      onTime?.(seconds, player);
    },
    update(clip) {
      if (disposed) return;
      const before = shown ?? newest;
      if (newest !== before) newest.dispose();
      const layered = new Set(before.clip.shots.filter((shot) => shot.layers.length > 0).map(({ id }) => id));
      newest = loadClip(clip, { changed, layered: (shot) => shown !== null && layered.has(shot) });
      seconds = Math.min(seconds, newest.timeline.seconds);
      draw(true);
    },
    redraw: () => draw(true),
    places: () => (shown ? placesAt(shown.timeline, seconds) : []),
    dispose() {
      player.pause();
      disposed = true;
      newest.dispose();
      shown?.dispose();
    },
  };
  canvas.width = options.size.width;
  canvas.height = options.size.height;
  draw(true);
  return player;
}
