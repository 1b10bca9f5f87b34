import { isUpright } from './matrix.ts';
import { isBox } from './node-kind.ts';
import { enterSpace } from './outline.ts';
import { boundsThrough, devicePixels, type Grid, grow, type Rect } from './rect.ts';
import { localBox, type SceneNode } from './scene.ts';
import { type PlacedShapes, radiiOf, shapesOn } from './shape.ts';
import { createLayer, drawSurface, enterDevice, type Surface } from './surface.ts';

/** The device pixels of a node that is a sharp upright box on whole ones; undefined for every other form. */
export function wholeRect(scene: SceneNode, { scale, dx, dy }: Grid): Rect | undefined {
  if (!isBox(scene.node) || !isUpright(scene.transform) || radiiOf(scene.node).some((r) => r > 0))
    return undefined;
  const box = boundsThrough(scene.transform, localBox(scene));
  const edges = [
    box.x * scale + dx,
    box.y * scale + dy,
    (box.x + box.width) * scale + dx,
    (box.y + box.height) * scale + dy,
  ];
  const [left, top, right, bottom] = edges.map(Math.round) as [number, number, number, number];
  const whole = edges.every((v) => Math.abs(v - Math.round(v)) < 1 / 512);
  return whole ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/**
 * Draws within a node's outline. A canvas's own clip is used for whole pixels only: on an offscreen canvas its edges
 * are not smoothed (seen in Chromium).
 *
 * @param seesBelow where what is drawn looks at what is below it (blend modes, background blur).
 */
export function drawWithin(
  surface: Surface,
  scene: SceneNode,
  seesBelow: boolean,
  draw: (onto: Surface) => void,
): void {
  const rect = wholeRect(scene, surface.grid);
  if (rect) {
    const { ctx } = surface;
    ctx.save();
    enterDevice(surface);
    ctx.beginPath();
    ctx.rect(rect.x, rect.y, rect.width, rect.height);
    ctx.clip();
    draw(surface);
    ctx.restore();
    return;
  }
  const shapes = shapesOn(scene, surface.grid);
  if (!shapes.whole) {
    draw(surface);
    return;
  }
  const bounds = grow(boundsThrough(scene.transform, localBox(scene)), 1 / surface.grid.scale);
  const layer = createLayer(surface, devicePixels(bounds, surface.grid));
  if (!layer) return;
  if (seesBelow) drawSurface(layer, surface);
  draw(layer);
  fillWith(layer, shapes, 'destination-in');
  if (seesBelow) {
    // The layer holds what was below too: it takes its place, smooth edges included.
    fillWith(surface, shapes, 'destination-out');
    drawSurface(surface, layer, { operation: 'lighter' });
  } else {
    drawSurface(surface, layer);
  }
}

function fillWith(
  surface: Surface,
  { space, whole }: PlacedShapes,
  operation: GlobalCompositeOperation,
): void {
  if (!whole) return;
  const { ctx } = surface;
  ctx.save();
  enterSpace(surface, space);
  ctx.globalCompositeOperation = operation;
  ctx.fillStyle = '#000';
  ctx.fill(whole.path, whole.rule);
  ctx.restore();
}
