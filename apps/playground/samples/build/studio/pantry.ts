import { noise } from './noise.ts';
import { blend, type Material, type Placing, put, type Solid, type Tone, tone, turned } from './solids.ts';

/** A picture wrapped round something upright: colours by turn (0 to 1) and height (0 to 1), or null where it is bare. */
export type Wrap = (turn: number, height: number) => Tone | null;

/** Dark glass with a paper label between two heights. */
export function labelled(glass: string, label: Wrap, from: number, to: number): Material {
  const base = tone(glass);
  return {
    gloss: 0.05,
    rough: 0.12,
    albedo: (x, y, z) => {
      if (y > from && y < to) {
        const printed = label(Math.atan2(x, z) / (Math.PI * 2) + 0.5, (y - from) / (to - from));
        if (printed) return printed;
      }
      return base;
    },
  };
}

/** A tin with a paper label on its front. */
export function faced(paint: Material, label: Wrap): Material {
  return {
    ...paint,
    albedo: (x, y, z) => {
      const [u, v] = [x / 0.84 + 0.5, (y - 0.3) / 0.88];
      // The label covers 36 % of a turn; here it is spread over the face.
      const printed = z > 0.3 && u > 0 && u < 1 && v > 0 && v < 1 ? label((u - 0.5) * 0.36 + 0.5, v) : null;
      return printed ?? paint.albedo(x, y, z);
    },
  };
}

/** A square-shouldered oil bottle with a cap; about 3 high. */
export function oilBottle(material: Material, cap: Material, place: Placing = {}): readonly Solid[] {
  const body = turned({
    wall: 0.03,
    full: true,
    profile: [
      [0, 0.03],
      [0.42, 0.03],
      [0.46, 0.05],
      [0.475, 0.12],
      [0.475, 0.7],
      [0.475, 1.3],
      [0.475, 1.84],
      [0.45, 2.0],
      [0.34, 2.16],
      [0.2, 2.28],
      [0.155, 2.4],
      [0.15, 2.62],
      [0.15, 2.66],
      [0, 2.67],
    ],
  });
  const top = turned({
    wall: 0.02,
    full: true,
    sharp: true,
    profile: [
      [0, 2.58],
      [0.185, 2.58],
      [0.185, 2.98],
      [0, 2.98],
    ],
  });
  return [put(body.distance, material, [1.35, 1.55], place), put(top.distance, cap, [2.79, 0.4], place)];
}

/** An olive, lying at a place. */
export function olive(material: Material, place: Placing = {}): Solid {
  const distance: Solid['distance'] = (x, y, z) => {
    const [u, v] = [x / 0.19, Math.sqrt((y - 0.14) ** 2 + z * z) / 0.14];
    return (Math.sqrt(u * u + v * v) - 1) * 0.14 * 0.9;
  };
  return put(distance, material, [0.14, 0.22], place);
}

/** An olive's skin: green that turns at one end. */
export function oliveSkin(code: string, blush: string): Material {
  const [base, other] = [tone(code), tone(blush)];
  return {
    gloss: 0.04,
    rough: 0.3,
    albedo: (x, y, z) => {
      const t = Math.min(1, Math.max(0, 0.35 + x * 2.2 + 0.5 * (noise(x * 9, y * 9, z * 9) - 0.5)));
      return [
        base[0] + (other[0] - base[0]) * t * 0.6,
        base[1] + (other[1] - base[1]) * t * 0.6,
        base[2] + (other[2] - base[2]) * t * 0.6,
      ];
    },
  };
}

/** A shallow dish with oil in it. */
export function oilDish(dish: Material, oil: Material, place: Placing = {}): readonly Solid[] {
  const wall = turned({
    wall: 0.032,
    profile: [
      [0, 0.05],
      [0.5, 0.05],
      [0.72, 0.1],
      [0.84, 0.24],
      [0.88, 0.3],
    ],
  });
  const pool: Solid['distance'] = (x, y, z) =>
    Math.max(Math.sqrt(x * x + z * z) - 0.76, Math.abs(y - 0.13) - 0.03);
  return [put(wall.distance, dish, [0.16, 0.98], place), put(pool, oil, [0.13, 0.8], place)];
}

/** A tin with soft edges and a spout; about 1.9 high. */
export function tin(material: Material, cap: Material, place: Placing = {}): readonly Solid[] {
  const box: Solid['distance'] = (x, y, z) => {
    const [a, b, c] = [Math.abs(x) - 0.52, Math.abs(y - 0.8) - 0.72, Math.abs(z) - 0.3];
    const out = Math.sqrt(Math.max(a, 0) ** 2 + Math.max(b, 0) ** 2 + Math.max(c, 0) ** 2);
    return out + Math.min(Math.max(a, b, c), 0) - 0.07;
  };
  const neck = turned({
    wall: 0.02,
    full: true,
    sharp: true,
    profile: [
      [0, 1.5],
      [0.13, 1.5],
      [0.13, 1.82],
      [0, 1.82],
    ],
  });
  const seam: Solid['distance'] = (x, y, z) => {
    const [a, c] = [Math.abs(x) - 0.52, Math.abs(z) - 0.3];
    const flat = Math.sqrt(Math.max(a, 0) ** 2 + Math.max(c, 0) ** 2) + Math.min(Math.max(a, c), 0) - 0.085;
    return Math.sqrt(flat * flat + (y - 1.57) ** 2) - 0.022;
  };
  return [
    put(blend(box, seam, 0.04), material, [0.85, 1.1], place),
    put(neck.distance, cap, [1.66, 0.35], { ...place, x: (place.x ?? 0) + 0.02 }),
  ];
}
