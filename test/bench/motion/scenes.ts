import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  formatSize,
  type Size,
  type Storyboard,
  type StoryboardInput,
  storyboardSchema,
} from '@animatic/schema';
import { dashboard } from './drawings/dashboard.ts';
import { phone, twelveCards, wall } from './drawings/others.ts';
import { type Captured, drawStills, type Stills } from './stills.ts';

export const sceneNames = ['pan-zoom', 'layers', 'smart-animate', 'storyboard'] as const;
export type SceneName = (typeof sceneNames)[number];

/** A storyboard with its stills, ready to be rendered. */
export interface Scene {
  title: string;
  board: Storyboard;
  size: Size;
  stills: Stills['files'];
}

type ShotInput = StoryboardInput['shots'][number];
type Resolution = 1080 | 2160;

/**
 * Writes a scene into a folder: `board.json`, and each still under its hash.
 *
 * @example await writeScene(makeScene('layers', 1080), '/tmp/layers')
 */
export async function writeScene({ board, stills }: Scene, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'board.json'), JSON.stringify(board));
  for (const [hash, bytes] of stills) await writeFile(join(folder, hash), bytes);
}

/**
 * One of the scenes that the bench renders, drawn by code: the same in every run.
 *
 * @param detail 1 as a plugin captures; less draws coarser stills, quicker
 * @example makeScene('layers', 1080).board.shots.length // 1
 */
export function makeScene(name: SceneName, resolution: Resolution, detail = 1): Scene {
  const stills = drawStills(detail);
  const make = { 'pan-zoom': panZoom, layers, 'smart-animate': smartAnimate, storyboard }[name];
  const { title, shots } = make(stills);
  return scene(title, shots, resolution, stills);
}

/** Five minutes: the ten shots of the storyboard, five times over. */
export function fiveMinutes(detail = 1): Scene {
  const stills = drawStills(detail);
  const { shots } = storyboard(stills);
  const all = Array.from({ length: 5 }, (_, turn) =>
    shots.map((shot) => ({ ...shot, id: `${shot.id}-${turn}`, duration: shot.duration - 0.1 })),
  ).flat();
  return scene('five minutes', all, 1080, stills);
}

function scene(title: string, shots: ShotInput[], resolution: Resolution, { files }: Stills): Scene {
  const board = storyboardSchema.parse({
    version: 2,
    title,
    format: { aspect: '16:9', resolution, fps: 30 },
    shots,
  } satisfies StoryboardInput);
  return {
    title,
    board,
    size: formatSize(board.format, board.shots[0]?.size ?? { width: 16, height: 9 }),
    stills: files,
  };
}

function shotOf(id: string, captured: Captured, duration: number, more: Partial<ShotInput> = {}): ShotInput {
  const { size, name, still, layers, background } = captured;
  return {
    id,
    source: { node: '1:1', name },
    size,
    still,
    layers,
    background,
    caption: {},
    duration,
    ...more,
  };
}

function panZoom(stills: Stills) {
  const captured = stills.capture(wall(), 2, 'still only');
  const motion: ShotInput['motion'] = {
    camera: [
      {
        move: 'push-in',
        amount: 1.5,
        focus: { x: 96, y: 250, width: 860, height: 380 },
        at: 0,
        duration: 2.5,
      },
      { move: 'pan-right', amount: 0.3, at: 2.5, duration: 2.5 },
    ],
  };
  return { title: 'pan and zoom of a large still', shots: [shotOf('wall', captured, 5, { motion })] };
}

function layers(stills: Stills) {
  const captured = stills.capture(twelveCards(), 2);
  const cards = captured.layers.filter(({ name }) => name.startsWith('Card')).map(({ id }) => id);
  const motion: ShotInput['motion'] = {
    layers: [{ layers: cards, effect: 'rise', at: 0.3, duration: 0.7, stagger: 0.15 }],
  };
  return { title: '12 layers in', shots: [shotOf('bread', captured, 5, { motion })] };
}

function smartAnimate(stills: Stills) {
  const screens = [stills.capture(dashboard('cards'), 2), stills.capture(dashboard('chart'), 2)];
  const transition: ShotInput['transition'] = { kind: 'smart-animate', duration: 0.8 };
  const shots = [0, 1, 0, 1].flatMap((which, index) => {
    const captured = screens[which];
    return captured ? [shotOf(`screen-${index}`, captured, 1.85, { transition })] : [];
  });
  return { title: 'smart animate of 60 layers', shots };
}

/** Ten shots that sum up to 64.5 s, less nine transitions of half a second. */
function storyboard(stills: Stills) {
  const large = stills.capture(wall(), 2, 'still only');
  const bread = stills.capture(twelveCards(), 2);
  const board = [stills.capture(dashboard('cards'), 2), stills.capture(dashboard('chart'), 2)] as const;
  const phones = [0, 1, 2, 3].map((seed) => stills.capture(phone(seed), 3));
  const cards = bread.layers.filter(({ name }) => name.startsWith('Card')).map(({ id }) => id);
  const rows = (captured: Captured) =>
    captured.layers.filter(({ path }) => path?.[0]?.startsWith('Row')).map(({ id }) => id);
  const into = (kind: NonNullable<ShotInput['transition']>['kind']): ShotInput['transition'] => ({
    kind,
    duration: 0.5,
  });
  const plans: [Captured, ShotInput['motion'], ShotInput['transition']][] = [
    [large, { camera: [{ move: 'push-in', amount: 1.12 }] }, into('push')],
    [
      bread,
      { layers: [{ layers: cards, effect: 'rise', at: 0.8, duration: 0.5, stagger: 0.07 }] },
      into('push'),
    ],
    [board[0], {}, into('smart-animate')],
    [board[1], {}, into('push')],
    ...phones.map((one): [Captured, ShotInput['motion'], ShotInput['transition']] => [
      one,
      { layers: [{ layers: rows(one), effect: 'fade', at: 0.8, duration: 0.5, stagger: 0.04 }] },
      into('push'),
    ]),
    [large, { camera: [{ move: 'pan-right', amount: 0.25 }] }, into('dissolve')],
    [{ ...board[0], layers: [] }, { camera: [{ move: 'pull-out', amount: 1.2 }] }, undefined],
  ];
  return {
    title: 'a storyboard of ten shots',
    shots: plans.map(([captured, motion, transition], index) =>
      shotOf(`shot-${index}`, captured, 6.45, { motion, transition }),
    ),
  };
}
