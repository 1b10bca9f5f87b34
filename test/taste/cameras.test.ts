import { type CameraMove, cameraMoves, motionSchema } from '@animatic/schema';
import { describe, expect, test } from 'vitest';
import { drawLists, paintedAt, rawFrames, SIZE } from '../golden/support/clip.ts';
import { capture, type Screen, stillsInMemory } from '../golden/support/screen.ts';
import { placeOf, specimen } from '../golden/support/specimen.ts';
import { slantedEdgeWidth } from '../measure/edge.ts';
import { type Pose, popping, shimmer } from '../measure/hairline.ts';
import { lumaOfI420 } from '../measure/i420.ts';
import { lumaOf, type Region } from '../measure/picture.ts';
import { endSpeeds } from '../measure/speed.ts';
import { ssim } from '../measure/ssim.ts';
import { hairlines, SLANT, slants } from './charts.ts';
import { type Affine, drawnAt, viewOf } from './support.ts';

const stills = stillsInMemory();
const SECONDS = 2;
const FPS = 30;

function board(move: CameraMove, screen: Screen) {
  const motion = motionSchema.parse({
    camera: [{ move, ...(move === 'dolly' ? { focus: placeOf('card-0') } : {}) }],
  });
  return { shots: [capture(stills, screen, { duration: SECONDS, motion })] };
}

/** The part of the frame that every one of some views shows, a little in from its edge; at most 100 × 60. */
function alwaysSeen(views: readonly Affine[]): Region {
  const left = Math.max(...views.map(({ a, e }) => -e / a)) + 6;
  const top = Math.max(...views.map(({ d, f }) => -f / d)) + 6;
  const right = Math.min(...views.map(({ a, e }) => (SIZE.width - e) / a)) - 6;
  const bottom = Math.min(...views.map(({ d, f }) => (SIZE.height - f) / d)) - 6;
  return {
    x: Math.ceil(left),
    y: Math.ceil(top),
    width: Math.min(100, Math.floor(right - left)),
    height: Math.min(60, Math.floor(bottom - top)),
  };
}

const poses = (views: readonly Affine[]): Pose[] => views.map(({ a, e, f }) => ({ scale: a, x: e, y: f }));

describe.each(cameraMoves)('%s', (move) => {
  test('ends as sharp as a still exported for that view', async () => {
    const end = board(move, specimen);
    const view = viewOf(drawLists(end, SIZE, FPS).at(-1)!);
    const seen = lumaOf(await paintedAt(end, stills, SECONDS - 1 / FPS));
    expect(ssim(seen, lumaOf(drawnAt(specimen, view)))).toBeGreaterThanOrEqual(0.97);
  });

  test('keeps edges within 1.6 px', async () => {
    const end = board(move, slants);
    const view = viewOf(drawLists(end, SIZE, FPS).at(-1)!);
    const luma = lumaOf(await paintedAt(end, stills, SECONDS - 1 / FPS));
    // The edge that crosses the view nearest to its middle.
    const middle = { x: (SIZE.width / 2 - view.e) / view.a, y: (SIZE.height / 2 - view.f) / view.d };
    const n = Math.round((middle.x - middle.y * SLANT.slope) / SLANT.every);
    const x = (n * SLANT.every + middle.y * SLANT.slope) * view.a + view.e;
    const region = { x: Math.round(x) - 12, y: SIZE.height / 2 - 40, width: 24, height: 80 };
    expect(slantedEdgeWidth(luma, region)).toBeLessThanOrEqual(1.6);
  });

  test('neither shimmers on hairlines nor pops', async () => {
    const moving = board(move, hairlines);
    const views = drawLists(moving, SIZE, FPS).map(viewOf);
    const frames = (await rawFrames(moving, stills, { fps: FPS })).map(lumaOfI420);
    const region = alwaysSeen(views);
    expect(shimmer(frames, region, poses(views))).toBeLessThanOrEqual(2);
    expect(popping(frames, region, poses(views))).toBeLessThanOrEqual(3);
  });

  test('starts and stops softly', () => {
    const views = drawLists(board(move, specimen), SIZE, FPS).map(viewOf);
    const corners = views.map(({ a, e, f }) => [-e / a, -f / a, (SIZE.width - e) / a, (SIZE.height - f) / a]);
    for (const { first, last, from, to } of endSpeeds(corners)) {
      // What goes on past the shot's ends neither starts nor stops there.
      if (from > 0) expect(first).toBeLessThanOrEqual(0.05);
      if (to < views.length - 1) expect(last).toBeLessThanOrEqual(0.05);
    }
  });
});
