import type { DrawList } from '../../core/index.ts';
import {
  choreograph,
  createStage,
  paint,
  sameDrawing,
  sample,
  shotsAt,
  stillsOfShot,
} from '../../core/index.ts';
import { type BrowserBitmap, browserHost } from '../host.ts';
import type { PlayerClip } from '../player.ts';

/** One frame of a clip, on a canvas that the next one is drawn on, too. */
export interface DrawnFrame {
  index: number;
  /** Seconds from the clip's start. */
  seconds: number;
  /** False where the picture equals the one before: nothing was painted. */
  fresh: boolean;
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

/** The frames that a clip has. */
export function countFrames(clip: Pick<PlayerClip, 'shots'>, seconds: number, fps: number): number {
  return clip.shots.length > 0 ? Math.max(1, Math.round(seconds * fps)) : 0;
}

/**
 * Draws a clip frame by frame, as the server does; shots are opened when they are due and let go of afterwards.
 *
 * @throws what `bitmapOf` throws where a still is missing; the signal's reason when it is aborted
 */
export async function* drawFrames(
  clip: PlayerClip & { fps: number; letGo?: (bitmap: ImageBitmap) => void },
  signal?: AbortSignal,
): AsyncGenerator<DrawnFrame, void, void> {
  const { shots, size, fps } = clip;
  const timeline = choreograph(clip, size);
  const stage = createStage<BrowserBitmap>(browserHost, shots, timeline);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  // Its pixels are read back at every frame.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no 2D canvas');
  const open = async (index: number) => {
    const shot = shots[index];
    if (!shot) return;
    const bitmaps = new Map<string, ImageBitmap>();
    for (const hash of stillsOfShot(shot, true)) bitmaps.set(hash, await clip.bitmapOf(hash));
    signal?.throwIfAborted();
    stage.open(index, (hash) => {
      const bitmap = bitmaps.get(hash);
      if (!bitmap) throw new Error(`the still ${hash} was not loaded`);
      return bitmap;
    });
    for (const bitmap of bitmaps.values()) clip.letGo?.(bitmap);
  };
  let shown: DrawList | undefined;
  const frames = countFrames(clip, timeline.seconds, fps);
  try {
    for (let index = 0; index < frames; index++) {
      signal?.throwIfAborted();
      const seconds = index / fps;
      const due = new Set(shotsAt(timeline, seconds).map((shot) => shot.index));
      for (const shot of timeline.shots) {
        if (due.has(shot.index) && !stage.isOpen(shot.index)) await open(shot.index);
        else if (!due.has(shot.index) && stage.isOpen(shot.index)) stage.close(shot.index);
      }
      const list = sample(timeline, seconds);
      const fresh = !shown || !sameDrawing(list, shown);
      if (fresh) {
        if (timeline.ground === 'transparent') {
          context.setTransform(1, 0, 0, 1, 0, 0);
          context.clearRect(0, 0, size.width, size.height);
        }
        paint<BrowserBitmap>(context, list, stage);
        shown = list;
      }
      yield { index, seconds, fresh, canvas, context };
    }
  } finally {
    for (const { index } of timeline.shots) stage.close(index);
  }
}
