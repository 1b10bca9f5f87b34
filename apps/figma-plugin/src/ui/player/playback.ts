import { createPlayer, type Player } from '@animatic/motion/browser';
import type { Shot, Size } from '@animatic/schema';
import type { Derived } from '../derive/derived.ts';
import { sameNear } from './same-near.ts';
import { createStillBitmaps, type StillBlobs } from './still-bitmaps.ts';

/** What the player shows now. */
export interface PlaybackState {
  /** A first picture has been drawn. */
  ready: boolean;
  playing: boolean;
  /** Seconds from the clip's start, and the clip's length. */
  time: number;
  length: number;
  starts: number[];
  /** One shot plays alone, round and round. */
  single: boolean;
  size: Size;
  problem: string | null;
}

export interface Clip extends Pick<Derived, 'shots' | 'starts' | 'seconds' | 'size'> {
  /** Pictures a second, as the rendered clip will have them. */
  fps: number;
}

/** The player as the screens see it: it outlives edits of the board, and the screen it is shown on. */
export interface Playback {
  get(): PlaybackState;
  subscribe(listener: () => void): () => void;
  /** Attaches it to the canvas it draws on; null takes it off. */
  attach(canvas: HTMLCanvasElement | null): void;
  /** Another board, or the same one with more of its pictures. */
  load(clip: Clip, blobs: StillBlobs): void;
  toggle(): void;
  play(): void;
  pause(): void;
  seek(time: number): void;
  setSingle(single: boolean): void;
  /** Goes to a shot, at the moment when everything in it stands. */
  showShot(id: string): void;
  /** Which shot is under the head. */
  shotAt(time: number): string | null;
}

/** The panel draws no more pixels than it has: the longer side at least and at most. */
const SIDES = [512, 960] as const;

/** Milliseconds between two players while it plays, where nothing changed that is in view: each opens its shot anew. */
const REFRESH = 1500;

/** Makes the player; nothing is drawn until a canvas is attached and a board is loaded. */
export function createPlayback(options: { autoplay: boolean }): Playback {
  let state: PlaybackState = {
    ready: false,
    playing: false,
    time: 0,
    length: 0,
    starts: [],
    single: false,
    size: { width: 1920, height: 1080 },
    problem: null,
  };
  let canvas: HTMLCanvasElement | null = null;
  let player: Player | null = null;
  let shots: readonly Shot[] = [];
  let fps = 30;
  /** What the player was made for; another clip than the newest where only far shots changed. */
  let opened: Clip | null = null;
  let clip: Clip | null = null;
  let refresh: ReturnType<typeof setTimeout> | undefined;
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
    if (player && opened !== clip) open();
  };
  const open = () => {
    opened = clip;
    const wasPlaying = state.playing;
    player?.dispose();
    player = null;
    if (!canvas || shots.length === 0) return set({ playing: false });
    try {
      player = createPlayer({
        canvas,
        shots,
        size: panelSize(state.size),
        fps,
        bitmapOf: bitmaps.of,
        onTime,
        onError: (error) => set({ problem: error instanceof Error ? error.message : String(error) }),
      });
      player.seek(Math.min(state.time, state.length));
      if (wasPlaying) player.play();
      set({ problem: null, playing: wasPlaying });
    } catch (error) {
      set({ playing: false, problem: error instanceof Error ? error.message : String(error) });
    }
  };

  const playback: Playback = {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(element) {
      if (element === canvas) return;
      canvas = element;
      if (!canvas) {
        player?.dispose();
        player = null;
        set({ playing: false });
      } else open();
    },
    load(next, blobs) {
      bitmaps.use(blobs);
      const far = player && opened && state.ready && sameNear(opened, next, indexAt(state.time));
      clip = next;
      shots = next.shots;
      fps = next.fps;
      set({
        starts: next.starts,
        length: next.seconds,
        size: next.size,
        time: Math.min(state.time, next.seconds),
        ...(shots.length === 0 ? { ready: false } : {}),
      });
      setRange();
      if (!far) open();
      else if (state.playing) refresh ??= setTimeout(catchUp, REFRESH);
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
    pause() {
      autoplay = false;
      player?.pause();
      set({ playing: false });
    },
    seek(time) {
      catchUp();
      player?.seek(time);
      set({ time: Math.min(state.length, Math.max(0, time)) });
      setRange();
    },
    setSingle(single) {
      set({ single });
      setRange();
    },
    showShot(id) {
      const index = shots.findIndex((shot) => shot.id === id);
      const start = state.starts[index];
      if (start === undefined || indexAt(state.time) === index) return;
      const length = shots[index]?.duration ?? 0;
      playback.seek(state.playing ? start : start + length * 0.6);
    },
    shotAt: (time) => shots[indexAt(time)]?.id ?? null,
  };
  return playback;
}

function panelSize({ width, height }: Size): Size {
  const shown = Math.max(SIDES[0], Math.min(SIDES[1], window.innerWidth * window.devicePixelRatio));
  const scale = Math.min(1, shown / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
