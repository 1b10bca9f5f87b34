import type { Draft } from '../draft.ts';
import { ellipse, group, vector } from '../nodes.ts';

type Spot = readonly [x: number, y: number];

/** A leaf's outline from where it grows, in degrees from the x axis. */
export function leafPath([x, y]: Spot, angle: number, length: number, width: number): string {
  const a = (angle * Math.PI) / 180;
  const [c, s] = [Math.cos(a), Math.sin(a)];
  const at = (along: number, aside: number) =>
    `${(x + c * along * length - s * aside * width).toFixed(2)} ${(y + s * along * length + c * aside * width).toFixed(2)}`;
  return `M${at(0, 0)}C${at(0.22, 0.62)} ${at(0.66, 0.56)} ${at(1, 0)}C${at(0.66, -0.56)} ${at(0.22, -0.62)} ${at(0, 0)}Z`;
}

export interface BranchLook {
  readonly stem: string;
  readonly leaves: readonly [string, string];
  readonly fruit: string;
  readonly glint: string;
  /** How large: 1 is a branch of about 300 px. */
  readonly scale: number;
}

/** An olive branch along a curve: leaves in pairs, olives where they would hang. */
export function branch(
  name: string,
  [p0, p1, p2, p3]: readonly [Spot, Spot, Spot, Spot],
  look: BranchLook,
): Draft {
  const { scale } = look;
  const along = (t: number): Spot => {
    const u = 1 - t;
    const mixed = (n: 0 | 1) =>
      u * u * u * p0[n] + 3 * u * u * t * p1[n] + 3 * u * t * t * p2[n] + t * t * t * p3[n];
    return [mixed(0), mixed(1)];
  };
  const heading = (t: number) => {
    const [a, b] = [along(t - 0.01), along(t + 0.01)];
    return (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  };
  const n = (v: number) => v.toFixed(2);
  const stem = vector(
    'Stem',
    `M${n(p0[0])} ${n(p0[1])}C${n(p1[0])} ${n(p1[1])} ${n(p2[0])} ${n(p2[1])} ${n(p3[0])} ${n(p3[1])}`,
    { stroke: look.stem, strokeWeight: 3 * scale, cap: 'ROUND' },
  );
  const leaves: Draft[] = [];
  const fruits: Draft[] = [];
  const count = 8;
  for (let i = 0; i < count; i++) {
    const t = 0.08 + (i / (count - 1)) * 0.88;
    const length = (78 - i * 3.2) * scale;
    const spot = along(t);
    const lean = 38 - i * 2;
    leaves.push(
      vector('Leaf', leafPath(spot, heading(t) - lean, length, 19 * scale), { fill: look.leaves[0] }),
      vector('Leaf', leafPath(along(t + 0.03), heading(t) + lean, length * 0.94, 19 * scale), {
        fill: look.leaves[1],
      }),
    );
    if (i % 3 === 1) {
      const [x, y] = along(t + 0.02);
      const turn = heading(t) + 78;
      const a = (turn * Math.PI) / 180;
      const [w, h] = [34 * scale, 25 * scale];
      const [cx, cy] = [x + Math.cos(a) * 30 * scale, y + Math.sin(a) * 30 * scale];
      const left = cx - (Math.cos(a) * w) / 2 + (Math.sin(a) * h) / 2;
      const top = cy - (Math.sin(a) * w) / 2 - (Math.cos(a) * h) / 2;
      fruits.push(
        ellipse('Olive', left, top, w, h, { fill: look.fruit, turn }),
        ellipse('Glint', cx - 6 * scale, cy - 7 * scale, 6 * scale, 4 * scale, {
          fill: look.glint,
          opacity: 0.7,
        }),
      );
    }
  }
  leaves.push(
    vector('Leaf', leafPath(along(1), heading(0.99), 56 * scale, 16 * scale), { fill: look.leaves[0] }),
  );
  return group(name, [stem, ...leaves, ...fruits]);
}
