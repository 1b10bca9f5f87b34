import type { Rect } from '@animatic/schema';

/** What paint needs of a bitmap: Image, ImageBitmap and every kind of canvas have it. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
}

export interface Gradient {
  addColorStop(offset: number, color: string): void;
}

/** Straight RGBA, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The Canvas2D calls that @napi-rs/canvas, HTMLCanvas and OffscreenCanvas have in common and paint uses. */
export interface Context2d<B extends Bitmap> {
  globalAlpha: number;
  globalCompositeOperation: string;
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'round' | 'miter';
  shadowBlur: number;
  shadowColor: string;
  shadowOffsetX: number;
  shadowOffsetY: number;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  save(): void;
  restore(): void;
  beginPath(): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radii: number[]): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
  stroke(): void;
  clip(rule?: 'evenodd' | 'nonzero'): void;
  fill(rule?: 'evenodd' | 'nonzero'): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  font: string;
  textAlign: 'left' | 'right' | 'center' | 'start' | 'end';
  textBaseline: 'alphabetic' | 'top' | 'hanging' | 'middle' | 'ideographic' | 'bottom';
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): { width: number };
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): Gradient;
  createConicGradient(angle: number, x: number, y: number): Gradient;
  drawImage(image: B, x: number, y: number): void;
  drawImage(image: B, x: number, y: number, width: number, height: number): void;
  drawImage(
    image: B,
    sx: number,
    sy: number,
    sWidth: number,
    sHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
}

/** A bitmap that can be drawn on. */
export interface Surface<B extends Bitmap> {
  readonly bitmap: B;
  readonly context: Context2d<B>;
  readPixels(x: number, y: number, width: number, height: number): Pixels;
  /** Replaces the whole surface: `fill` writes straight RGBA, rows from the top. */
  writePixels(fill: (data: Uint8ClampedArray) => void): void;
}

/** A picture or a part of one, and where its upper left comes to lie: whole pixels. */
export interface MosaicPiece<B extends Bitmap> {
  bitmap: B;
  part?: Rect;
  x: number;
  y: number;
}

/** What the platform hands in: surfaces of a size in pixels, transparent at first. */
export interface CanvasHost<B extends Bitmap> {
  surface(width: number, height: number): Surface<B>;
  /**
   * A resampling better than the canvas's own, if the platform has one: `source` laid over `place` (its pixels may
   * end between two), as the pixels of `grid` (whole ones).
   */
  resize?(source: B, place: Rect, grid: Rect): B;
  /**
   * Pictures laid side by side on whole pixels, each replacing what lies beneath, if the platform has a quicker way than
   * a surface.
   */
  mosaic?(size: { width: number; height: number }, pieces: readonly MosaicPiece<B>[]): B;
  /** The same picture in the form that the platform's painter draws from, if it has one; surfaces do not draw it. */
  settle?(bitmap: B): B;
  /** Frees a bitmap's memory at once; nobody draws from it any more. */
  release?(bitmap: B): void;
}

/** Finds a still's decoded bitmap by its hash; throws where it is missing. */
export type BitmapOf<B extends Bitmap> = (hash: string) => B;
