import type { Corners, Rect } from '@animatic/schema';

type Point = readonly [number, number];

/** Points a quarter of a corner's circle is drawn with. */
const QUARTER = 10;

/** A rounded box as points, clockwise from the middle of its top edge back to there. */
export function outline(box: Rect, [radius]: Corners): Point[] {
  const { x, y, width, height } = box;
  const r = Math.min(radius, width / 2, height / 2);
  const points: Point[] = [[x + width / 2, y]];
  const corners: [number, number, number][] = [
    [x + width - r, y + r, 0],
    [x + width - r, y + height - r, 1],
    [x + r, y + height - r, 2],
    [x + r, y + r, 3],
  ];
  for (const [cx, cy, turn] of corners)
    for (let i = 0; i <= QUARTER; i++) {
      const angle = ((turn + i / QUARTER) * Math.PI) / 2;
      points.push([cx + Math.sin(angle) * r, cy - Math.cos(angle) * r]);
    }
  points.push([x + width / 2, y]);
  return points;
}

/** The part of a line between two shares of its length. */
export function stretch(points: readonly Point[], from: number, to: number): Point[] {
  const lengths = points.slice(1).map(([x, y], i) => {
    const [px, py] = points[i] ?? [x, y];
    return Math.hypot(x - px, y - py);
  });
  const whole = lengths.reduce((a, b) => a + b, 0);
  const [begin, end] = [from * whole, to * whole];
  const part: Point[] = [];
  let gone = 0;
  for (const [i, length] of lengths.entries()) {
    const [a, b] = [points[i], points[i + 1]];
    if (!a || !b) break;
    const at = (way: number): Point => {
      const t = length > 0 ? (way - gone) / length : 0;
      return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    };
    if (gone + length > begin && gone < end) {
      if (part.length === 0) part.push(at(Math.max(begin, gone)));
      part.push(at(Math.min(end, gone + length)));
    }
    gone += length;
  }
  return part;
}
