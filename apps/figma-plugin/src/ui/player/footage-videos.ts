import type { MovingPicture } from '@animatic/motion/browser';
import { innerBox } from './fit-box.ts';
import type { ShotFootage } from './shot-footage.ts';

export interface FootageVideos {
  use(footage: Readonly<Record<string, ShotFootage>>): void;
  of(shot: string): MovingPicture | null;
  /** Nothing plays on while the player stands. */
  pause(): void;
}

/** Seconds that a video may be off before it is brought to its time: while it plays, and while it stands. */
const OFF_PLAYING = 0.2;
const OFF_STANDING = 0.02;
/** Milliseconds after which a video that nobody asked for pauses. */
const IDLE = 400;
const LONGEST_SIDE = 1280;

interface Playing {
  key: string;
  picture: MovingPicture;
  video: HTMLVideoElement | null;
  asked: number;
}

/**
 * Footage as moving pictures: videos in step with the player, drawn into a canvas of the frame's shape.
 *
 * @param changed a picture has come that was asked for before
 */
export function createFootageVideos(changed: () => void): FootageVideos {
  let footage: Readonly<Record<string, ShotFootage>> = {};
  const open = new Map<string, Playing>();

  const close = (shot: string) => {
    const { video } = open.get(shot) ?? {};
    video?.pause();
    video?.removeAttribute('src');
    open.delete(shot);
  };
  const pauseIdle = (now: number) => {
    for (const { video, asked } of open.values()) if (now - asked > IDLE) video?.pause();
  };
  return {
    use(next) {
      footage = next;
      for (const [shot, { key }] of open) {
        const wanted = next[shot];
        if (!wanted || JSON.stringify(wanted) !== key) close(shot);
      }
    },
    of(shot) {
      const wanted = footage[shot];
      if (!wanted) return null;
      const known = open.get(shot);
      if (known) return known.picture;
      const source = wanted.clip ? makeVideo(wanted.clip, changed) : makePoster(wanted.poster ?? '', changed);
      const video = source instanceof HTMLVideoElement ? source : null;
      const draw = drawer(wanted);
      const playing: Playing = {
        key: JSON.stringify(wanted),
        video,
        asked: 0,
        picture: {
          at(seconds, plays) {
            playing.asked = performance.now();
            pauseIdle(playing.asked);
            if (video) keepInStep(video, timeIn(wanted, seconds), plays);
            return draw(source);
          },
        },
      };
      open.set(shot, playing);
      return playing.picture;
    },
    pause() {
      for (const { video } of open.values()) video?.pause();
    },
  };
}

/** The footage's time at a time of its shot. */
export function timeIn(
  { trimStart, seconds, loop }: Omit<ShotFootage, 'clip' | 'poster' | 'size'>,
  at: number,
): number {
  const there = Math.max(0.1, seconds - trimStart);
  return trimStart + (loop ? at % there : Math.min(at, there - 0.04));
}

function keepInStep(video: HTMLVideoElement, time: number, plays: boolean) {
  const off = Math.abs(video.currentTime - time);
  if (plays) {
    if (off > OFF_PLAYING && !video.seeking) video.currentTime = time;
    if (video.paused) void video.play().catch(() => undefined);
    return;
  }
  if (!video.paused) video.pause();
  if (off > OFF_STANDING && !video.seeking) video.currentTime = time;
}

function makeVideo(url: string, changed: () => void): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.preload = 'auto';
  for (const event of ['loadeddata', 'seeked']) video.addEventListener(event, changed);
  video.src = url;
  return video;
}

function makePoster(url: string, changed: () => void): HTMLImageElement {
  const image = new Image();
  image.addEventListener('load', changed);
  image.src = url;
  return image;
}

/** Draws a source's inner part; null before there is anything, the last picture while it is looked for. */
function drawer({ size }: ShotFootage) {
  let canvas: HTMLCanvasElement | null = null;
  return (source: HTMLVideoElement | HTMLImageElement): HTMLCanvasElement | null => {
    const isVideo = source instanceof HTMLVideoElement;
    const [width, height] = isVideo
      ? [source.videoWidth, source.videoHeight]
      : [source.naturalWidth, source.naturalHeight];
    if (width === 0 || (isVideo && source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)) return canvas;
    const box = innerBox({ width, height }, size);
    if (!canvas) {
      const scale = Math.min(1, LONGEST_SIDE / Math.max(box.width, box.height));
      canvas = document.createElement('canvas');
      canvas.width = Math.max(2, Math.round(box.width * scale));
      canvas.height = Math.max(2, Math.round(box.height * scale));
    }
    canvas
      .getContext('2d')
      ?.drawImage(source, box.x, box.y, box.width, box.height, 0, 0, canvas.width, canvas.height);
    return canvas;
  };
}
