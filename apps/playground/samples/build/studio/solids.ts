import { hash, noise } from './noise.ts';

/** A thing in the studio, as its signed distance: positive outside, in the scene's units (a cup is about 1 high). */
export interface Solid {
  readonly distance: (x: number, y: number, z: number) => number;
  readonly material: Material;
  /** A sphere round it, so that far things cost one square root. */
  readonly bound: readonly [x: number, y: number, z: number, radius: number];
}

export type Tone = readonly [r: number, g: number, b: number];

export interface Material {
  /** Linear albedo at a point on the thing, in the thing's own coordinates. */
  readonly albedo: (x: number, y: number, z: number) => Tone;
  /** How much of the light mirrors off, looking straight at it: .04 is glaze, 0 is cloth. */
  readonly gloss: number;
  /** 0 is a mirror, 1 is chalk. */
  readonly rough: number;
}

/** A linear tone from an sRGB code. */
export function tone(code: string): Tone {
  const value = Number.parseInt(code.slice(1), 16);
  const part = (v: number) => ((v / 255 + 0.055) / 1.055) ** 2.4;
  return [part(value >> 16), part((value >> 8) & 255), part(value & 255)];
}

export const mix = (a: Tone, b: Tone, t: number): Tone => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];

const smoothstep = (from: number, to: number, v: number) => {
  const t = Math.min(1, Math.max(0, (v - from) / (to - from)));
  return t * t * (3 - 2 * t);
};

/** Round spots of iron in a glaze: 0 to 1. */
function specks(x: number, y: number, z: number, scale: number): number {
  const [px, py, pz] = [x * scale, y * scale, z * scale];
  const [i, j, k] = [Math.floor(px), Math.floor(py), Math.floor(pz)];
  if (hash(i, j, k) < 0.72) return 0;
  const at = (n: number) => 0.3 + 0.4 * hash(i + n, j - n, k + 7 * n);
  const away = Math.hypot(px - i - at(1), py - j - at(2), pz - k - at(3));
  const size = 0.1 + 0.16 * hash(i + 5, j, k);
  return 1 - smoothstep(size * 0.6, size, away);
}

/** A glaze with iron specks that gets thinner, and so browner, at a rim. */
export function glaze(
  code: string,
  look: { specks?: string; rim?: { y: number; code: string } } = {},
): Material {
  const base = tone(code);
  const iron = tone(look.specks ?? '#5c4a38');
  const rim = look.rim ? tone(look.rim.code) : base;
  return {
    gloss: 0.045,
    rough: 0.2,
    albedo: (x, y, z) => {
      const cloud = 0.94 + 0.12 * noise(x * 3, y * 3, z * 3);
      const spot = look.specks ? specks(x, y, z, 13) * 0.75 : 0;
      let colour = mix([base[0] * cloud, base[1] * cloud, base[2] * cloud], iron, spot);
      if (look.rim) colour = mix(colour, rim, smoothstep(look.rim.y - 0.05, look.rim.y, y) * 0.85);
      return colour;
    },
  };
}

/** Two glazes, one dipped over the other up to a wandering line. */
export function dipped(upper: Material, lower: Material, height: number): Material {
  return {
    ...upper,
    albedo: (x, y, z) => {
      const angle = Math.atan2(z, x);
      const edge = height + 0.03 * Math.sin(angle * 3 + 1) + 0.018 * Math.sin(angle * 7);
      return mix(lower.albedo(x, y, z), upper.albedo(x, y, z), smoothstep(edge - 0.012, edge + 0.012, y));
    },
  };
}

/** Unglazed: stone, wood, cloth, fruit. */
export function matte(code: string, grain = 0.08, scale = 9): Material {
  const base = tone(code);
  return {
    gloss: 0.012,
    rough: 0.8,
    albedo: (x, y, z) => {
      const g = 1 - grain / 2 + grain * noise(x * scale, y * scale, z * scale);
      return [base[0] * g, base[1] * g, base[2] * g];
    },
  };
}

/** Oiled wood: stretched rings. */
export function wood(light: string, dark: string): Material {
  const [a, b] = [tone(light), tone(dark)];
  return {
    gloss: 0.02,
    rough: 0.6,
    albedo: (x, y, z) => {
      const warp = noise(x * 0.7, y * 2, z * 2.2) * 3;
      const rings = 0.5 + 0.5 * Math.sin((z * 9 + y * 5 + warp) * 2.3);
      return mix(a, b, rings * 0.4 + noise(x * 2.5, y * 40, z * 40) * 0.4);
    },
  };
}

/** Smooth points through given ones (Catmull-Rom). */
function spline(points: readonly (readonly [number, number])[], steps = 8): [number, number][] {
  const out: [number, number][] = [];
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))] ?? [0, 0];
  for (let i = 0; i < points.length - 1; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const curve = (n: 0 | 1) =>
        0.5 *
        (2 * p1[n] +
          (p2[n] - p0[n]) * t +
          (2 * p0[n] - 5 * p1[n] + 4 * p2[n] - p3[n]) * t * t +
          (3 * p1[n] - p0[n] - 3 * p2[n] + p3[n]) * t * t * t);
      out.push([Math.max(0, curve(0)), curve(1)]);
    }
  }
  out.push([...at(points.length - 1)] as [number, number]);
  return out;
}

