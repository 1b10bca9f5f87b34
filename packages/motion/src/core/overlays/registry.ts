import type { OverlayEffect } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import type { Affine } from '../geometry.ts';
import type { ShotTimeline } from '../timeline.ts';
import { dim } from './dim.ts';
import { highlight } from './highlight.ts';
import type { OverlayItems } from './overlay.ts';
import { tap } from './tap.ts';

/** Every overlay there is: a new one is a file, its name in the schema, and a line here. */
export const overlays: Record<OverlayEffect, OverlayItems> = {
  highlight,
  dim,
  tap,
};

/** What is drawn over a shot's picture at a time, seconds from the shot's start. */
export function overlayItems(shot: ShotTimeline, local: number, matrix: Affine): DrawItem[] {
  const { scene } = shot;
  const pixel = Math.min(scene.view.width, scene.view.height) / 1080 / scene.scaleY;
  return shot.overlays.flatMap((overlay) => {
    const seconds = local - overlay.at;
    if (seconds < 0 || seconds > overlay.duration) return [];
    return overlays[overlay.effect]({ overlay, shot, seconds, matrix, pixel });
  });
}
