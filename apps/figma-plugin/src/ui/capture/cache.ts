import type { Ground, NodeId, Picture, Rect, Size } from '@animatic/schema';
import type { Stills } from './make-picture.ts';

/** A node's pixels, or null where it has none. */
export type CapturedPicture = { picture: Picture; bounds: Rect } | null;
export type CapturedGround = { ground: Ground; box: Rect; bounds: Rect };

/**
 * What was captured of one frame at one scale, so that another motion captures only what is new. Throw it away when
 * the frame's fingerprint or the scale changes.
 */
export interface CaptureCache {
  still: { picture: Picture; size: Size } | null;
  pictures: Map<NodeId, CapturedPicture>;
  grounds: Map<NodeId, CapturedGround>;
  /** Figma's image hash to the still's. */
  images: Map<string, string>;
  stills: Stills;
}

export function createCaptureCache(): CaptureCache {
  return { still: null, pictures: new Map(), grounds: new Map(), images: new Map(), stills: new Map() };
}
