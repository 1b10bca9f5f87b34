import { Path2D } from '@napi-rs/canvas';
import type { Box } from './rest.ts';

/** Numbers as they stand in a path: at most two decimals, which is finer than any pixel at 4x. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

export type Corners = readonly [number, number, number, number];

const KAPPA = 0.5522847498;

/** The outline of a rectangle with its four radii (top left, top right, bottom right, bottom left). */
export function rectPath(width: number, height: number, radii: Corners = [0, 0, 0, 0]): string {
  const limit = Math.min(width, height) / 2;
  const [a, b, c, d] = radii.map((r) => Math.min(r, limit)) as [number, number, number, number];
  const n = num;
  if (a + b + c + d === 0) return `M0 0L${n(width)} 0L${n(width)} ${n(height)}L0 ${n(height)}L0 0Z`;
  const k = (r: number) => r * (1 - KAPPA);
  const corner = (x1: number, y1: number, x2: number, y2: number, x: number, y: number, r: number) =>
    r === 0 ? '' : `C${n(x1)} ${n(y1)} ${n(x2)} ${n(y2)} ${n(x)} ${n(y)}`;
  return [
    `M0 ${n(a)}`,
    corner(0, k(a), k(a), 0, a, 0, a),
    `L${n(width - b)} 0`,
    corner(width - k(b), 0, width, k(b), width, b, b),
    `L${n(width)} ${n(height - c)}`,
    corner(width, height - k(c), width - k(c), height, width - c, height, c),
    `L${n(d)} ${n(height)}`,
    corner(k(d), height, 0, height - k(d), 0, height - d, d),
    `L0 ${n(a)}Z`,
  ].join('');
}

/** The outline of an ellipse that fills its box. */
export function ellipsePath(width: number, height: number): string {
  const [rx, ry] = [width / 2, height / 2];
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  const n = num;
  return (
    `M${n(width)} ${n(ry)}C${n(width)} ${n(ry + ky)} ${n(rx + kx)} ${n(height)} ${n(rx)} ${n(height)}` +
    `C${n(rx - kx)} ${n(height)} 0 ${n(ry + ky)} 0 ${n(ry)}C0 ${n(ry - ky)} ${n(rx - kx)} 0 ${n(rx)} 0` +
    `C${n(rx + kx)} 0 ${n(width)} ${n(ry - ky)} ${n(width)} ${n(ry)}Z`
  );
}

/** A ring, or a part of one: angles in radians, clockwise from three o'clock; `inner` is a part of the radius. */
export function arcPath(diameter: number, start: number, end: number, inner: number): string {
  const r = diameter / 2;
  const steps = Math.max(1, Math.ceil(Math.abs(end - start) / (Math.PI / 2) - 1e-6));
  const arc = (radius: number, from: number, to: number) => {
    const step = (to - from) / steps;
    const k = (4 / 3) * Math.tan(step / 4) * radius;
    const at = (t: number) => [r + radius * Math.cos(t), r + radius * Math.sin(t)] as const;
    return Array.from({ length: steps }, (_, i) => {
      const [t0, t1] = [from + step * i, from + step * (i + 1)];
      const [p0, p1] = [at(t0), at(t1)];
      const c0 = [p0[0] - k * Math.sin(t0), p0[1] + k * Math.cos(t0)] as const;
      const c1 = [p1[0] + k * Math.sin(t1), p1[1] - k * Math.cos(t1)] as const;
      return `C${[...c0, ...c1, ...p1].map(num).join(' ')}`;
    }).join('');
  };
  const point = (radius: number, t: number) =>
    `${num(r + radius * Math.cos(t))} ${num(r + radius * Math.sin(t))}`;
  const outer = `M${point(r, start)}${arc(r, start, end)}`;
  if (inner === 0) return `${outer}L${num(r)} ${num(r)}Z`;
  return `${outer}L${point(r * inner, end)}${arc(r * inner, end, start)}Z`;
}

export interface StrokeShape {
  readonly width: number;
  readonly cap?: 'NONE' | 'ROUND' | 'SQUARE';
  readonly join?: 'MITER' | 'ROUND' | 'BEVEL';
  readonly dashes?: readonly [number, number];
}

/** The outline of a stroke, as `geometry=paths` gives it. */
export function strokePath(path: string, stroke: StrokeShape): string {
  const shape = new Path2D(path);
  if (stroke.dashes) shape.dash(stroke.dashes[0], stroke.dashes[1], 0);
  const cap = { NONE: 0, ROUND: 1, SQUARE: 2 }[stroke.cap ?? 'NONE'];
  const join = { MITER: 0, ROUND: 1, BEVEL: 2 }[stroke.join ?? 'MITER'];
  shape.stroke({ width: stroke.width, cap, join, miterLimit: 4 });
  return shape.toSVGString().replace(/-?\d*\.?\d+(?:e-?\d+)?/g, (value) => num(Number(value)));
}

/** The smallest box round a path's curves. */
export function pathBox(path: string): Box {
  const [left, top, right, bottom] = new Path2D(path).computeTightBounds();
  return { x: left, y: top, width: right - left, height: bottom - top };
}
