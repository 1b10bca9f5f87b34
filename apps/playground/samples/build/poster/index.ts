import type { Draft } from '../draft.ts';
import type { FileDraft } from '../file.ts';
import { ellipse, frame, group, rect, vector } from '../nodes.ts';
import { linear } from '../paint.ts';
import { text } from '../text.ts';
import { type Face, faceOf } from '../type.ts';

const C = {
  bone: '#F3E9D8',
  ink: '#10262F',
  coral: '#EE6544',
  apricot: '#F7B267',
  foam: '#C9DDD6',
  shallow: '#8DBDB8',
  tide: '#6B9CA6',
  deep: '#12404C',
} as const;

const WIDTH = 1080;
const HEIGHT = 1350;
const EDGE = 64;

const display: Face = { family: 'Oswald', weight: 700, size: 552, line: 552, tracking: -4, upper: true };
const grotesk = faceOf('Space Grotesk', 500);

/** Water from a swell at height `y` down to the poster's foot. */
function swell(
  name: string,
  y: number,
  rise: number,
  length: number,
  shift: number,
  fill: string,
  blend: boolean,
): Draft {
  const half = length / 2;
  let path = `M${shift - length} ${y}`;
  for (let x = shift - length, up = true; x < WIDTH; x += half, up = !up) {
    const crest = y + (up ? -rise : rise);
    path += `C${x + half * 0.36} ${crest} ${x + half * 0.64} ${crest} ${x + half} ${y}`;
  }
  const last = shift - length + Math.ceil((WIDTH - shift + length) / half) * half;
  return vector(name, `${path}L${last} ${HEIGHT + 40}L${shift - length} ${HEIGHT + 40}Z`, {
    fill,
    ...(blend ? { blend: 'MULTIPLY' as const } : {}),
  });
}

/** A round window, whole above and cut into ever thinner strips below: the sun as it goes down. */
function slices(x: number, y: number, size: number): string {
  const strips: string[] = [];
  const box = (top: number, bottom: number) =>
    strips.push(`M${x} ${top}L${x + size} ${top}L${x + size} ${bottom}L${x} ${bottom}L${x} ${top}Z`);
  let top = y + size * 0.56;
  box(y, top);
  for (let i = 0; i < 7; i++) {
    const gap = 8 + i * 3;
    const strip = 40 - i * 4.5;
    box(top + gap, top + gap + strip);
    top += gap + strip;
  }
  return strips.join('');
}

function sun(): Draft {
  const [x, y, size] = [424, 232, 592];
  return group('Sun', [
    vector('Strips', slices(x, y, size), { fill: '#FFFFFF', mask: true }),
    ellipse('Disc', x, y, size, size, {
      fill: linear(
        [0.5, 0],
        [0.5, 1],
        [
          [0, C.apricot],
          [0.62, C.coral],
          [1, C.coral],
        ],
      ),
    }),
  ]);
}

const ACTS: readonly (readonly [time: string, name: string])[] = [
  ['19:30', 'Hollow Reed'],
  ['20:45', 'Marin Osei'],
  ['22:00', 'The Slow Ferries'],
];

function poster(): Draft {
  return frame(
    'Low Tide poster',
    0,
    0,
    WIDTH,
    HEIGHT,
    { fill: C.bone, clips: true, notes: ['The sun settles, then the water rises over the name'] },
    [
      sun(),
      text('Date', EDGE, 64, '21 August 2026', grotesk(28, 36, 700, -0.4), { fill: C.ink }),
      text('Place', WIDTH - EDGE, 64, 'Marlow Bay pier', grotesk(28, 36, 700, -0.4), {
        fill: C.ink,
        align: 'RIGHT',
      }),
      rect('Rule', EDGE, 120, WIDTH - 2 * EDGE, 3, { fill: C.ink }),
      text('Headline, first line', EDGE - 34, 82, 'Low', { ...display, tracking: 28 }, { fill: C.ink }),
      text('Headline, second line', EDGE - 6, 562, 'Tide', display, { fill: C.ink }),
      swell('Foam', 884, 26, 620, 90, C.foam, true),
      swell('Shallow water', 950, 30, 700, -120, C.shallow, true),
      swell('Tide', 1024, 26, 560, 200, C.tide, true),
      swell('Deep water', 1112, 22, 760, -40, C.deep, false),
      frame(
        'Line-up',
        EDGE,
        1180,
        WIDTH - 2 * EDGE,
        64,
        {},
        ACTS.map(([time, name], i) =>
          frame('Act', i * 328, 0, 296, 64, {}, [
            text('Time', 0, 0, time, grotesk(22, 28), { fill: C.foam }),
            text('Name', 0, 28, name, grotesk(30, 36, 700, -0.4), { fill: C.bone }),
          ]),
        ),
      ),
      text('Subhead', EDGE, 1272, 'Three sets of slow music from the end of the pier.', grotesk(20, 28), {
        fill: C.foam,
      }),
      text('Price', WIDTH - EDGE, 1272, 'Pay what you can', grotesk(20, 28, 700), {
        fill: C.apricot,
        align: 'RIGHT',
      }),
    ],
  );
}

/** Low Tide: an evening at the end of a pier. */
export function posterFile(): FileDraft {
  return {
    name: 'Low Tide poster',
    lastModified: '2026-07-01T10:00:00Z',
    pages: [{ name: 'Poster', background: '#D8D5CE', children: [poster()] }],
  };
}
