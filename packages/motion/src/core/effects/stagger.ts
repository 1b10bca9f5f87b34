import type { Rect, StaggerOrder } from '@animatic/schema';
import { middle } from '../geometry.ts';

/**
 * Which layers of a family start together and after whom: for each layer the number of its step, from 0.
 *
 * @example stepsOf([{ box: left }, { box: centre }, { box: right }], 'centre') // [1, 0, 1]
 */
export function stepsOf(family: readonly { box: Rect }[], by: StaggerOrder): number[] {
  if (by === 'order') return family.map((_, index) => index);
  if (by === 'rows') return ranks(family, ({ box }) => middle(box).y, smallest(family, 'height') / 2);
  if (by === 'columns') return ranks(family, ({ box }) => middle(box).x, smallest(family, 'width') / 2);
  const middles = family.map(({ box }) => middle(box));
  const across = sharesLine(family, 'y', 'height') ? 0 : 1;
  const along = sharesLine(family, 'x', 'width') && across === 1 ? 0 : 1;
  const mean = (axis: 'x' | 'y') => {
    const values = middles.map((point) => point[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const centre = { x: mean('x'), y: mean('y') };
  const far = middles.map(({ x, y }) => Math.hypot((x - centre.x) * along, (y - centre.y) * across));
  return ranks(
    far.map((distance) => ({ distance })),
    ({ distance }) => distance,
    Math.max(
      1,
      Math.min(
        ...(along ? [smallest(family, 'width')] : []),
        ...(across ? [smallest(family, 'height')] : []),
      ) / 2,
    ),
  );
}

/** Whether one line goes through all boxes: bars of different heights are a row, whatever their middles say. */
function sharesLine(family: readonly { box: Rect }[], axis: 'x' | 'y', side: 'width' | 'height'): boolean {
  const from = Math.max(...family.map(({ box }) => box[axis]));
  return from < Math.min(...family.map(({ box }) => box[axis] + box[side]));
}

function smallest(family: readonly { box: Rect }[], side: 'width' | 'height'): number {
  return Math.min(...family.map(({ box }) => box[side]));
}

/** Values in order, those within `near` of the one before in one step. */
function ranks<T>(items: readonly T[], measure: (item: T) => number, near: number): number[] {
  const order = items
    .map((item, index) => ({ index, value: measure(item) }))
    .sort((a, b) => a.value - b.value);
  const steps = new Array<number>(items.length).fill(0);
  let step = 0;
  let begin = order[0]?.value ?? 0;
  for (const { index, value } of order) {
    if (value - begin > near) {
      step++;
      begin = value;
    }
    steps[index] = step;
  }
  return steps;
}
