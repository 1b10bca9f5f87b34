import type { Corners, Rect } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { tracePath } from '../../core/paint/path.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Bitmap as KernelBitmap } from '../../kernel/pixel-types.ts';
import { skia } from '../host.ts';
import type { RoundedBox } from './rounded-box.ts';
import { upload } from './sprite.ts';

/** Shadows that were drawn once, in nine pieces that make one of any size. */
export interface SoftShadows {
  /**
   * Paints a soft shadow of a box; false where the box is too small to be made of pieces.
   *
   * @param blur as Canvas2D's shadowBlur, view pixels
   */
  paint(target: KernelBitmap, cast: RoundedBox, look: ShadowLook, clip: Rect): boolean;
}

export interface ShadowLook {
  blur: number;
  /** A CSS colour. */
  color: string;
  opacity: number;
  /** A rectangle that is painted over, all of it: what lies wholly in it is left out. */
  hidden?: Rect | undefined;
}

interface NinePieces {
  /** The width of a corner piece, and how much of it lies outside of the box. */
  corner: number;
  reach: number;
  /** Rows of three, from the upper left. */
  pieces: KernelBitmap[];
}

const AWAY = 16_384;
/** What is kept at once; more looks than this are unusual, and drawn again. */
const MOST = 64;

/** @example createSoftShadows(kernel).paint(target, cast, { blur: 16, color: '#0003', opacity: 1 }, clip) */
export function createSoftShadows(kernel: PixelKernel): SoftShadows {
  const known = new Map<string, NinePieces>();
  return {
    paint(target, { box, corners }, { blur, color, opacity, hidden }, clip) {
      // A shadow this soft lies on whole pixels as well as between them.
      const x = Math.round(box.x);
      const y = Math.round(box.y);
      const width = Math.round(box.x + box.width) - x;
      const height = Math.round(box.y + box.height) - y;
      const round: Corners = [q(corners[0]), q(corners[1]), q(corners[2]), q(corners[3])];
      const key = JSON.stringify([round, q(blur), color]);
      let nine = known.get(key);
      if (!nine) {
        nine = draw(kernel, round, q(blur), color);
        if (known.size >= MOST) {
          for (const { pieces } of known.values()) for (const piece of pieces) kernel.free(piece);
          known.clear();
        }
        known.set(key, nine);
      }
      const { corner, reach, pieces } = nine;
      const middleWidth = width + reach * 2 - corner * 2;
      const middleHeight = height + reach * 2 - corner * 2;
      if (middleWidth < 0 || middleHeight < 0) return false;
      const columns = [x - reach, x - reach + corner, x + width + reach - corner];
      const rows = [y - reach, y - reach + corner, y + height + reach - corner];
      for (const [index, piece] of pieces.entries()) {
        const column = index % 3;
        const row = Math.floor(index / 3);
        const a = column === 1 ? middleWidth / piece.width : 1;
        const d = row === 1 ? middleHeight / piece.height : 1;
        if (a <= 0 || d <= 0) continue;
        const place = { a, b: 0, c: 0, d, e: columns[column] ?? 0, f: rows[row] ?? 0 };
        const covered = { x: place.e, y: place.f, width: piece.width * a, height: piece.height * d };
        if (hidden && holdsAll(hidden, covered)) continue;
        kernel.composite(target, piece, place, { opacity, clip });
      }
      return true;
    },
  };
}

const holdsAll = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** To the sixteenth of a pixel: looks that differ by less are one. */
const q = (value: number): number => Math.round(value * 16) / 16;

function draw(kernel: PixelKernel, corners: Corners, blur: number, color: string): NinePieces {
  const reach = Math.ceil(blur * 1.5) + 1;
  const corner = reach * 2 + Math.ceil(Math.max(...corners));
  const side = corner * 2 + 2;
  const canvas = createCanvas(side, side);
  const context = canvas.getContext('2d');
  context.shadowColor = color;
  context.shadowBlur = blur;
  context.shadowOffsetX = AWAY;
  context.beginPath();
  const inner = side - reach * 2;
  tracePath(skia(context), { x: reach - AWAY, y: reach, width: inner, height: inner }, corners);
  context.fill();
  const whole = upload(kernel, canvas);
  const edges = [0, corner, corner + 2] as const;
  const lengths = [corner, 2, corner] as const;
  const pieces = edges.flatMap((top, row) =>
    edges.map((left, column) => {
      const piece = kernel.createBitmap(lengths[column] ?? 2, lengths[row] ?? 2);
      kernel.copy(piece, whole, -left, -top);
      return piece;
    }),
  );
  kernel.free(whole);
  return { corner, reach, pieces };
}
