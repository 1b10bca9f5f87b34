import { blend, cut, handle, type Material, type Placing, put, rod, type Solid, turned } from './solids.ts';

/** A jug with a pulled lip and a handle; about 1.9 high. */
export function pitcher(material: Material, place: Placing = {}): Solid {
  const body = turned({
    wall: 0.035,
    profile: [
      [0, 0.04],
      [0.4, 0.04],
      [0.5, 0.07],
      [0.63, 0.35],
      [0.65, 0.66],
      [0.54, 1.04],
      [0.4, 1.32],
      [0.37, 1.52],
      [0.42, 1.74],
    ],
  });
  // The lip: the wall is drawn out to one side near the rim.
  const lipped: Solid['distance'] = (x, y, z) => {
    const high = Math.max(0, Math.min(1, (y - 1.38) / 0.36));
    const front = Math.max(0, -x) * Math.exp(-(z * z) / 0.03);
    const pull = high * high * 0.5 * Math.min(1, front / 0.34);
    return body.distance(x + pull * 0.42, y - pull * 0.1, z * (1 + pull * 0.4)) * 0.78;
  };
  const arm = cut(handle(0.56, 1.02, 0.34, 0.5, 0.058), inner(0.5));
  return put(blend(lipped, arm, 0.09), material, [0.92, 1.32], place);
}

/** The hollow of a vessel, roughly: keeps handles from showing inside. */
function inner(radius: number): Solid['distance'] {
  return (x, y, z) => Math.max(Math.sqrt(x * x + z * z) - radius * (y > 1.2 ? 0.68 : 1), 0.1 - y);
}

/** A straight-sided cup with a foot; about .95 high. */
export function cup(material: Material, place: Placing = {}, eared = true): Solid {
  const body = turned({
    wall: 0.03,
    profile: [
      [0, 0.05],
      [0.3, 0.05],
      [0.41, 0.12],
      [0.45, 0.34],
      [0.46, 0.6],
      [0.475, 0.9],
    ],
  });
  if (!eared) return put(body.distance, material, [0.47, 0.72], place);
  const ear = cut(handle(0.5, 0.5, 0.2, 0.25, 0.045), (x, y, z) =>
    Math.max(Math.sqrt(x * x + z * z) - 0.44, 0.05 - y),
  );
  return put(blend(body.distance, ear, 0.06), material, [0.47, 0.92], place);
}

/** A wide bowl on a foot ring; about .55 high. */
export function bowl(material: Material, place: Placing = {}): Solid {
  const body = turned({
    wall: 0.034,
    profile: [
      [0.42, 0.03],
      [0.43, 0.08],
      [0.46, 0.1],
      [0.64, 0.17],
      [0.82, 0.34],
      [0.92, 0.6],
    ],
  });
  const floor = turned({
    wall: 0.03,
    profile: [
      [0, 0.1],
      [0.48, 0.1],
    ],
    sharp: true,
  });
  return put(blend(body.distance, floor.distance, 0.05), material, [0.3, 1.05], place);
}

/** A plate; about .12 high. */
export function plate(material: Material, place: Placing = {}): Solid {
  const body = turned({
    wall: 0.03,
    profile: [
      [0, 0.04],
      [0.62, 0.04],
      [0.78, 0.06],
      [0.94, 0.14],
      [1.0, 0.16],
    ],
  });
  return put(body.distance, material, [0.1, 1.08], place);
}

/** A vase with a narrow neck; about 1.7 high. */
export function vase(material: Material, place: Placing = {}): Solid {
  const body = turned({
    wall: 0.032,
    profile: [
      [0, 0.04],
      [0.28, 0.04],
      [0.4, 0.1],
      [0.56, 0.42],
      [0.52, 0.78],
      [0.26, 1.06],
      [0.13, 1.26],
      [0.13, 1.5],
      [0.2, 1.66],
    ],
  });
  return put(body.distance, material, [0.84, 1.06], place);
}

