import { operationOf } from './blend.ts';
import {
  aroundStops,
  circleRadius,
  cssColor,
  diamondPixels,
  gradientMap,
  linearEnds,
  type Stop,
  stopsOf,
} from './gradient.ts';
import { imageMap } from './image-fit.ts';
import type { ImageStore } from './images.ts';
import { identity, invert, type Matrix, multiply, type Point } from './matrix.ts';
import { boundsThrough, grow, type Rect } from './rect.ts';
import type { RestPaint } from './rest-node.ts';
import { type Context2d, createLayer, drawSurface, enterDevice, type Surface } from './surface.ts';

/** Where a paint is laid: the node's box in its own pixels, and how far over it the paint may have to reach. */
export interface PaintPlace {
  readonly size: Point;
  /** The largest stroke or overhang outside the box, page pixels. */
  readonly reach: number;
  /** From the node's pixels to page pixels. */
  readonly transform: Matrix;
  readonly images: ImageStore;
}

/** What is covered: called with the context in the node's pixels and its fill and stroke styles set. */
export type Cover = (ctx: Context2d) => void;

/**
 * Lays one paint over what `cover` draws.
 *
 * @param clip an outline that covers the same, if there is one: it saves a layer.
 * @param alpha the node's opacity where it needs no layer of its own.
 */
export function layPaint(
  surface: Surface,
  paint: RestPaint,
  place: PaintPlace,
  cover: Cover,
  clip?: { path: Path2D; rule: CanvasFillRule },
  alpha = 1,
): void {
  const { ctx } = surface;
  const style = styleOf(ctx, paint, place.size);
  const operation = operationOf(paint.blendMode);
  if (style !== undefined && operation !== 'linear-burn') {
    ctx.save();
    ctx.globalAlpha = paint.opacity * alpha;
    ctx.globalCompositeOperation = operation;
    ctx.fillStyle = style;
    ctx.strokeStyle = style;
    cover(ctx);
    ctx.restore();
    return;
  }
  if (clip && operation !== 'linear-burn') {
    ctx.save();
    ctx.clip(clip.path, clip.rule);
    ctx.globalAlpha = paint.opacity * alpha;
    ctx.globalCompositeOperation = operation;
    flood(surface, paint, place);
    ctx.restore();
    return;
  }
  const area = boundsThrough(ctx.getTransform(), grow(boxOf(place.size), place.reach + 1));
  const layer = createLayer(surface, {
    x: Math.floor(area.x) + surface.area.x,
    y: Math.floor(area.y) + surface.area.y,
    width: Math.ceil(area.width) + 2,
    height: Math.ceil(area.height) + 2,
  });
  if (!layer) return;
  const m = ctx.getTransform();
  layer.ctx.setTransform(
    m.a,
    m.b,
    m.c,
    m.d,
    m.e + surface.area.x - layer.area.x,
    m.f + surface.area.y - layer.area.y,
  );
  layer.ctx.fillStyle = layer.ctx.strokeStyle = style ?? '#000';
  cover(layer.ctx);
  if (style === undefined) {
    layer.ctx.globalCompositeOperation = 'source-in';
    flood(layer, paint, place);
  }
  drawSurface(surface, layer, { alpha: paint.opacity * alpha, operation });
}

const boxOf = (size: Point): Rect => ({ x: 0, y: 0, width: size.x, height: size.y });

function addStops(gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient {
  for (const s of stops) gradient.addColorStop(s.position, cssColor(s.color));
  return gradient;
}

/** A paint as a canvas style, where a canvas has one for it. */
function styleOf(ctx: Context2d, paint: RestPaint, size: Point): string | CanvasGradient | undefined {
  if (paint.type === 'SOLID') return paint.color ? cssColor(paint.color) : 'transparent';
  const m = gradientMap(paint, size);
  if (paint.type === 'GRADIENT_LINEAR') {
    const [from, to] = linearEnds(m);
    return addStops(ctx.createLinearGradient(from.x, from.y, to.x, to.y), stopsOf(paint));
  }
  const radius = paint.type === 'GRADIENT_RADIAL' ? circleRadius(m) : undefined;
  if (radius === undefined) return undefined;
  return addStops(ctx.createRadialGradient(m.e, m.f, 0, m.e, m.f, radius), stopsOf(paint));
}

/** Lays a paint that has no canvas style over everything the clip (or composite operation) lets through. */
function flood(surface: Surface, paint: RestPaint, place: PaintPlace): void {
  const { ctx } = surface;
  if (paint.type === 'IMAGE') {
    floodImage(ctx, paint, place);
    return;
  }
  const stops = stopsOf(paint);
  const toNode = gradientMap(paint, place.size);
  const back = invert(toNode);
  if (!back || stops.length === 0) return;
  if (paint.type === 'GRADIENT_DIAMOND') {
    floodDiamond(surface, stops, toNode, place);
    return;
  }
  const covered = boundsThrough(back, grow(boxOf(place.size), place.reach + 2));
  ctx.save();
  ctx.transform(toNode.a, toNode.b, toNode.c, toNode.d, toNode.e, toNode.f);
  ctx.fillStyle =
    paint.type === 'GRADIENT_ANGULAR'
      ? addStops(ctx.createConicGradient(0, 0, 0), aroundStops(stops))
      : addStops(ctx.createRadialGradient(0, 0, 0, 0, 0, 1), stops);
  ctx.fillRect(covered.x, covered.y, covered.width, covered.height);
  ctx.restore();
}

function floodImage(ctx: Context2d, paint: RestPaint, place: PaintPlace): void {
  const image = paint.imageRef === undefined ? undefined : place.images.get(paint.imageRef, paint.filters);
  if (!image) return;
  const m = imageMap(paint, { x: image.width, y: image.height }, place.size);
  ctx.save();
  ctx.imageSmoothingQuality = 'high';
  if (paint.scaleMode === 'TILE') {
    const pattern = ctx.createPattern(image, 'repeat');
    pattern?.setTransform(m);
    const covered = grow(boxOf(place.size), place.reach + 2);
    ctx.fillStyle = pattern ?? 'transparent';
    ctx.fillRect(covered.x, covered.y, covered.width, covered.height);
  } else {
    ctx.transform(m.a, m.b, m.c, m.d, m.e, m.f);
    ctx.drawImage(image, 0, 0);
  }
  ctx.restore();
}

function floodDiamond(surface: Surface, stops: readonly Stop[], toNode: Matrix, place: PaintPlace): void {
  const { ctx, area, grid } = surface;
  const toPage = multiply(place.transform, toNode);
  const toDevice = multiply(
    { ...identity, a: grid.scale, d: grid.scale, e: grid.dx - area.x, f: grid.dy - area.y },
    toPage,
  );
  const back = invert(toDevice);
  if (!back) return;
  const pixels = new ImageData(diamondPixels(stops, back, area.width, area.height), area.width, area.height);
  const sheet = new OffscreenCanvas(area.width, area.height);
  sheet.getContext('2d')?.putImageData(pixels, 0, 0);
  ctx.save();
  enterDevice(surface);
  ctx.drawImage(sheet, area.x, area.y);
  ctx.restore();
}
