import type { Overlay } from '@animatic/schema';
import type { DrawItem } from '../draw-list.ts';
import type { Affine } from '../geometry.ts';
import type { ShotTimeline } from '../timeline.ts';

/** What an overlay needs to be drawn. */
export interface OverlayMoment {
  overlay: Overlay;
  shot: ShotTimeline;
  /** Seconds since the overlay began, 0 to its duration. */
  seconds: number;
  /** Frame pixels to view pixels. */
  matrix: Affine;
  /** Frame pixels that one pixel of a 1080p clip is, with the camera at rest. */
  pixel: number;
}

/** An overlay as drawing instructions: a new one is a file, its name in the schema, a line in the registry. */
export type OverlayItems = (moment: OverlayMoment) => DrawItem[];
