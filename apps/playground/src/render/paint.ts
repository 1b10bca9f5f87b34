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
import type { Clip } from './outline.ts';
import { boundsThrough, devicePixels, grow, type Rect } from './rect.ts';
import type { RestPaint } from './rest-node.ts';
import { type Context2d, createLayer, drawSurface, enterDevice, enterNode, type Surface } from './surface.ts';

/** Where a paint is laid: the node's box in its own pixels, and how far over it the paint may have to reach. */
export interface PaintPlace {
  readonly size: Point;
  /** The largest stroke or overhang outside the box, page pixels. */
  readonly reach: number;
  /** From the node's pixels to page pixels. */
  readonly transform: Matrix;
  readonly images: ImageStore;
}

/** An outline that something is kept inside or outside of, in the pixels that it is drawn in. */
export interface Limit extends Clip {
  readonly inside: boolean;
}

/** What a paint is laid over. */
export interface Ink {
  /** Sets a surface's context to the pixels that `cover` draws in. */
  enter(surface: Surface): void;
  /** From the node's pixels to those. */
  readonly fromNode: Matrix;
  /** Draws it, with the context's fill and stroke styles set. */
  cover(ctx: Context2d): void;
  /** The device pixels that it covers, where it is a rectangle of whole ones: it saves a layer. */
  readonly rect?: Rect | undefined;
  /** What it is kept inside or outside of. */
  readonly limit?: Limit | undefined;
}

/**
 * Lays one paint over what an ink covers.
 *
 * @param alpha the node's opacity where it needs no layer of its own.
 */
export function layPaint(surface: Surface, paint: RestPaint, place: PaintPlace, ink: Ink, alpha = 1): void {
  const { ctx } = surface;
  const style = styleOf(ctx, paint, place.size, ink.fromNode);
  const operation = operationOf(paint.blendMode);
  if (operation !== 'linear-burn' && !ink.limit && (style !== undefined || ink.rect)) {
    ctx.save();
    ctx.globalAlpha = paint.opacity * alpha;
    ctx.globalCompositeOperation = operation;
    if (style !== undefined) {
      ink.enter(surface);
      ctx.fillStyle = ctx.strokeStyle = style;
      ink.cover(ctx);
    } else if (ink.rect) {
      enterDevice(surface);
      ctx.beginPath();
      ctx.rect(ink.rect.x, ink.rect.y, ink.rect.width, ink.rect.height);
      ctx.clip();
      flood(surface, paint, place);
    }
    ctx.restore();
    return;
  }
  const box = grow(boxOf(place.size), place.reach + 1);
  const layer = createLayer(surface, devicePixels(boundsThrough(place.transform, box), surface.grid));
  if (!layer) return;
  ink.enter(layer);
  layer.ctx.fillStyle = layer.ctx.strokeStyle = style ?? '#000';
  ink.cover(layer.ctx);
  if (style === undefined) {
    layer.ctx.globalCompositeOperation = 'source-in';
    flood(layer, paint, place);
  }
  if (ink.limit) {
    ink.enter(layer);
    layer.ctx.globalCompositeOperation = ink.limit.inside ? 'destination-in' : 'destination-out';
    layer.ctx.fillStyle = '#000';
    layer.ctx.fill(ink.limit.path, ink.limit.rule);
  }
  drawSurface(surface, layer, { alpha: paint.opacity * alpha, operation });
}

const boxOf = (size: Point): Rect => ({ x: 0, y: 0, width: size.x, height: size.y });

function addStops(gradient: CanvasGradient, stops: readonly Stop[]): CanvasGradient {
  for (const s of stops) gradient.addColorStop(s.position, cssColor(s.color));
  return gradient;
}

/**
 * A paint as a canvas style, where a canvas has one for it.
 *
 * @param fromNode to the pixels that the context will draw in.
 */
function styleOf(
  ctx: Context2d,
  paint: RestPaint,
  size: Point,
  fromNode: Matrix,
): string | CanvasGradient | undefined {
  if (paint.type === 'SOLID') return paint.color ? cssColor(paint.color) : 'transparent';
  const m = multiply(fromNode, gradientMap(paint, size));
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
  enterNode(surface, place.transform);
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
