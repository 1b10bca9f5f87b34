import { ease } from '@animatic/motion';
import { type Easing, easingNames, easingSchema } from '@animatic/schema';
import { arc, box, dot, fade, stroke, write } from '../golden/support/kit.ts';
import type { Screen } from '../golden/support/screen.ts';
import { boardOf, type Entry, type Section, worded } from './entry.ts';

const LEFT = 84;
const RIGHT = 556;
const SIZE = { width: 640, height: 360 };

/** A card with the curve drawn on it, and a ball that goes by the curve. */
function curveScreen(name: string, index: number, easing: Easing): Screen {
  const at = (share: number) => [LEFT + (RIGHT - LEFT) * share, 240 - ease(easing, share) * 128] as const;
  return {
    name: `curve-${index}`,
    ...SIZE,
    background: '#f4f6f8',
    pieces: [
      {
        id: 'plot',
        kind: 'group',
        box: { x: 0, y: 0, ...SIZE },
        draw(context) {
          for (const share of [0, 0.25, 0.5, 0.75, 1]) {
            context.fillStyle = share % 1 === 0 ? '#cfd6de' : '#e3e7ec';
            context.fillRect(LEFT, Math.round(240 - share * 128), RIGHT - LEFT, 1);
          }
          write(context, worded(name), LEFT, 46, { size: 24, weight: 700, color: '#131a22', tracking: -0.4 });
          stroke(
            context,
            Array.from({ length: 241 }, (_, i) => at(i / 240)),
            fade(context, [LEFT, 0, RIGHT, 0], '#2f6fed', '#12a594') as unknown as string,
            4,
          );
          box(context, [LEFT, 296, RIGHT - LEFT, 6], 3, '#dfe4ea');
          for (const x of [LEFT, RIGHT]) dot(context, x, 299, 5, '#c3cbd5');
        },
      },
      {
        id: 'ball',
        kind: 'shape',
        text: 'ball',
        box: { x: RIGHT - 18, y: 281, width: 36, height: 36 },
        reach: 2,
        draw(context) {
          dot(
            context,
            RIGHT,
            299,
            18,
            fade(context, [RIGHT - 18, 281, RIGHT + 18, 317], '#4c86f5', '#1f57cf'),
          );
          arc(context, [RIGHT, 299, 17], [0, 1], 'rgba(255, 255, 255, 0.25)', 2);
        },
      },
    ],
  };
}

const CURVES: ReadonlyArray<readonly [string, Easing]> = [
  ...easingNames.map((name) => [name, name] as const),
  ['bézier .2, .9, .1, 1', easingSchema.parse({ bezier: [0.2, 0.9, 0.1, 1] })],
  ['spring 1, 120, 9', easingSchema.parse({ spring: { mass: 1, stiffness: 120, damping: 9 } })],
  ['five steps', easingSchema.parse({ steps: { count: 5 } })],
];

/** Every curve there is, drawn and run. */
export const curves: Section = {
  id: 'easing',
  title: 'Easing',
  about: 'The house curves, Figma’s own, and those that are written by hand.',
  tile: 240,
  entries: CURVES.map(
    ([name, easing], index): Entry => ({
      id: `easing-${index}`,
      title: worded(name),
      size: { width: 640, height: 360 },
      poster: 1.9,
      board: (stills) =>
        boardOf(stills, [
          {
            screen: curveScreen(name, index, easing),
            duration: 2.2,
            motion: {
              layers: [
                {
                  layers: ['ball'],
                  effect: 'slide',
                  from: 'left',
                  // Travel counts pixels of a 1080p clip.
                  travel: (RIGHT - LEFT) * (1080 / SIZE.height),
                  at: 0.3,
                  duration: 1.2,
                  easing,
                },
              ],
            },
          },
        ]),
    }),
  ),
};
