import { createPlayer, type Player } from '@animatic/motion/browser';
import type { Shot, Size } from '@animatic/schema';
import type { Board } from '../board/board.ts';
import type { Derived } from '../derive/derived.ts';
import { createFootageVideos } from './footage-videos.ts';
import { sameNear } from './same-near.ts';
import type { ShotFootage } from './shot-footage.ts';
import { createStillBitmaps, type Pictures } from './still-bitmaps.ts';

/** What the player shows now. */
export interface PlaybackState {
  /** A first picture has been drawn. */
  ready: boolean;
  playing: boolean;
  /** Seconds from the clip's start, and the clip's length. */
  time: number;
  length: number;
  /** Frames a second. */
  fps: number;
  starts: number[];
  /** One shot plays alone, round and round. */
  single: boolean;
  size: Size;
  problem: string | null;
}

export interface Clip
  extends Pick<Derived, 'shots' | 'starts' | 'seconds' | 'size'>,
    Pick<Board, 'format' | 'loop' | 'lines'> {
  /** What plays in stills' places, by the shot's id. */
  footage: Readonly<Record<string, ShotFootage>>;
}

/** The player as the screens see it: it outlives edits of the board, and the screen it is shown on. */
export interface Playback {
  get(): PlaybackState;
  subscribe(listener: () => void): () => void;
  /** Attaches it to the canvas it draws on; null takes it off. `large` draws as many pixels as a whole screen has. */
  attach(canvas: HTMLCanvasElement | null, large?: boolean): void;
  /** Another board, or the same one with more of its pictures; taken up with the next picture of the display. */
  load(clip: Clip, pictures: Pictures): void;
  /** Draws as many pixels as the panel has by now. */
  fit(): void;
  toggle(): void;
  play(): void;
  /** Plays on from one shot to where the next one rests; see `rests`. */
  playTo(time: number): void;
  pause(): void;
  seek(time: number): void;
  /** Stops and goes some frames forth, or back. */
  step(frames: number): void;
  setSingle(single: boolean): void;
  /** Goes to a shot, at the moment when everything in it stands. */
  showShot(id: string): void;
  /** Which shot is under the head. */
  shotAt(time: number): string | null;
  /** A still's pixels, as the player decodes them. */
  bitmapOf(hash: string): ImageBitmap | Promise<ImageBitmap>;
  /** When each shot rests, seconds. */
  rests(): readonly number[];
  /** Where frames lie in the picture on show, in shares of its width and height, bottom to top. */
  places(): PlacedFrame[];
}

/** A frame in the picture. */
export interface PlacedFrame {
  shot: Shot;
  /** From frame pixels to shares of the picture. */
  matrix: { a: number; b: number; c: number; d: number; e: number; f: number };
}

/** The panel draws no more pixels than it has: the longer side at least and at most; and where it is all there is. */
const SIDES = [512, 1280] as const;
const LARGE_SIDE = 1920;

/** Milliseconds between two players while it plays, where nothing changed that is in view: each opens its shot anew. */
const REFRESH = 1500;

