import type { Motion, Sha256, Shot, Size } from '@animatic/schema';
import type { FrameDescription } from '../../protocol/frame.ts';
import type { Bridge } from './bridge.ts';
import type { CaptureCache } from './cache.ts';
import type { Needs } from './needs.ts';
import type { Reaches } from './reaches.ts';

/** The part of a shot that capture fills in. */
export type CapturedFields = Pick<Shot, 'source' | 'size' | 'still' | 'layers'>;

/** A frame's pixels: as much as there is by now. Blobs are kept by the hash that the shot names them by. */
export interface CapturedShot extends CapturedFields {
  stills: Map<Sha256, Blob>;
  /** How many of the layers that should move can, exactly. */
  kept: number;
  total: number;
  /** Why the others cannot, in words for people. */
  merged: Array<{ id: string; name: string; reason: string }>;
}

export const captureStages = ['still', 'layers', 'check', 'done'] as const;
export interface CaptureProgress {
  stage: (typeof captureStages)[number];
  done: number;
  total: number;
}

export interface CaptureInput {
  bridge: Bridge;
  frame: FrameDescription;
  /** Only the layers it moves are captured, and what lies under and over them. */
  motion: Motion;
  /** What transitions move besides, and where it comes by. */
  needs?: Needs;
  reaches?: Reaches;
  /** Bitmap pixels a frame pixel, a whole number: `captureScale` finds it. */
  scale: number;
  /** The clip's size: without it more is captured around rising layers than may be needed. */
  view?: Size;
  /** One frame's, at one fingerprint and scale: another motion then captures only what is new. */
  cache?: CaptureCache;
  signal?: AbortSignal;
  onProgress?: (progress: CaptureProgress) => void;
  /** The still is there: a camera move can be shown. */
  onStill?: (shot: CapturedShot) => void;
}
