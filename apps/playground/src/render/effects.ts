import { operationOf } from './blend.ts';
import { boxBlur } from './box-blur.ts';
import { cssColor } from './gradient.ts';
import { applyVector, type Matrix } from './matrix.ts';
import { devicePixels, grow, intersect, isEmpty, type Rect, shift } from './rect.ts';
import type { RestColor, RestEffect } from './rest-node.ts';
import { createSurface, drawSurface, enterDevice, type Surface } from './surface.ts';

/** A Gaussian's sigma from Figma's blur radius: the same as CSS box-shadow's. */
const sigmaOf = (radius: number, scale: number) => (radius / 2) * scale;

/**
 * A silhouette moved, blurred and filled with one colour.
 *
 * @param area the device pixels to draw.
 */
function castShadow(
  silhouette: Surface,
  area: Rect,
  sigma: number,
  offset: { x: number; y: number },
  color: RestColor,
): Surface {
  const cast = createSurface(area, silhouette.grid);
  const { ctx } = cast;
  // The silhouette itself is drawn far to the left, out of sight; only its shadow lands on the surface.
  const far = area.width + silhouette.area.width + Math.ceil(Math.abs(offset.x)) + Math.ceil(sigma * 4) + 64;
  enterDevice(cast);
  ctx.shadowColor = cssColor(color);
  ctx.shadowBlur = sigma * 2;
  ctx.shadowOffsetX = offset.x + far;
  ctx.shadowOffsetY = offset.y;
  ctx.drawImage(silhouette.canvas, silhouette.area.x - far, silhouette.area.y);
  return cast;
}

/**
 * Draws one drop shadow.
 *
 * @param silhouette what casts it, at its full size even where `surface` shows a part.
 * @param bounds the silhouette's bounds without spread, page pixels: the shadow ends one radius outside of them.
 * @param cut what the shadow is kept out of, where it must not shine through the node.
 */
export function drawDropShadow(
  surface: Surface,
  silhouette: Surface,
  bounds: Rect,
  effect: RestEffect,
  transform: Matrix,
  cut: Surface | undefined,
  alpha: number,
): void {
  const { scale } = surface.grid;
  const offset = applyVector(transform, effect.offset);
  const reach = grow(shift(bounds, offset.x, offset.y), effect.radius + Math.max(0, effect.spread));
  const area = intersect(devicePixels(reach, surface.grid), surface.area);
  if (isEmpty(area)) return;
  const move = { x: offset.x * scale, y: offset.y * scale };
  const cast = castShadow(silhouette, area, sigmaOf(effect.radius, scale), move, effect.color);
  if (cut) drawSurface(cast, cut, { operation: 'destination-out' });
  drawSurface(surface, cast, { operation: operationOf(effect.blendMode), alpha });
}

/**
 * Draws one inner shadow: the colour everywhere in `shape`, less the blurred and moved `silhouette`.
 *
 * @param silhouette the shape, shrunk by the effect's spread.
 */
export function drawInnerShadow(
  surface: Surface,
  shape: Surface,
  silhouette: Surface,
  effect: RestEffect,
  transform: Matrix,
  alpha: number,
): void {
  const { scale } = surface.grid;
  const area = intersect(shape.area, surface.area);
  if (isEmpty(area)) return;
  const offset = applyVector(transform, effect.offset);
  const move = { x: offset.x * scale, y: offset.y * scale };
  const black: RestColor = { r: 0, g: 0, b: 0, a: 1 };
  const light = castShadow(silhouette, area, sigmaOf(effect.radius, scale), move, black);
  const dark = createSurface(area, surface.grid);
  enterDevice(dark);
  dark.ctx.fillStyle = cssColor(effect.color);
  dark.ctx.fillRect(area.x, area.y, area.width, area.height);
  drawSurface(dark, light, { operation: 'destination-out' });
  drawSurface(dark, shape, { operation: 'destination-in' });
  drawSurface(surface, dark, { operation: operationOf(effect.blendMode), alpha });
}

/** A surface blurred by Figma's radius, as a surface of another area (device pixels). */
export function blurred(from: Surface, area: Rect, radius: number): Surface {
  const sigma = sigmaOf(radius, from.grid.scale);
  const to = createSurface(area, from.grid);
  enterDevice(to);
  if ('filter' in to.ctx) {
    to.ctx.filter = `blur(${sigma}px)`;
    to.ctx.drawImage(from.canvas, from.area.x, from.area.y);
    return to;
  }
  const room = createSurface(grow(from.area, Math.ceil(sigma * 3)), from.grid);
  drawSurface(room, from);
  blurByHand(room, sigma);
  drawSurface(to, room);
  return to;
}

function blurByHand({ ctx, area }: Surface, sigma: number): void {
  const image = ctx.getImageData(0, 0, area.width, area.height);
  const { data } = image;
  const premultiplied = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const a = data[i + 3]!;
    for (let c = 0; c < 3; c++) premultiplied[i + c] = (data[i + c]! * a) / 255;
    premultiplied[i + 3] = a;
  }
  boxBlur(premultiplied, area.width, area.height, sigma);
  for (let i = 0; i < data.length; i += 4) {
    const a = premultiplied[i + 3]!;
    for (let c = 0; c < 3; c++) data[i + c] = a > 0 ? (premultiplied[i + c]! * 255) / a : 0;
    data[i + 3] = a;
  }
  ctx.putImageData(image, 0, 0);
}
