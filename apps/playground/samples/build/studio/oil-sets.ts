import { createCanvas } from '@napi-rs/canvas';
import { canvasFont } from '../type.ts';
import { faced, labelled, oilBottle, oilDish, olive, oliveSkin, tin, type Wrap } from './pantry.ts';
import type { Film, Stage } from './shoot.ts';
import type { Picture } from './shop-sets.ts';
import { glaze, matte, type Solid, tone, wood } from './solids.ts';
import { board, bowl } from './vessels.ts';

const OLIVE = oliveSkin('#7d8a3a', '#4f4a2c');
const DARK = oliveSkin('#3f352f', '#5c3a3a');
const CHALK = glaze('#ece5d6', { specks: '#6a523c' });
const OAK = wood('#c29866', '#95693f');
const BRASS = { ...matte('#b98a3a', 0.05), gloss: 0.25, rough: 0.35 };
const OIL = { ...matte('#a98a1c', 0), gloss: 0.08, rough: 0.02 };

/** The front label, printed small: a sun over a hill, the name, three lines. */
function print(paper: string, ink: string, sun: string): Wrap {
  const [width, height] = [1000, 1050];
  const canvas = createCanvas(width, height);
  const c = canvas.getContext('2d');
  c.fillStyle = paper;
  c.fillRect(0, 0, width, height);
  const middle = width / 2;
  c.fillStyle = sun;
  c.beginPath();
  c.arc(middle, 330, 170, 0, Math.PI * 2);
  c.fill();
  c.fillStyle = ink;
  c.beginPath();
  c.moveTo(middle - 300, 470);
  c.bezierCurveTo(middle - 190, 350, middle - 20, 330, middle + 80, 410);
  c.bezierCurveTo(middle + 150, 380, middle + 230, 400, middle + 300, 470);
  c.closePath();
  c.fill();
  c.textAlign = 'center';
  c.font = canvasFont({ family: 'Fraunces', weight: 600, size: 148, line: 148 });
  c.fillText('Salt Hill', middle, 660);
  c.font = canvasFont({ family: 'Inter', weight: 600, size: 36, line: 36 });
  c.letterSpacing = '5px';
  c.fillText('EXTRA VIRGIN OLIVE OIL', middle, 740);
  c.fillRect(middle - 36, 800, 72, 5);
  c.fillText('500 ML', middle, 900);
  const pixels = c.getImageData(0, 0, width, height).data;
  return (turn, up) => {
    const across = (turn - 0.5) / 0.36 + 0.5;
    if (across < 0 || across > 1) return null;
    const [u, v] = [across * (width - 2), (1 - up) * (height - 2)];
    const at = (x: number, y: number, n: number) => pixels[(y * width + x) * 4 + n] ?? 255;
    const [i, j] = [Math.floor(u), Math.floor(v)];
    const [a, b] = [u - i, v - j];
    const part = (n: number) => {
      const top = at(i, j, n) * (1 - a) + at(i + 1, j, n) * a;
      const low = at(i, j + 1, n) * (1 - a) + at(i + 1, j + 1, n) * a;
      return (((top * (1 - b) + low * b) / 255 + 0.055) / 1.055) ** 2.4;
    };
    return [part(0), part(1), part(2)];
  };
}

const bottleOf = (wrap: Wrap) => labelled('#1c2415', wrap, 0.42, 1.62);
const CREAM_LABEL = print('#f1ead9', '#2f3a22', '#d08f2c');
const OCHRE_LABEL = print('#d39a3a', '#2b2413', '#f4ead2');
const GREEN_LABEL = print('#5e6c3c', '#f1ead9', '#d9b25a');

function oilStage(
  solids: readonly Solid[],
  paper: string,
  camera: {
    readonly aim: number;
    readonly far: number;
    readonly lens?: number;
    readonly rise?: number;
    readonly side?: number;
  },
): Stage {
  const ground = tone(paper);
  const { aim, far, lens = 24, rise = 0.8, side = 0 } = camera;
  return {
    solids,
    paper: () => ground,
    camera: { from: [side, aim + rise, far], to: [side * 0.4, aim, 0], lens },
    key: { at: [-3.6, 4.6, 3.0], half: 1.2, power: 26, tint: [1, 0.95, 0.86] },
    dome: { up: [0.54, 0.53, 0.51], down: [0.32, 0.29, 0.24] },
  };
}

const scattered: readonly Solid[] = [
  olive(OLIVE, { x: 0.62, z: 0.9, turn: 20 }),
  olive(DARK, { x: 0.98, z: 0.62, turn: -50 }),
  olive(OLIVE, { x: -1.72, z: 0.7, turn: 70 }),
  olive(OLIVE, { x: -1.4, z: 0.95, turn: 10 }),
  olive(DARK, { x: 3.2, z: 0.55, turn: 30 }),
];

