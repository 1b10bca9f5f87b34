import type { Color } from '@animatic/schema';
import type { Bitmap, Context2d } from '../canvas.ts';
import { css } from '../color.ts';
import type { DrawItem, Shape } from '../draw-list.ts';
import { tracePath } from './path.ts';

type PathItem = Extract<DrawItem, { kind: 'path' }>;

/** An item in the design's accent, if it wants it and there is one. */
export function accented(item: PathItem, accentOf: (shot: number) => Color | undefined): PathItem {
  const accent = item.accentOf === undefined ? undefined : accentOf(item.accentOf);
  if (!accent) return item;
  const own = (color: string) => {
    const alpha = /^rgba\(.*,([\d.e-]+)\)$/.exec(color)?.[1];
    return css(accent, alpha === undefined ? 1 : Number(alpha));
  };
  const { fill, stroke, shadow } = item;
  return {
    ...item,
    ...(fill && { fill: own(fill) }),
    ...(stroke && { stroke: { ...stroke, color: own(stroke.color) } }),
    ...(shadow && { shadow: { ...shadow, color: own(shadow.color) } }),
  };
}

/** Fills and strokes an item's shapes. */
export function paintPath<B extends Bitmap>(context: Context2d<B>, item: PathItem, opacity: number): void {
  const { a, b, c, d, e, f } = item.matrix;
  context.save();
  context.setTransform(a, b, c, d, e, f);
  context.globalAlpha = opacity * item.opacity;
  if (item.shadow) {
    const scale = Math.sqrt(Math.abs(a * d - b * c));
    context.shadowColor = item.shadow.color;
    context.shadowBlur = item.shadow.blur * scale;
    context.shadowOffsetX = item.shadow.x * scale;
    context.shadowOffsetY = item.shadow.y * scale;
  }
  context.beginPath();
  for (const shape of item.shapes) traceShape(context, shape);
  if (item.fill) {
    context.fillStyle = item.fill;
    context.fill(item.rule);
  }
  if (item.stroke) {
    context.strokeStyle = item.stroke.color;
    context.lineWidth = item.stroke.width;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke();
  }
  context.restore();
}

/** Adds a shape to the path. */
export function traceShape<B extends Bitmap>(context: Context2d<B>, shape: Shape): void {
  if (shape.kind === 'box') tracePath(context, shape.box, shape.corners);
  else if (shape.kind === 'circle') {
    context.moveTo(shape.x + shape.radius, shape.y);
    context.arc(shape.x, shape.y, shape.radius, 0, Math.PI * 2);
    context.closePath();
  } else {
    for (const [index, [x, y]] of shape.points.entries())
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    if (shape.kind === 'polygon') context.closePath();
  }
}
