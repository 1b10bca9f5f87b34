import { effects } from '@animatic/motion';
import {
  type CameraMove,
  cameraMoves,
  type LayerEffect,
  type LayerPhase,
  layerEffects,
  layerPhases,
  type MotionInput,
  overlayEffects,
  staggerOrders,
  transitionKinds,
} from '@animatic/schema';
import { bank, bankCard } from '../golden/support/bank.ts';
import { dashboard, report } from '../golden/support/dashboard.ts';
import { familyOf, type Screen } from '../golden/support/screen.ts';
import { boardOf, type Entry, placeIn, type Section, worded } from './entry.ts';

/** What each move looks at, where it looks at something. */
const FOCUS: Partial<Record<CameraMove, string>> = {
  'push-in': 'dash:chart',
  dolly: 'dash:ring-card',
};

export const cameras: Section = {
  id: 'camera',
  title: 'Camera',
  about:
    'One picture, seen the way a person with a camera would: never past its edge, never past its pixels.',
  entries: [
    ...cameraMoves.map((move): Entry => {
      const focus = FOCUS[move];
      return {
        id: `camera-${move}`,
        title: worded(move),
        ...(focus ? { note: `to ${nameOf(dashboard, focus)}` } : {}),
        board: (stills) =>
          boardOf(stills, [
            {
              screen: dashboard,
              duration: 3.4,
              motion: { camera: [{ move, ...(focus ? { focus: placeIn(dashboard, focus) } : {}) }] },
            },
          ]),
      };
    }),
    several('camera-there-and-back', 'There and back', 'dolly to the ring, pull out again', [
      { move: 'dolly', focus: placeIn(dashboard, 'dash:ring-card') },
      { move: 'pull-out' },
    ]),
    several('camera-from-layer-to-layer', 'From layer to layer', 'figures, then the ring', [
      { move: 'dolly', focus: placeIn(dashboard, 'dash:figure-0') },
      { move: 'dolly', focus: placeIn(dashboard, 'dash:ring-card') },
    ]),
  ],
};

function several(id: string, title: string, note: string, camera: NonNullable<MotionInput['camera']>): Entry {
  return {
    id,
    title,
    note,
    board: (stills) => boardOf(stills, [{ screen: dashboard, duration: 5, motion: { camera } }]),
  };
}

interface Cast {
  screen: Screen;
  layers: string[];
  more?: { from?: 'left' | 'right' | 'up' | 'down'; travel?: number };
}

/** What each effect is shown on; the dashboard's figures for one that is not named. */
const CAST: Partial<Record<LayerEffect, Cast>> = {
  fade: { screen: dashboard, layers: ['dash:ring-card', 'dash:ring', 'dash:share'] },
  slide: { screen: report, layers: familyOf(report, 'places'), more: { from: 'right', travel: 60 } },
  scale: { screen: report, layers: ['dash:goal'] },
  wipe: { screen: dashboard, layers: ['dash:line-card', 'dash:line'] },
  blur: { screen: report, layers: ['dash:report-title'] },
  mask: { screen: report, layers: ['dash:goal'] },
  type: { screen: dashboard, layers: ['dash:headline'] },
  words: { screen: report, layers: ['dash:report-title'] },
  grow: { screen: dashboard, layers: familyOf(dashboard, 'bars') },
  draw: { screen: dashboard, layers: ['dash:line'] },
  fill: { screen: dashboard, layers: ['dash:ring'] },
  count: { screen: dashboard, layers: ['dash:share'] },
  pulse: { screen: dashboard, layers: ['dash:button'] },
};

/** How long each takes where half a second would not show it. */
const LENGTH: Partial<Record<LayerEffect, number>> = {
  type: 1.1,
  words: 1.4,
  draw: 1.3,
  fill: 1.1,
  count: 1.3,
  wipe: 0.8,
  mask: 0.9,
};

const ABOUT: Record<LayerPhase, string> = {
  enter: 'Layers come as families, one after the other, and leave no hole behind them.',
  stay: 'What stays may still ask for attention.',
  leave: 'Leaving is quicker than coming.',
};