/** A heap of olives in a bowl at a place. */
function heap(x: number, z: number, y = 0): readonly Solid[] {
  const spots: readonly (readonly [number, number, number, number])[] = [
    [0, 0.3, 0, 10],
    [0.34, 0.28, 0.06, 70],
    [-0.34, 0.28, 0.08, -30],
    [0.08, 0.27, 0.38, 40],
    [-0.16, 0.28, -0.34, -60],
    [0.3, 0.3, -0.3, 20],
    [-0.38, 0.3, -0.22, 80],
    [0.38, 0.32, 0.36, -20],
    [-0.3, 0.3, 0.4, 15],
    [0.16, 0.48, 0.1, -40],
    [-0.16, 0.47, 0.1, 50],
    [0.02, 0.48, -0.2, 0],
  ];
  return spots.map(([dx, dy, dz, turn], i) =>
    olive(i % 3 === 1 ? DARK : OLIVE, { x: x + dx, y: y + dy - 0.08, z: z + dz, turn }),
  );
}

const SQUARE: Film = { width: 720, height: 720, grid: 3 };

/** The oil maker's photographs, by name. */
export const OIL_PICTURES = {
  hero: {
    film: { width: 1136, height: 1344, grid: 2 },
    set: oilStage(
      [
        ...oilBottle(bottleOf(CREAM_LABEL), BRASS, { x: 0.05, z: -0.1 }),
        bowl(CHALK, { x: -0.98, z: 0.35, scale: 0.66 }),
        ...heap(-0.98 / 0.66, 0.35 / 0.66).map((s) => shrink(s, 0.66)),
        board(OAK, 1.16, 0.8, { x: 1.0, z: 0.55, turn: 14 }),
        olive(OLIVE, { x: 0.78, y: 0.09, z: 0.62, turn: 20 }),
        olive(DARK, { x: 1.1, y: 0.09, z: 0.46, turn: -40 }),
        olive(OLIVE, { x: 1.24, y: 0.09, z: 0.74, turn: 65 }),
        olive(OLIVE, { x: -0.1, z: 1.0, turn: -25 }),
      ],
      '#d9b98a',
      { aim: 1.44, far: 10, lens: 24.5 },
    ),
  },
  family: {
    film: { width: 1800, height: 780, grid: 2 },
    set: oilStage(
      [
        ...oilBottle(bottleOf(GREEN_LABEL), BRASS, { x: -2.5, z: -0.1 }),
        ...oilBottle(bottleOf(CREAM_LABEL), BRASS, { x: 0, z: 0.1 }),
        ...oilBottle(bottleOf(OCHRE_LABEL), BRASS, { x: 2.5, z: -0.1 }),
        ...scattered,
      ],
      '#e0cfa9',
      { aim: 1.5, far: 12, lens: 17, rise: 0.5 },
    ),
  },
  olives: {
    film: SQUARE,
    set: oilStage([bowl(CHALK), ...heap(0, 0)], '#c9c6a4', { aim: 0.34, far: 7.4, lens: 20, rise: 3 }),
  },
  dish: {
    film: SQUARE,
    set: oilStage(
      [
        ...oilDish(CHALK, OIL),
        olive(OLIVE, { x: 0.5, z: 1.0, turn: 30 }),
        olive(DARK, { x: 0.78, z: 0.82, turn: -40 }),
      ],
      '#e0cba4',
      {
        aim: 0.1,
        far: 7.4,
        lens: 21,
        rise: 3.4,
      },
    ),
  },
  tin: {
    film: SQUARE,
    set: oilStage(
      [
        ...tin(faced({ ...matte('#5e6c3c', 0.03), gloss: 0.05, rough: 0.4 }, CREAM_LABEL), BRASS, {
          turn: 24,
          x: -0.1,
        }),
        olive(OLIVE, { x: 0.86, z: 0.8, turn: 30 }),
        olive(OLIVE, { x: 0.6, z: 1.05, turn: -50 }),
      ],
      '#d8c6a6',
      { aim: 0.84, far: 8.4, lens: 20, rise: 1.3 },
    ),
  },
} satisfies Record<string, Picture>;

/** The same thing, smaller about the scene's origin. */
function shrink(solid: Solid, scale: number): Solid {
  const [x, y, z, reach] = solid.bound;
  return {
    bound: [x * scale, y * scale, z * scale, reach * scale],
    distance: (a, b, c) => solid.distance(a / scale, b / scale, c / scale) * scale,
    material: {
      ...solid.material,
      albedo: (a, b, c) => solid.material.albedo(a / scale, b / scale, c / scale),
    },
  };
}
