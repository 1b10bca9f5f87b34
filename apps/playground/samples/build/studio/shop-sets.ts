import type { Film, Stage } from './shoot.ts';
import { dipped, glaze, matte, type Solid, tone, wood } from './solids.ts';
import { board, bowl, cup, lemon, pitcher, plate, plinth, twig, vase } from './vessels.ts';

export interface Picture {
  readonly set: Stage;
  readonly film: Film;
}

const CREAM = glaze('#ebe3d4', { specks: '#6a523c' });
const CLAY = matte('#b1643d', 0.14, 7);
const SAGE = glaze('#8d9a84', { specks: '#454a3c' });
const OAT = glaze('#d6c4a8', { specks: '#6a523c' });
const SLATE = glaze('#4a5157');
const BLUSH = glaze('#d5a691', { specks: '#7a4a38' });
const OAK = wood('#c49a6a', '#9c7044');
const PEEL = matte('#e0ad35', 0.05, 30);
const STONE = matte('#cfc5b6', 0.1, 6);

const KEY = { at: [-3.4, 4.4, 2.8], half: 1.15, power: 23, tint: [1, 0.95, 0.87] } as const;
const DOME = { up: [0.52, 0.51, 0.5], down: [0.3, 0.27, 0.24] } as const;

function still(
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
  const { aim, far, lens = 24, rise = 0.95, side = 0 } = camera;
  return {
    solids,
    paper: () => ground,
    camera: { from: [side, aim + rise, far], to: [side * 0.4, aim, 0], lens },
    key: KEY,
    dome: DOME,
  };
}

const CARD: Film = { width: 400, height: 456, grid: 3 };

/** The shop's photographs, by name. */
export const SHOP_PICTURES = {
  hero: {
    film: { width: 716, height: 688, grid: 3 },
    set: still(
      [
        pitcher(dipped(CREAM, CLAY, 0.52), { x: 0.86, z: -0.2, turn: -6 }),
        board(OAK, 1.9, 0.95, { x: -0.62, z: 0.72, turn: 9 }),
        cup(SAGE, { x: -0.82, y: 0.09, z: 0.66, turn: -28, scale: 0.8 }),
        lemon(PEEL, { x: -0.14, y: 0.09, z: 0.86, turn: 24, scale: 0.82 }),
        lemon(PEEL, { x: 0.66, z: 1.06, turn: -40, scale: 0.86 }),
      ],
      '#d8c3a8',
      { aim: 1.4, far: 9.4, lens: 23.5, rise: 1.0 },
    ),
  },
  pitcher: {
    film: { width: 780, height: 880, grid: 3 },
    set: still(
      [
        plinth(STONE, 1.25, 0.34, { x: 0.05 }),
        pitcher(dipped(CREAM, CLAY, 0.52), { y: 0.34, x: 0.02 }),
        lemon(PEEL, { x: -0.86, y: 0.34, z: 0.5, turn: 35, scale: 0.82 }),
      ],
      '#dccab3',
      { aim: 1.22, far: 9.2, lens: 22, rise: 0.9 },
    ),
  },
  cup: {
    film: CARD,
    set: still([cup(SAGE, { x: -0.2, turn: -24 }), cup(OAT, { x: 0.46, z: -0.85, turn: -150 })], '#cdd0c2', {
      aim: 0.5,
      far: 6.2,
      lens: 22,
      rise: 1.15,
    }),
  },
  bowl: {
    film: CARD,
    set: still(
      [
        bowl(BLUSH),
        lemon(PEEL, { x: -0.2, y: 0.24, z: 0.05, turn: 30, scale: 0.85 }),
        lemon(PEEL, { x: 0.28, y: 0.26, z: -0.12, turn: -35, scale: 0.85 }),
        lemon(PEEL, { x: 0.08, y: 0.3, z: 0.3, turn: 80, scale: 0.8 }),
      ],
      '#e2cdbb',
      { aim: 0.36, far: 7.2, lens: 22, rise: 2.2 },
    ),
  },
  vase: {
    film: CARD,
    set: still([...twig(matte('#6b5138', 0.2, 20), 1.62, { turn: -10 }), vase(SLATE)], '#d9d3c8', {
      aim: 1.34,
      far: 9.2,
      lens: 22,
      rise: 0.8,
    }),
  },
  plates: {
    film: CARD,
    set: still(
      [
        plate(SLATE, { scale: 1 }),
        plate(CREAM, { y: 0.1, scale: 0.96 }),
        plate(SAGE, { y: 0.2, scale: 0.9 }),
        cup(CREAM, { y: 0.27, x: 0.08, turn: -40, scale: 0.66 }),
      ],
      '#c9c7b8',
      { aim: 0.42, far: 7.4, lens: 21, rise: 1.9 },
    ),
  },
} satisfies Record<string, Picture>;
