import {
  choreograph,
  createStage,
  paint,
  sample,
  shotsAt,
  stillsOfShot,
  type Timeline,
} from '../core/index.ts';
import { withFootage } from './footage.ts';
import { type BrowserBitmap, browserHost } from './host.ts';
import type { PlayerClip } from './player.ts';

/** A clip whose shots are opened as their stills come. */
export interface LoadedClip {
  readonly clip: PlayerClip;
  readonly timeline: Timeline;
  /** Every shot on screen at a time can be painted. */
  ready(seconds: number): boolean;
  /** Asks for what is on screen at a time and for what comes next, and lets go of what is far. */
  want(seconds: number): void;
  paint(context: Parameters<typeof paint<BrowserBitmap>>[0], seconds: number, playing: boolean): void;
  dispose(): void;
}

interface LoadOptions {
  /** A shot has become ready, or has its layers now. */
  changed: () => void;
  /**
   * Shots that another clip shows with their layers: they are not shown without, which would flash. Named by the
   * shot's id.
   */
  layered?: (shot: string) => boolean;
}

/**
 * Choreographs a clip and opens its shots on a stage as they are wanted: at once where every still is decoded, first
 * the still alone and then with layers where not.
 *
 * @throws RangeError without any shot
 */
export function loadClip(clip: PlayerClip, { changed, layered }: LoadOptions): LoadedClip {
  const { shots, bitmapOf, onError } = clip;
  const timeline = choreograph(clip, clip.size);
  const stage = createStage<BrowserBitmap>(browserHost, shots, timeline);
  const asked = new Set<number>();
  let disposed = false;

  const openWith = (index: number, bitmaps: ReadonlyMap<string, BrowserBitmap>, withLayers: boolean) => {
    const of = (hash: string) => {
      const bitmap = bitmaps.get(hash);
      if (!bitmap) throw new Error(`the still ${hash} was not loaded`);
      return bitmap;
    };
    stage.open(index, of, withLayers ? 'layers' : 'still only');
  };
  const open = async (index: number, bitmaps: Map<string, BrowserBitmap>) => {
    const shot = shots[index];
    if (!shot) return;
    const load = async (hashes: string[]) => {
      for (const hash of hashes) if (!bitmaps.has(hash)) bitmaps.set(hash, await bitmapOf(hash));
      return !disposed && asked.has(index);
    };
    const still = await load(stillsOfShot(shot, false));
    if (!still) return;
    const moves = hasLayers(index);
    if (!moves || !layered?.(shot.id)) {
      openWith(index, bitmaps, !moves);
      changed();
    }
    if (!moves) return;
    try {
      if (!(await load(stillsOfShot(shot, true)))) return;
      openWith(index, bitmaps, true);
    } catch (error) {
      if (!disposed && !stage.isOpen(index)) openWith(index, bitmaps, false);
      throw error;
    } finally {
      if (!disposed) changed();
    }
  };
  const hasLayers = (index: number) => (timeline.shots[index]?.lifted.length ?? 0) > 0;
  const ask = (index: number) => {
    const shot = shots[index];
    if (asked.has(index) || !shot) return;
    asked.add(index);
    const found = new Map<string, BrowserBitmap>();
    const missing = stillsOfShot(shot, hasLayers(index)).filter((hash) => {
      const bitmap = bitmapOf(hash);
      if (bitmap instanceof Promise) return true;
      found.set(hash, bitmap);
      return false;
    });
    if (missing.length === 0) {
      openWith(index, found, true);
      return;
    }
    open(index, found).catch((error: unknown) => {
      asked.delete(index);
      onError?.(error);
    });
  };
  const isOpen = ({ index }: { index: number }) => stage.isOpen(index);
  return {
    clip,
    timeline,
    ready: (seconds) => shotsAt(timeline, seconds).every(isOpen),
    want(seconds) {
      const now = shotsAt(timeline, seconds);
      for (const shot of now) ask(shot.index);
      const near = new Set(now.map((shot) => shot.index));
      const next = Math.max(-1, ...near) + 1;
      if (now.every(isOpen)) ask(next < shots.length ? next : 0);
      near.add(next < shots.length ? next : 0);
      near.add(Math.min(...near) - 1);
      for (const { index } of timeline.shots)
        if (!near.has(index) && asked.has(index)) {
          stage.close(index);
          asked.delete(index);
        }
    },
    paint(context, seconds, playing) {
      if (timeline.ground === 'transparent') {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, timeline.size.width, timeline.size.height);
      }
      const shown = withFootage(stage, { shots, timeline, footageOf: clip.footageOf }, seconds, playing);
      paint<BrowserBitmap>(context, sample(timeline, seconds), shown);
    },
    dispose() {
      disposed = true;
      for (const { index } of timeline.shots) stage.close(index);
    },
  };
}