/** Makes the player; nothing is drawn until a canvas is attached and a board is loaded. */
export function createPlayback(options: { autoplay: boolean }): Playback {
  let state: PlaybackState = {
    ready: false,
    playing: false,
    time: 0,
    length: 0,
    fps: 30,
    starts: [],
    single: false,
    size: { width: 1920, height: 1080 },
    problem: null,
  };
  let canvas: HTMLCanvasElement | null = null;
  let large = false;
  let player: Player | null = null;
  /** What the player plays; another clip than the newest where only far shots changed. */
  let opened: Clip | null = null;
  let clip: Clip | null = null;
  let refresh: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let autoplay = options.autoplay;
  const listeners = new Set<() => void>();
  const set = (values: Partial<PlaybackState>) => {
    state = { ...state, ...values };
    for (const listener of [...listeners]) listener();
  };
  const bitmaps = createStillBitmaps(() => {
    if (!state.ready) queueMicrotask(() => set({ ready: true }));
    if (autoplay) {
      autoplay = false;
      playback.play();
    }
  });

  const videos = createFootageVideos(() => player?.redraw());

  const indexAt = (time: number) => {
    const index = state.starts.findLastIndex((start) => start <= time + 1e-6);
    return Math.max(0, index);
  };
  /** The part that plays round and round: one shot between its neighbours' transitions. */
  let range: [number, number] | null = null;
  const setRange = () => {
    const index = indexAt(state.time);
    range = state.single ? [state.starts[index] ?? 0, state.starts[index + 1] ?? state.length] : null;
  };
  const onTime = (seconds: number, from: Player) => {
    if (from !== player) return;
    if (range && from.playing && seconds >= range[1] - 1e-3) return from.seek(range[0]);
    set({ time: seconds, playing: from.playing });
  };

  /** Sixty pictures that come one after the other must not stop the one that plays sixty times. */
  const catchUp = () => {
    clearTimeout(refresh);
    refresh = undefined;
    if (opened !== clip) open();
  };
  const open = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    opened = clip;
    if (!canvas || !clip || clip.shots.length === 0) {
      player?.dispose();
      player = null;
      return set({ playing: false });
    }
    const played = {
      shots: clip.shots,
      format: clip.format,
      loop: clip.loop,
      lines: clip.lines,
      fps: clip.format.fps,
      size: drawnSize(clip.size, large),
      bitmapOf: bitmaps.of,
      footageOf: videos.of,
      onError: (error: unknown) => set({ problem: error instanceof Error ? error.message : String(error) }),
    };
    try {
      if (player) player.update(played);
      else {
        player = createPlayer({ ...played, canvas, onTime });
        player.seek(Math.min(state.time, state.length));
      }
      set({ problem: null, playing: player.playing, time: Math.min(state.time, state.length) });
    } catch (error) {
      set({ playing: false, problem: error instanceof Error ? error.message : String(error) });
    }
  };
  /** Ten keys between two pictures of the display are one change. */
  const openSoon = () => {
    if (!player) open();
    else frame ||= requestAnimationFrame(open);
  };

  const playback: Playback = {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(element, wide = false) {
      if (element === canvas && wide === large) return;
      canvas = element;
      large = wide;
      player?.dispose();
      player = null;
      if (canvas) open();
      else set({ playing: false });
    },
    load(next, pictures) {
      bitmaps.use(pictures);
      videos.use(next.footage);
      const far = player && opened && state.ready && sameNear(opened, next, indexAt(state.time));
      clip = next;
      set({
        starts: next.starts,
        length: next.seconds,
        fps: next.format.fps,
        size: next.size,
        time: Math.min(state.time, next.seconds),
        ...(next.shots.length === 0 ? { ready: false } : {}),
      });
      setRange();
      if (!far) openSoon();
      else if (state.playing) refresh ??= setTimeout(catchUp, REFRESH);
    },
    fit() {
      if (!clip || !canvas || !player) return;
      const wanted = drawnSize(clip.size, large);
      if (wanted.width !== canvas.width || wanted.height !== canvas.height) openSoon();
    },
    toggle() {
      if (!player) return;
      if (player.playing) playback.pause();
      else playback.play();
    },
    play() {
      catchUp();
      if (!player) return;
      setRange();
      if (range && state.time >= range[1] - 0.05) player.seek(range[0]);
      player.play();
      set({ playing: true });
    },
    playTo(time) {
      catchUp();
      player?.playTo(time);
      set({ playing: player?.playing ?? false });
    },
    pause() {
      autoplay = false;
      player?.pause();
      videos.pause();
      set({ playing: false });
    },
    seek(time) {
      catchUp();
      player?.seek(time);
      set({ time: Math.min(state.length, Math.max(0, time)) });
      setRange();
    },
    step(frames) {
      playback.pause();
      const last = Math.max(0, Math.ceil(state.length * state.fps - 1e-6) - 1);
      const at = Math.floor(state.time * state.fps + 1e-6) + frames;
      playback.seek(Math.min(last, Math.max(0, at)) / state.fps);
    },
    setSingle(single) {
      set({ single });
      setRange();
    },
    showShot(id) {
      const index = clip?.shots.findIndex((shot) => shot.id === id) ?? -1;
      const start = state.starts[index];
      if (start === undefined || indexAt(state.time) === index) return;
      catchUp();
      const rest = player?.rests[index] ?? start;
      playback.seek(state.playing ? start : rest);
    },
    shotAt: (time) => clip?.shots[indexAt(time)]?.id ?? null,
    bitmapOf: bitmaps.of,
    rests: () => player?.rests ?? [],
    places() {
      if (!canvas || !player) return [];
      const { width, height } = canvas;
      return player.places().flatMap(({ shot: index, matrix: { a, b, c, d, e, f } }) => {
        const shot = opened?.shots[index];
        if (!shot) return [];
        const matrix = {
          a: a / width,
          b: b / height,
          c: c / width,
          d: d / height,
          e: e / width,
          f: f / height,
        };
        return [{ shot, matrix }];
      });
    },
  };
  return playback;
}

function drawnSize({ width, height }: Size, large: boolean): Size {
  const room = window.innerWidth * window.devicePixelRatio;
  const shown = Math.max(SIDES[0], Math.min(large ? LARGE_SIDE : SIDES[1], room));
  const scale = Math.min(1, shown / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
