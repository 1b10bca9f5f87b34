import { cameraMoves, motionSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import { drawLists, paintedAt, SIZE } from '../golden/support/clip.ts';
import { capture, type Screen, stillsInMemory } from '../golden/support/screen.ts';
import { edgePosition, profileAcross } from '../measure/edge.ts';
import { lumaOf, type Plane } from '../measure/picture.ts';
import { SLANT, slants } from './charts.ts';
import { type Affine, viewOf } from './support.ts';

const stills = stillsInMemory();
const FPS = 30;

/** A dark field from a third to two thirds each way: its edges are looked for. */
const field: Screen = {
  name: 'field',
  width: 480,
  height: 270,
  // Greys with room on both sides: a sharp filter overshoots, and what is cut off would shift the edge.
  background: '#d4d4d4',
  pieces: [
    {
      id: 'field',
      kind: 'shape',
      text: 'field',
      box: { x: 160, y: 90, width: 160, height: 90 },
      draw(context) {
        context.fillStyle = '#484848';
        context.fillRect(160, 90, 160, 90);
      },
    },
  ],
};

test.each(cameraMoves)('under %s the picture lies within .05 px of its place', async (move) => {
  const motion = motionSchema.parse({ camera: [{ move }] });
  const board = { shots: [capture(stills, slants, { duration: 2, motion })] };
  const views = drawLists(board, SIZE, FPS).map(viewOf);
  for (const index of [0, 7, 19, 30, 41]) {
    const luma = lumaOf(await paintedAt(board, stills, index / FPS));
    const off = awayFromPlace(luma, views[index]!);
    expect(Math.abs(off.reduce((sum, one) => sum + one, 0) / off.length)).toBeLessThanOrEqual(0.05);
    // A hard edge of one line of pixels, whatever lies between them.
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(0.15);
  }
});

/** How far the leaning edge nearest to the view's middle lies from its place, line by line of pixels. */
function awayFromPlace(luma: Plane, view: Affine): number[] {
  const middle = { x: (SIZE.width / 2 - view.e) / view.a, y: (SIZE.height / 2 - view.f) / view.d };
  const n = Math.round((middle.x - middle.y * SLANT.slope) / SLANT.every);
  return Array.from({ length: 90 }, (_, i) => {
    const y = SIZE.height / 2 - 45 + i;
    const own = (Math.floor(y) + 0.5 - view.f) / view.d;
    const expected = (n * SLANT.every + own * SLANT.slope) * view.a + view.e;
    const x = Math.round(expected) - 9;
    return edgePosition(profileAcross(luma, { x, y: Math.floor(y), width: 18, height: 1 })) + x - expected;
  });
}

test('a layer that rises lies within .05 px of its place on every frame of its way', async () => {
  const layers = [
    {
      layers: ['field'],
      effect: 'slide' as const,
      from: 'left' as const,
      travel: 60,
      at: 0.1,
      duration: 0.8,
    },
  ];
  const board = { shots: [capture(stills, field, { duration: 2, motion: motionSchema.parse({ layers }) })] };
  const lists = drawLists(board, SIZE, FPS);
  const found: number[] = [];
  for (const index of [14, 16, 18, 20]) {
    const item = lists[index]!.items.find((one) => one.kind === 'bitmap' && one.bitmap.what === 'layer');
    if (item?.kind !== 'bitmap') continue;
    const left = 160 * item.matrix.a + item.matrix.e;
    const luma = lumaOf(await paintedAt(board, stills, index / FPS));
    const across = { x: Math.round(left) - 9, y: 110, width: 18, height: 50 };
    found.push(Math.abs(edgePosition(profileAcross(luma, across)) + across.x - left));
  }
  expect(found.length).toBeGreaterThan(1);
  expect(Math.max(...found)).toBeLessThanOrEqual(0.05);
});
