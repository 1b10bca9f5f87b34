import { effects } from '@animatic/motion';
import {
  type CameraMove,
  cameraMoves,
  type LayerEffect,
  type LayerPhase,
  layerEffects,
  type MotionInput,
  motionSchema,
  overlayEffects,
  transitionKinds,
  transitionSchema,
} from '@animatic/schema';
import { bank, bankList } from './bank.ts';
import type { TestBoard } from './clip.ts';
import { capture, familyOf, type Stills } from './screen.ts';
import { placeOf, specimen, specimenNext } from './specimen.ts';

export type PresetKind = 'camera' | 'layer' | 'overlay' | 'transition' | 'scene';

/** One way to move, on the measuring screen. */
export interface Preset {
  kind: PresetKind;
  /** Also its golden picture's file name. */
  name: string;
  /** Seconds that show it in the middle of its move. */
  moments: number[];
  board(stills: Stills): TestBoard;
}

/** Which layers of the specimen an effect is made for; the cards for one that is not named. */
const LAYERS: Partial<Record<LayerEffect, string[]>> = {
  type: ['headline'],
  words: ['lead'],
  grow: familyOf(specimen, 'bars'),
  draw: ['line'],
  fill: ['ring'],
  count: ['number'],
  pulse: ['badge'],
};

const SECONDS = 2;

/** Every preset that the schema names: a new one is covered by being named there. */
export const presets: Preset[] = [
  ...cameraMoves.map(camera),
  ...layerEffects.flatMap((effect) => effects[effect].phases.map((phase) => layer(effect, phase))),
  ...overlayEffects.map(
    (effect): Preset => ({
      kind: 'overlay',
      name: `overlay-${effect}`,
      moments: [0.7],
      board: moving({
        overlays: [{ effect, boxes: [placeOf('card-1')], corner: 10, at: 0.2, duration: 1.6 }],
      }),
    }),
  ),
  ...transitionKinds.filter((kind) => kind !== 'cut').map(transition),
  {
    kind: 'scene',
    name: 'scene-screen',
    moments: [0.5],
    board: (stills) => ({ shots: [capture(stills, bank, { duration: 1 })] }),
  },
  {
    kind: 'scene',
    name: 'scene-scroll',
    moments: [0.9],
    board: (stills) => ({
      shots: [
        capture(stills, bankList, { duration: 2, motion: motionSchema.parse({ scroll: [{ to: 500 }] }) }, 1),
      ],
    }),
  },
];

function camera(move: CameraMove): Preset {
  const focus = move === 'dolly' ? { focus: placeOf('card-1') } : {};
  return {
    kind: 'camera',
    name: `camera-${move}`,
    moments: [SECONDS * 0.4],
    board: moving({ camera: [{ move, ...focus }] }),
  };
}

function layer(effect: LayerEffect, phase: LayerPhase): Preset {
  const layers = LAYERS[effect] ?? familyOf(specimen, 'cards');
  const stagger = layers.length > 1 ? 0.1 : 0;
  const at = phase === 'leave' ? 1 : 0.2;
  const duration = 0.6;
  return {
    kind: 'layer',
    name: `${phase}-${effect}`,
    moments: [at + (phase === 'leave' ? 0.7 : 0.35) * (duration + stagger * (layers.length - 1))],
    board: moving({ layers: [{ layers, phase, effect, at, duration, stagger }] }),
  };
}

function transition(kind: (typeof transitionKinds)[number]): Preset {
  return {
    kind: 'transition',
    name: `transition-${kind}`,
    moments: [0.95],
    board: (stills) => ({
      shots: [
        capture(stills, specimen, {
          duration: 1.2,
          transition: transitionSchema.parse({ kind, duration: 0.6 }),
        }),
        capture(stills, specimenNext, { duration: 1.2 }),
      ],
    }),
  };
}

/** The specimen with one motion. */
export function moving(motion: MotionInput, duration = SECONDS): (stills: Stills) => TestBoard {
  return (stills) => ({
    shots: [capture(stills, specimen, { duration, motion: motionSchema.parse(motion) })],
  });
}
