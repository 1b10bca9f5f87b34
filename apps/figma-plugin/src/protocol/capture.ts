import type { Corners, Ground, NodeId, Paint, Rect, Shadow } from '@animatic/schema';

/** A PNG as Figma exported it. */
export interface Bitmap {
  bytes: Uint8Array;
  /** Bitmap pixels, read from the PNG. */
  width: number;
  height: number;
  /** Where it lies, whole frame pixels from the frame's origin; may reach past the frame (shadows, strokes). */
  bounds: Rect;
}

/** The frame itself; `size` is its export box in whole frame pixels. */
export interface StillBitmap extends Bitmap {
  id: NodeId;
  size: { width: number; height: number };
}

/** As schema's image paint, but naming Figma's image instead of a still: ask `read-image` for its bytes. */
export interface GroundImagePaint extends Omit<Extract<Paint, { type: 'IMAGE' }>, 'still'> {
  image: string;
}
export type GroundPaint = Exclude<Paint, { type: 'IMAGE' }> | GroundImagePaint;
export interface GroundReading extends Omit<Ground, 'fills' | 'stroke' | 'shadows'> {
  fills: GroundPaint[];
  stroke?: { paints: GroundPaint[]; align: 'INSIDE' | 'CENTER' | 'OUTSIDE'; weights: Corners };
  shadows: Shadow[];
}

/** What a container paints without its children, or why that cannot be painted again. */
export type GroundResult =
  | { exact: true; box: Rect; bounds: Rect; ground: GroundReading }
  | { exact: false; reason: string };