const CELL = 0.012;

export interface Turned {
  /** The wall, from the middle of the foot to the rim: [radius, height]. */
  readonly profile: readonly (readonly [number, number])[];
  /** Half the wall. */
  readonly wall: number;
  /** Straight segments instead of a smooth curve. */
  readonly sharp?: boolean;
  /** Filled with something up to the top: no inside. */
  readonly full?: boolean;
}

/** What a potter's wheel makes: the distance to a profile turned about the y axis, from a table. */
export function turned(shape: Turned): { distance: Solid['distance']; height: number; radius: number } {
  const curve = shape.sharp ? shape.profile.map(([r, y]) => [r, y] as const) : spline(shape.profile);
  const radius = Math.max(...curve.map(([r]) => r)) + shape.wall;
  const height = Math.max(...curve.map(([, y]) => y)) + shape.wall;
  const margin = 0.25;
  const columns = Math.ceil((radius + margin) / CELL) + 2;
  const rows = Math.ceil((height + 2 * margin) / CELL) + 2;
  const table = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      table[row * columns + column] = toCurve(curve, column * CELL, row * CELL - margin, shape.full === true);
  const lookUp = (r: number, y: number) => {
    const u = Math.min(columns - 1.001, r / CELL);
    const v = Math.min(rows - 1.001, Math.max(0, (y + margin) / CELL));
    const [i, j] = [u | 0, v | 0];
    const [a, b] = [u - i, v - j];
    const n = j * columns + i;
    const top = (table[n] ?? 0) * (1 - a) + (table[n + 1] ?? 0) * a;
    const below = (table[n + columns] ?? 0) * (1 - a) + (table[n + columns + 1] ?? 0) * a;
    return top * (1 - b) + below * b - shape.wall;
  };
  return { height, radius, distance: (x, y, z) => lookUp(Math.sqrt(x * x + z * z), y) };
}

function toCurve(curve: readonly (readonly [number, number])[], r: number, y: number, full: boolean): number {
  let best = Infinity;
  let inside = false;
  for (let i = 0; i < curve.length - 1; i++) {
    const [ax, ay] = curve[i] ?? [0, 0];
    const [bx, by] = curve[i + 1] ?? [0, 0];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((r - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const [ex, ey] = [r - ax - dx * t, y - ay - dy * t];
    best = Math.min(best, ex * ex + ey * ey);
    if (ay > y !== by > y && r < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return full && inside ? -Math.sqrt(best) : Math.sqrt(best);
}

/** A capsule from one point to another. */
export function rod([ax, ay, az]: Tone, [bx, by, bz]: Tone, radius: number): Solid['distance'] {
  const [dx, dy, dz] = [bx - ax, by - ay, bz - az];
  const length = dx * dx + dy * dy + dz * dz;
  return (x, y, z) => {
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy + (z - az) * dz) / length));
    const [ex, ey, ez] = [x - ax - dx * t, y - ay - dy * t, z - az - dz * t];
    return Math.sqrt(ex * ex + ey * ey + ez * ez) - radius;
  };
}

/** A handle: an upright oval ring in the x-y plane at a place, as thick as `tube`. */
export function handle(cx: number, cy: number, rx: number, ry: number, tube: number): Solid['distance'] {
  const k = (rx + ry) / 2;
  return (x, y, z) => {
    const [u, v] = [(x - cx) / rx, (y - cy) / ry];
    const ring = (Math.sqrt(u * u + v * v) - 1) * Math.min(k, Math.min(rx, ry) * 1.15);
    return (Math.sqrt(ring * ring + z * z * 0.6) - tube) * 0.85;
  };
}

/** Joins two shapes with a fillet. */
export function blend(a: Solid['distance'], b: Solid['distance'], k: number): Solid['distance'] {
  return (x, y, z) => {
    const [p, q] = [a(x, y, z), b(x, y, z)];
    const h = Math.max(0, k - Math.abs(p - q)) / k;
    return Math.min(p, q) - h * h * k * 0.25;
  };
}

/** A shape with another cut away. */
export function cut(a: Solid['distance'], b: Solid['distance']): Solid['distance'] {
  return (x, y, z) => Math.max(a(x, y, z), -b(x, y, z));
}

export interface Placing {
  readonly x?: number;
  readonly y?: number;
  readonly z?: number;
  /** Degrees about the upright axis. */
  readonly turn?: number;
  readonly scale?: number;
}

/** Puts a shape into the scene; `reach` is the radius of a sphere round its origin-centred middle height. */
export function put(
  distance: Solid['distance'],
  material: Material,
  [middle, reach]: readonly [height: number, radius: number],
  place: Placing = {},
): Solid {
  const { x: px = 0, y: py = 0, z: pz = 0, turn = 0, scale = 1 } = place;
  const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  return {
    bound: [px, py + middle * scale, pz, reach * scale],
    distance: (x, y, z) => {
      const [dx, dz] = [(x - px) / scale, (z - pz) / scale];
      return distance(c * dx - s * dz, (y - py) / scale, s * dx + c * dz) * scale;
    },
    material: {
      ...material,
      albedo: (x, y, z) => {
        const [dx, dz] = [(x - px) / scale, (z - pz) / scale];
        return material.albedo(c * dx - s * dz, (y - py) / scale, s * dx + c * dz);
      },
    },
  };
}
