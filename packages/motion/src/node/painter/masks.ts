import type { Rect } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { intersection } from '../../core/geometry.ts';
import { SOFT_STEPS, type Soft } from '../../core/paint/cuts.ts';
import { through } from '../../core/paint/paint-pieces.ts';
import { traceShape } from '../../core/paint/shapes.ts';
import type { PixelKernel } from '../../kernel/pixel-kernel.ts';
import type { Mask } from '../../kernel/pixel-types.ts';
import { type Bound, boxOfShape, cornerOf, inside, upright } from './bounds.ts';

/** Edges that are off by less than this lie on whole pixels. */
const WHOLE = 1 / 256;

/** What bounds and soft edges leave of a region: a smaller one, and coverage where an edge is not on whole pixels. */
export interface Window {
  clip: Rect;
  /** To be freed by whoever asked. */
  mask: Mask | undefined;
}

/**
 * The part of a region that bounds and soft edges let through; null where nothing is left.
 *
 * @param region whole view pixels
 */
export function windowOf(
  kernel: PixelKernel,
  region: Rect,
  bounds: readonly Bound[],
  softs: readonly Soft[] = [],
): Window | null {
  let clip = region;
  const edges: Bound[] = [];
  for (const bound of bounds) {
    const box = through(bound.matrix, boxOfShape(bound.shape));
    if (upright(bound.matrix) && bound.shape.kind === 'box') {
      if (inside(clip, box, cornerOf(bound))) continue;
      if (cornerOf(bound) <= 0 && onWholePixels(box)) {
        const rest = intersection(clip, rounded(box));
        if (!rest) return null;
        clip = rest;
        continue;
      }
    }
    const rest = intersection(clip, outward(box));
    if (!rest) return null;
    clip = rest;
    edges.push(bound);
  }
  if (edges.length === 0 && softs.length === 0) return { clip, mask: undefined };
  const mask = kernel.createMask(clip);
  const [first, ...more] = edges;
  if (first) cover(kernel, mask, first);
  else kernel.view(mask).fill(255);
  for (const bound of more) {
    const other = kernel.createMask(clip);
    cover(kernel, other, bound);
    kernel.multiplyMask(mask, other);
    kernel.free(other);
  }
  for (const { full, clear } of softs) kernel.fadeMask(mask, full, clear, SOFT_STEPS);
  return { clip, mask };
}

const onWholePixels = ({ x, y, width, height }: Rect): boolean =>
  [x, y, x + width, y + height].every((edge) => Math.abs(edge - Math.round(edge)) < WHOLE);

function rounded({ x, y, width, height }: Rect): Rect {
  const left = Math.round(x);
  const top = Math.round(y);
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

function outward({ x, y, width, height }: Rect): Rect {
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

function cover(kernel: PixelKernel, mask: Mask, bound: Bound): void {
  const { shape, matrix: m } = bound;
  if (shape.kind === 'box' && upright(m)) {
    const [ul, ur, lr, ll] = shape.corners;
    // A matrix that is wider than high makes its corners so, too; frames differ by rounding only.
    const by = (m.a + m.d) / 2;
    kernel.maskRoundedRect(mask, through(m, shape.box), [ul * by, ur * by, lr * by, ll * by]);
    return;
  }
  const canvas = createCanvas(mask.width, mask.height);
  const context = canvas.getContext('2d');
  context.setTransform(m.a, m.b, m.c, m.d, m.e - mask.x, m.f - mask.y);
  context.beginPath();
  traceShape(context, shape);
  context.fill();
  const pixels = canvas.data();
  const coverage = kernel.view(mask);
  for (let i = 0; i < coverage.length; i++) coverage[i] = pixels[i * 4 + 3] ?? 0;
}
