import type { Rect } from '@animatic/schema';

/** A piece of the kernel's memory. Addresses hold until it is freed; views of it only until the next call. */
export interface Block {
  readonly at: number;
  readonly bytes: number;
}

/** Premultiplied RGBA pixels in the kernel's memory, row by row without padding. */
export interface Bitmap extends Block {
  readonly kind: 'bitmap';
  readonly width: number;
  readonly height: number;
  /** True promises that every alpha is 255: rows are then copied instead of blended. Uploads find it out themselves. */
  opaque: boolean;
  /** By row: 1 where all of its pixels are the same. Found out together with `opaque`, forgotten when it is painted. */
  plain?: Uint8Array | undefined;
}

/**
 * Coverage of 8 bits a pixel (255 is covered), which lies over the target from x, y: whole target pixels.
 * What lies outside the mask counts as not covered.
 */
export interface Mask extends Block {
  readonly kind: 'mask';
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
}

/** An I420 picture, or with `alpha` a yuva420p one: planes Y, U, V (, A) one after the other. BT.709, limited range. */
export interface PlanarFrame extends Block {
  readonly kind: 'frame';
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

/** An opaque picture as planes of luma (full size) and chroma (half, rounded up), from which frames are drawn directly. */
export interface PlanarStill extends Block {
  readonly kind: 'still';
  readonly width: number;
  readonly height: number;
}

/** A bitmap and its halves down to 1 × 1, one after the other in one block, for looking at it from afar. */
export interface MipChain extends Block {
  readonly kind: 'mips';
  readonly width: number;
  readonly height: number;
  readonly opaque: boolean;
  readonly levels: readonly MipLevel[];
}

export interface MipLevel {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** Premultiplied RGBA bytes outside of the kernel. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
}

/** 0…255 each; r, g and b are premultiplied: at most a. */
export interface PremultipliedColor {
  r: number;
  g: number;
  b: number;
  a: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Where the corners of a plane come to lie in target pixels: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];

export interface PaintOptions {
  /** 0…1, 1 where it is left out; kept in steps of 1/255. */
  opacity?: number;
  /** Whole target pixels that may change; all of them where it is left out. Fractions are rounded outwards. */
  clip?: Rect;
  /** Coverage to paint through; outside of it nothing is painted. */
  mask?: Mask;
}

export interface CompositeOptions extends PaintOptions {
  /** Whole source pixels that alone are painted, where `place` puts them; all of them where it is left out. */
  part?: Rect;
}

/** How light falls on a plane; coordinates run from 0 to 1 across (u) and down (v) the plane. */
export interface Shading {
  /** Gain at the corners upper left, upper right and lower left (the fourth follows); 0…1.5, 1 leaves the pixels as they are. */
  gain: readonly [number, number, number];
  /** A soft streak of white light across the plane. */
  sheen?: {
    /** Share of white at its brightest, at most 0.08. */
    strength: number;
    /** Where it lies along its direction: 0 is the plane's upper left corner, 1 the far corner. */
    position: number;
    /** Half width in the same measure, more than 0. */
    width: number;
    /** Radians; 0 moves across from the left, π/2 down from the top. */
    angle: number;
  };
}

export interface WarpOptions extends PaintOptions {
  shading?: Shading;
  /** Added to the mip level: below 0 sharper, above 0 softer; −0.25 where it is left out. */
  bias?: number;
}