export const layers: Section[] = layerPhases.map((phase) => ({
  id: `layers-${phase}`,
  title: { enter: 'Layers entering', stay: 'Layers staying', leave: 'Layers leaving' }[phase],
  short: { enter: 'Entering', stay: 'Staying', leave: 'Leaving' }[phase],
  about: ABOUT[phase],
  entries: layerEffects
    .filter((effect) => effects[effect].phases.includes(phase))
    .map((effect): Entry => {
      const {
        screen,
        layers: ids,
        more,
      } = CAST[effect] ?? {
        screen: dashboard,
        layers: familyOf(dashboard, 'figures'),
      };
      const duration = (LENGTH[effect] ?? 0.6) * (phase === 'leave' ? 0.65 : 1);
      const stagger = Math.min(0.07, 0.6 / Math.max(1, ids.length - 1));
      return {
        id: `${phase}-${effect}`,
        title: worded(effect),
        note: noteOf(screen, ids),
        poster: phase === 'enter' ? 2.4 : 0.3,
        board: (stills) =>
          boardOf(stills, [
            {
              screen,
              duration: 2.8,
              motion: {
                layers: [
                  {
                    layers: ids,
                    phase,
                    effect,
                    at: phase === 'leave' ? 1.2 : 0.4,
                    duration,
                    stagger,
                    ...more,
                  },
                ],
              },
            },
          ]),
      };
    }),
}));

export const staggers: Section = {
  id: 'stagger',
  title: 'Stagger',
  about: 'A family starts in reading order, from its middle, or by the rows and columns it lies in.',
  entries: staggerOrders.map((by) => ({
    id: `stagger-${by}`,
    title: worded(by),
    poster: 0.75,
    board: (stills) =>
      boardOf(stills, [
        {
          screen: dashboard,
          duration: 2.6,
          motion: {
            layers: [
              {
                layers: [...familyOf(dashboard, 'figures'), 'dash:ring', ...familyOf(dashboard, 'bars')],
                effect: 'rise',
                at: 0.3,
                duration: 0.6,
                stagger: 0.09,
                by,
              },
            ],
          },
        },
      ]),
  })),
};

export const overlays: Section = {
  id: 'overlays',
  title: 'Overlays',
  about: 'Drawn over the picture, in the design’s own colour: a ring, a dimmed rest, a pointer that taps.',
  entries: overlayEffects.flatMap((effect): Entry[] =>
    (
      [
        [dashboard, 'dash:figure-1', 16],
        [dashboard, 'dash:button', 11],
      ] as const
    ).map(([screen, id, corner]) => ({
      id: `overlay-${effect}-${id.replace('dash:', '')}`,
      title: worded(effect),
      note: nameOf(screen, id),
      poster: 1.4,
      board: (stills) =>
        boardOf(stills, [
          {
            screen,
            duration: 3,
            motion: { overlays: [{ effect, boxes: [placeIn(screen, id)], corner, at: 0.4, duration: 2.2 }] },
          },
        ]),
    })),
  ),
};

/** Two screens of a phone, as they are seen in a clip of its own shape. */
const TALL = { width: 576, height: 720 };

export const transitions: Section[] = [
  {
    id: 'transitions',
    title: 'Transitions',
    about:
      'From one frame into the next. Smart animate moves what both have; everything else crosses the view.',
    entries: transitionKinds.map((kind) => passing(kind, dashboard, report, {})),
  },
  {
    id: 'transitions-screen',
    title: 'Transitions on a screen',
    short: 'On a screen',
    about: 'Two screens of one shape: the device stays, what it shows changes.',
    tile: 210,
    entries: transitionKinds.map((kind) => passing(kind, bank, bankCard, { size: TALL })),
  },
];

function passing(
  kind: (typeof transitionKinds)[number],
  before: Screen,
  after: Screen,
  more: Pick<Entry, 'size'>,
): Entry {
  return {
    id: `transition-${kind}-${before.name}`,
    title: worded(kind),
    poster: 1.35,
    ...more,
    board: (stills) =>
      boardOf(
        stills,
        [
          { screen: before, duration: 1.5, into: { kind, duration: kind === 'smart-animate' ? 0.6 : 0.5 } },
          { screen: after, duration: 1.6 },
        ],
        more.size ? { aspect: '4:5' } : {},
      ),
  };
}

function nameOf(screen: Screen, id: string): string {
  const piece = screen.pieces.find((one) => one.id === id);
  return (piece?.name ?? id).toLowerCase();
}

function noteOf(screen: Screen, ids: readonly string[]): string {
  const [first = ''] = ids;
  return ids.length > 2 ? `${ids.length} × ${nameOf(screen, first)}` : nameOf(screen, first);
}
