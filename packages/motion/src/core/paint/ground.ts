import type { Corners, Ground, Rect, Shadow } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Context2d } from '../canvas.ts';
import { css } from '../color.ts';
import type { Affine } from '../geometry.ts';
import { fillShape } from './fill.ts';
import { outset, outsetCorners, tracePath } from './path.ts';

/** How far outside of the bitmap a shape is drawn when only its shadow is wanted, bitmap pixels. */
const AWAY = 16_384;
const ALL = (by: number): Corners => [by, by, by, by];

/**
 * Paints a container without its children: drop shadows, fills from bottom to top, the stroke, inner shadows.
 *
 * @param base frame pixels to bitmap pixels, without rotation
 */
export function paintGround<B extends Bitmap>(
  host: CanvasHost<B>,
  context: Context2d<B>,
  ground: Ground,
  box: Rect,
  base: Affine,
  bitmapOf: BitmapOf<B>,
): void {
  const outline = strokeOutline(ground, box);
  for (const shadow of ground.shadows)
    if (shadow.type === 'DROP_SHADOW') dropShadow(context, shadow, outline, base, covers(ground));
  const place = { host, context, base, box, bitmapOf };
  for (const paint of ground.fills)
    fillShape(place, paint, () => tracePath(context, box, ground.corners, base.a));
  const { stroke } = ground;
  if (stroke) {
    const [outer, inner] = strokeEdges(ground, box);
    for (const paint of stroke.paints)
      fillShape(
        place,
        paint,
        () => {
          tracePath(context, outer.box, outer.corners, base.a);
          tracePath(context, inner.box, inner.corners, base.a);
        },
        'evenodd',
      );
  }
  for (const shadow of ground.shadows)
    if (shadow.type === 'INNER_SHADOW') innerShadow(context, shadow, outline, base);
}

/** A box with its corners, frame pixels. */
export interface Outline {
  box: Rect;
  corners: Corners;
}

/** True where the fills hide what lies behind, so that a shadow behind them needs no cutting out. */
export function covers(ground: Ground): boolean {
  return ground.fills.some(
    (paint) => paint.type === 'SOLID' && paint.color.a >= 1 && (paint.opacity ?? 1) >= 1,
  );
}

/** The stroke's outer and inner edge. */
export function strokeEdges(ground: Ground, box: Rect): [Outline, Outline] {
  const weights = ground.stroke?.weights ?? ALL(0);
  const align = ground.stroke?.align ?? 'INSIDE';
  const outward = align === 'OUTSIDE' ? 1 : align === 'CENTER' ? 0.5 : 0;
  const scaled = (by: number): Corners => [
    weights[0] * by,
    weights[1] * by,
    weights[2] * by,
    weights[3] * by,
  ];
  const edge = (by: Corners): Outline => ({
    box: outset(box, by),
    corners: outsetCorners(ground.corners, by),
  });
  return [edge(scaled(outward)), edge(scaled(outward - 1))];
}

/** What casts a shadow: the fills and the stroke around them. */
export function strokeOutline(ground: Ground, box: Rect): Outline {
  if (ground.stroke && ground.fills.length === 0) return strokeEdges(ground, box)[0];
  if (!ground.stroke || ground.stroke.align === 'INSIDE') return { box, corners: ground.corners };
  return strokeEdges(ground, box)[0];
}

/** Larger by so much on every side. */
export function grown({ box, corners }: Outline, by: number): Outline {
  return { box: outset(box, ALL(by)), corners: outsetCorners(corners, ALL(by)) };
}

/** Figma's blur radius is Canvas2D's shadowBlur: twice the Gaussian's standard deviation. */
function castBy<B extends Bitmap>(context: Context2d<B>, shadow: Shadow, base: Affine): void {
  context.shadowColor = css(shadow.color);
  context.shadowBlur = shadow.radius * base.a;
  context.shadowOffsetX = shadow.offset.x * base.a + AWAY;
  context.shadowOffsetY = shadow.offset.y * base.d;
  context.fillStyle = '#000';
  context.setTransform(base.a, base.b, base.c, base.d, base.e - AWAY, base.f);
}

function dropShadow<B extends Bitmap>(
  context: Context2d<B>,
  shadow: Shadow,
  outline: Outline,
  base: Affine,
  hidden: boolean,
): void {
  context.save();
  if (!shadow.behind && !hidden) {
    context.setTransform(base.a, base.b, base.c, base.d, base.e, base.f);
    context.beginPath();
    const far = grown(outline, shadow.radius * 3 + Math.abs(shadow.spread) + 4 + distance(shadow));
    context.rect(far.box.x, far.box.y, far.box.width, far.box.height);
    tracePath(context, outline.box, outline.corners, base.a);
    context.clip('evenodd');
  }
  castBy(context, shadow, base);
  const cast = grown(outline, shadow.spread);
  context.beginPath();
  tracePath(context, cast.box, cast.corners, base.a);
  context.fill();
  context.restore();
}

function innerShadow<B extends Bitmap>(
  context: Context2d<B>,
  shadow: Shadow,
  outline: Outline,
  base: Affine,
): void {
  context.save();
  context.setTransform(base.a, base.b, base.c, base.d, base.e, base.f);
  context.beginPath();
  tracePath(context, outline.box, outline.corners, base.a);
  context.clip();
  castBy(context, shadow, base);
  const hole = grown(outline, -shadow.spread);
  const far = grown(outline, shadow.radius * 3 + Math.abs(shadow.spread) + 4 + distance(shadow));
  context.beginPath();
  context.rect(far.box.x, far.box.y, far.box.width, far.box.height);
  tracePath(context, hole.box, hole.corners, base.a);
  context.fill('evenodd');
  context.restore();
}

function distance(shadow: Shadow): number {
  return Math.max(Math.abs(shadow.offset.x), Math.abs(shadow.offset.y));
}
