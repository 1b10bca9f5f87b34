import { develop, exposures } from './develop.ts';
import type { Solid, Tone } from './solids.ts';

export interface Stage {
  readonly solids: readonly Solid[];
  /** The paper the things stand on, rolled up behind them: linear albedo at a point. */
  readonly paper: (x: number, y: number, z: number) => Tone;
  readonly camera: {
    readonly from: Tone;
    readonly to: Tone;
    /** Degrees of the picture's height. */
    readonly lens: number;
  };
  /** The softbox: where its middle is, half its side, how strong. */
  readonly key: { readonly at: Tone; readonly half: number; readonly power: number; readonly tint: Tone };
  /** Light from everywhere. */
  readonly dome: { readonly up: Tone; readonly down: Tone };
  readonly wall?: number;
}

export interface Film {
  readonly width: number;
  readonly height: number;
  /** Rays a side of a pixel. */
  readonly grid: number;
}

/** A seeded generator of numbers from 0 to 1 (mulberry32): the same picture every time. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FAR = 24;

/**
 * Takes a studio photograph: rays into signed distances, one soft key light with real penumbra, a dome with
 * occlusion and one bounce, and a clear coat. Returns RGBA bytes.
 */
export function shoot(set: Stage, film: Film): Uint8ClampedArray {
  const { solids, key, dome } = set;
  const wall = set.wall ?? 4;
  const round = 2.4;
  let hit: Solid | null = null;

  const paperDistance = (y: number, z: number) => {
    const [q, p] = [round - y, round - (z + wall)];
    return q > 0 && p > 0 ? round - Math.sqrt(q * q + p * p) : Math.min(y, z + wall);
  };
  const measure = (among: readonly Solid[], count: number, x: number, y: number, z: number): number => {
    let best = paperDistance(y, z);
    hit = null;
    for (let n = 0; n < count; n++) {
      const solid = among[n];
      if (solid === undefined) continue;
      const [bx, by, bz, br] = solid.bound;
      const [dx, dy, dz] = [x - bx, y - by, z - bz];
      const away = Math.sqrt(dx * dx + dy * dy + dz * dz) - br;
      if (away > best) continue;
      const d = away > 0.3 ? away : solid.distance(x, y, z);
      if (d < best) {
        best = d;
        hit = solid;
      }
    }
    return best;
  };
  const distance = (x: number, y: number, z: number) => measure(solids, solids.length, x, y, z);
  // A ray need only ask the things whose spheres it crosses.
  const crossed: Solid[] = [];
  const march = (
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    far: number,
    fine: number,
  ) => {
    let count = 0;
    for (const solid of solids) {
      const [lx, ly, lz] = [solid.bound[0] - ox, solid.bound[1] - oy, solid.bound[2] - oz];
      const along = lx * dx + ly * dy + lz * dz;
      const gap = lx * lx + ly * ly + lz * lz;
      const reach = (solid.bound[3] + 0.01) ** 2;
      if (gap < reach || (along > 0 && gap - along * along < reach)) crossed[count++] = solid;
    }
    let t = fine * 4;
    for (let i = 0; i < 140 && t < far; i++) {
      const d = measure(crossed, count, ox + dx * t, oy + dy * t, oz + dz * t);
      if (d < fine) return t;
      t += d * 0.92;
    }
    return far;
  };
  const surface = (x: number, y: number, z: number): Tone =>
    hit ? hit.material.albedo(x, y, z) : set.paper(x, y, z);
  const sky = (dy: number): Tone => {
    const t = 0.5 + 0.5 * dy;
    return [
      dome.down[0] + (dome.up[0] - dome.down[0]) * t,
      dome.down[1] + (dome.up[1] - dome.down[1]) * t,
      dome.down[2] + (dome.up[2] - dome.down[2]) * t,
    ];
  };

  const [fx, fy, fz] = unit(sub(set.camera.to, set.camera.from));
  const [rx, , rz] = unit([-fz, 0, fx]);
  const [ux, uy, uz] = [-rz * fy, rz * fx - rx * fz, rx * fy];
  const zoom = Math.tan((set.camera.lens * Math.PI) / 360);
  const [kx, ky, kz] = key.at;
  const lightDir = unit(key.at);
  const lightU = unit([-lightDir[2], 0, lightDir[0]]);
  const lightV: Tone = [
    -lightU[2] * lightDir[1],
    lightU[2] * lightDir[0] - lightU[0] * lightDir[2],
    lightU[0] * lightDir[1],
  ];

  const rays = film.grid * film.grid;
  const layers = exposures(film.width * film.height);
  for (let py = 0; py < film.height; py++) {
    for (let px = 0; px < film.width; px++) {
      const random = seeded(py * 7919 + px * 104729 + 17);
      const n = (py * film.width + px) * 3;
      for (let ray = 0; ray < rays; ray++) {
        const sx = ((px + ((ray % film.grid) + random()) / film.grid) / film.width) * 2 - 1;
        const sy = 1 - ((py + (Math.floor(ray / film.grid) + random()) / film.grid) / film.height) * 2;
        const [ax, ay] = [sx * zoom * (film.width / film.height), sy * zoom];
        const [dx, dy, dz] = unit([fx + rx * ax + ux * ay, fy + uy * ay, fz + rz * ax + uz * ay]);
        const [ox, oy, oz] = set.camera.from;
        const t = march(ox, oy, oz, dx, dy, dz, FAR, 0.0012);
        const [x, y, z] = [ox + dx * t, oy + dy * t, oz + dz * t];
        distance(x, y, z);
        const solid = hit as Solid | null;
        const albedo = surface(x, y, z);
        const e = 0.004;
        const at = (a: number, bb: number, c: number) => distance(x + a * e, y + bb * e, z + c * e);
        const [n1, n2, n3, n4] = [at(1, -1, -1), at(-1, -1, 1), at(-1, 1, -1), at(1, 1, 1)];
        const [nx, ny, nz] = unit([n1 - n2 - n3 + n4, -n1 - n2 + n3 + n4, -n1 + n2 - n3 + n4]);
        const [hx, hy, hz] = [x + nx * 0.006, y + ny * 0.006, z + nz * 0.006];

        // The key: two points of the softbox, in opposite quarters.
        let lit = 0;
        const turn = random();
        for (let k = 0; k < 2; k++) {
          const u = (((turn + k * 0.5) % 1) * 2 - 1) * key.half;
          const v = (((random() + k) / 2) * 2 - 1) * key.half;
          const [lx, ly, lz] = [
            kx + lightU[0] * u + lightV[0] * v - hx,
            ky + lightU[1] * u + lightV[1] * v - hy,
            kz + lightU[2] * u + lightV[2] * v - hz,
          ];
          const far = Math.sqrt(lx * lx + ly * ly + lz * lz);
          const facing = (nx * lx + ny * ly + nz * lz) / far;
          if (
            facing > 0 &&
            march(hx, hy, hz, lx / far, ly / far, lz / far, Math.min(far, 7), 0.004) >= Math.min(far, 7)
          )
            lit += (facing * key.power) / (far * far) / 2;
        }

        // The dome: two directions about the normal; what they meet throws its colour back.
        const soft = [0, 0, 0];
        for (let k = 0; k < 2; k++) {
          const [phi, h] = [(random() + k) * Math.PI, random() * 2 - 1];
          const s = Math.sqrt(1 - h * h);
          const [cx, cy, cz] = unit([
            nx * 1.001 + Math.cos(phi * 2) * s,
            ny * 1.001 + h,
            nz * 1.001 + Math.sin(phi * 2) * s,
          ]);
          const reach = 2.6;
          const seen = march(hx, hy, hz, cx, cy, cz, reach, 0.01);
          if (seen >= reach) {
            const glow = sky(cy);
            for (let c = 0; c < 3; c++) soft[c] = (soft[c] ?? 0) + (glow[c] ?? 0) / 2;
          } else {
            distance(hx + cx * seen, hy + cy * seen, hz + cz * seen);
            const back = surface(hx + cx * seen, hy + cy * seen, hz + cz * seen);
            const near = 0.3 + 0.5 * (seen / reach);
            for (let c = 0; c < 3; c++)
              soft[c] = (soft[c] ?? 0) + (back[c] ?? 0) * near * 0.5 * (0.4 + (dome.up[c] ?? 0) * 0.6);
          }
        }

        // The clear coat mirrors the softbox and the dome.
        let shine = 0;
        let mirror = 0;
        if (solid && solid.material.gloss > 0) {
          const back = -2 * (dx * nx + dy * ny + dz * nz);
          const spread = solid.material.rough * 0.22;
          const [mx, my, mz] = unit([
            dx + nx * back + (random() - 0.5) * spread,
            dy + ny * back + (random() - 0.5) * spread,
            dz + nz * back + (random() - 0.5) * spread,
          ]);
          const cosine = Math.max(0, -(dx * nx + dy * ny + dz * nz));
          const fresnel =
            solid.material.gloss +
            (1 - solid.material.gloss) * (1 - cosine) ** 5 * (1 - solid.material.rough * 0.8);
          const clear = march(hx, hy, hz, mx, my, mz, 5, 0.01) >= 5;
          const cosLight = mx * lightDir[0] + my * lightDir[1] + mz * lightDir[2];
          if (clear && cosLight > 0) {
            const scale = Math.hypot(kx, ky, kz) / cosLight;
            const [vx, vy, vz] = [mx * scale - kx, my * scale - ky, mz * scale - kz];
            const u = Math.abs(vx * lightU[0] + vy * lightU[1] + vz * lightU[2]);
            const v = Math.abs(vx * lightV[0] + vy * lightV[1] + vz * lightV[2]);
            const edge = Math.max(u, v) / key.half;
            shine = fresnel * 9 * Math.max(0, 1 - Math.max(0, edge - 0.85) / (0.25 + solid.material.rough));
          }
          mirror = fresnel * (clear ? sky(my)[1] : 0.25);
        }
        const light = [lit * key.tint[0], lit * key.tint[1], lit * key.tint[2]] as const;
        for (let c = 0; c < 3; c++) {
          add(layers.albedo, n + c, (albedo[c] ?? 0) / rays);
          add(layers.light, n + c, ((light[c] ?? 0) + (soft[c] ?? 0)) / rays);
          add(layers.shine, n + c, Math.min(1.2, shine * (key.tint[c] ?? 1) + mirror) / rays);
        }
        add(layers.normal, n, nx / rays);
        add(layers.normal, n + 1, ny / rays);
        add(layers.normal, n + 2, nz / rays);
        add(layers.depth, py * film.width + px, t / rays);
      }
    }
  }
  return develop(layers, film.width, film.height);
}

const add = (array: Float32Array, index: number, value: number) => {
  array[index] = (array[index] ?? 0) + value;
};

function sub(a: Tone, b: Tone): Tone {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function unit([x, y, z]: Tone): Tone {
  const length = Math.sqrt(x * x + y * y + z * z) || 1;
  return [x / length, y / length, z / length];
}