/** A lemon, lying; about .5 long. */
export function lemon(material: Material, place: Placing = {}): Solid {
  const distance: Solid['distance'] = (x, y, z) => {
    const [u, v] = [x / 0.34, Math.sqrt((y - 0.24) ** 2 + z * z) / 0.24];
    const body = (Math.sqrt(u * u + v * v) - 1) * 0.24;
    const tip = Math.sqrt((Math.abs(x) - 0.33) ** 2 + (y - 0.24) ** 2 + z * z) - 0.05;
    const h = Math.max(0, 0.12 - Math.abs(body - tip)) / 0.12;
    return (Math.min(body, tip) - h * h * 0.03) * 0.8;
  };
  return put(distance, material, [0.24, 0.44], place);
}

/** A wooden board with round corners. */
export function board(material: Material, width: number, depth: number, place: Placing = {}): Solid {
  const distance: Solid['distance'] = (x, y, z) => {
    const [a, b] = [Math.abs(x) - width / 2 + 0.2, Math.abs(z) - depth / 2 + 0.2];
    const flat = Math.sqrt(Math.max(a, 0) ** 2 + Math.max(b, 0) ** 2) + Math.min(Math.max(a, b), 0) - 0.2;
    const [p, q] = [flat + 0.025, Math.abs(y - 0.06) - 0.035];
    return Math.sqrt(Math.max(p, 0) ** 2 + Math.max(q, 0) ** 2) + Math.min(Math.max(p, q), 0) - 0.025;
  };
  return put(distance, material, [0.06, Math.hypot(width, depth) / 2 + 0.05], place);
}

/** A stone plinth: a cylinder with a soft edge. */
export function plinth(material: Material, radius: number, height: number, place: Placing = {}): Solid {
  const distance: Solid['distance'] = (x, y, z) => {
    const [p, q] = [Math.sqrt(x * x + z * z) - radius + 0.03, Math.abs(y - height / 2) - height / 2 + 0.03];
    return Math.sqrt(Math.max(p, 0) ** 2 + Math.max(q, 0) ** 2) + Math.min(Math.max(p, q), 0) - 0.03;
  };
  return put(distance, material, [height / 2, Math.hypot(radius, height / 2) + 0.05], place);
}

/** A dry twig with a few buds, standing from a mouth at height `from`. */
export function twig(material: Material, from: number, place: Placing = {}): readonly Solid[] {
  const joints: readonly (readonly [number, number, number])[] = [
    [0, from - 0.6, 0],
    [0.03, from, 0],
    [0.12, from + 0.4, 0.05],
    [0.08, from + 0.8, 0.02],
    [0.24, from + 1.15, -0.05],
  ];
  const side: readonly (readonly [number, number, number])[] = [
    [0.12, from + 0.4, 0.05],
    [0.36, from + 0.66, 0.12],
    [0.44, from + 0.95, 0.1],
  ];
  const other: readonly (readonly [number, number, number])[] = [
    [0.09, from + 0.7, 0.02],
    [-0.16, from + 0.98, 0.04],
    [-0.2, from + 1.2, 0.0],
  ];
  const parts: Solid['distance'][] = [];
  for (const path of [joints, side, other])
    for (let i = 0; i + 1 < path.length; i++)
      parts.push(rod(path[i] ?? [0, 0, 0], path[i + 1] ?? [0, 0, 0], 0.016 - i * 0.002));
  // Buds sit on the wood in pairs, smaller towards the tips.
  for (const path of [joints.slice(2), side, other])
    for (let i = 0; i + 1 < path.length; i++) {
      const [p, q] = [path[i] ?? [0, 0, 0], path[i + 1] ?? [0, 0, 0]];
      for (const [part, lean] of [
        [0.45, 0.06],
        [0.7, -0.06],
        [1, 0.01],
      ] as const) {
        const [x, y, z] = [0, 1, 2].map((n) => (p[n] ?? 0) + ((q[n] ?? 0) - (p[n] ?? 0)) * part) as [
          number,
          number,
          number,
        ];
        parts.push(rod([x + lean * 0.3, y + 0.01, z], [x + lean, y + 0.085, z + lean * 0.5], 0.026));
      }
    }
  const distance: Solid['distance'] = (x, y, z) => {
    let best = Infinity;
    for (const part of parts) best = Math.min(best, part(x, y, z));
    return best * 0.9;
  };
  return [put(distance, material, [from + 0.4, 1.15], place)];
}
