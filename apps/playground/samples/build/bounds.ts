import type { Draft } from './draft.ts';
import { pathBox } from './geometry.ts';
import type { Box, Matrix } from './rest.ts';

/** Rounds away what floating point adds. */
export const round = (value: number) => Math.round(value * 10000) / 10000 || 0;

export function multiply(m: Matrix, n: Matrix): Matrix {
  const cell = (row: 0 | 1, column: 0 | 1 | 2) =>
    m[row][0] * n[0][column] + m[row][1] * n[1][column] + (column === 2 ? m[row][2] : 0);
  return [
    [cell(0, 0), cell(0, 1), cell(0, 2)],
    [cell(1, 0), cell(1, 1), cell(1, 2)],
  ];
}

/** The upright box round a box that a matrix has moved. */
export function mapBox(m: Matrix, box: Box): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const x of [box.x, box.x + box.width])
    for (const y of [box.y, box.y + box.height]) {
      xs.push(m[0][0] * x + m[0][1] * y + m[0][2]);
      ys.push(m[1][0] * x + m[1][1] * y + m[1][2]);
    }
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

export function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((b) => b.x + b.width)) - x,
    height: Math.max(...boxes.map((b) => b.y + b.height)) - y,
  };
}

export function intersect(a: Box, b: Box | null): Box | null {
  if (b === null) return a;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});

/** What a node itself paints, before effects, from its own corner. */
export function ownInk(draft: Draft): Box {
  if (draft.ink) return draft.ink;
  const box = { x: 0, y: 0, width: draft.width, height: draft.height };
  const painted = draft.strokeGeometry[0];
  if (painted && (draft.type === 'VECTOR' || draft.type === 'LINE')) {
    const outline = pathBox(painted.path);
    return draft.fillGeometry.length > 0 ? union([box, outline]) : outline;
  }
  if (draft.strokes.length === 0) return box;
  return grow(
    box,
    { INSIDE: 0, CENTER: draft.strokeWeight / 2, OUTSIDE: draft.strokeWeight }[draft.strokeAlign],
  );
}

/** Adds what shadows and blurs paint round a box. A shadow reaches as far as its radius, as in Figma. */
export function withEffects(draft: Draft, box: Box): Box {
  const reach = draft.effects.flatMap((effect): Box[] => {
    if (effect.type === 'LAYER_BLUR') return [grow(box, effect.radius)];
    if (effect.type !== 'DROP_SHADOW') return [];
    const wide = grow(box, effect.radius + (effect.spread ?? 0));
    return [{ ...wide, x: wide.x + effect.offset.x, y: wide.y + effect.offset.y }];
  });
  return union([box, ...reach]);
}
