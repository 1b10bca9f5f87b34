import { type BitmapName, choreograph, composePlate, effects } from '@animatic/motion';
import { createNodeHost, decodeStills } from '@animatic/motion/node';
import { layerEffects, motionSchema, stillsOf } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { drawLists, flat, paintedAt, SIZE, type TestBoard } from '../golden/support/clip.ts';
import { presets } from '../golden/support/presets.ts';
import { capture, drawScreen, type Piece, type Screen, stillsInMemory } from '../golden/support/screen.ts';
import { specimen } from '../golden/support/specimen.ts';
import { fringe, holes } from '../measure/fringe.ts';
import { lumaOf, type Rgba } from '../measure/picture.ts';
import { psnrOfPlanes } from '../measure/psnr.ts';
import { endSpeeds } from '../measure/speed.ts';
import type { Affine } from './support.ts';

const stills = stillsInMemory();
const FPS = 30;
const layerPresets = presets.filter(({ kind }) => kind === 'layer');

describe.each(layerPresets)('$name', (preset) => {
  const board = preset.board(stills);
  const shot = board.shots[0]!;

  test('leaves no hole where the layer was', async () => {
    const away = liftedOf(board);
    const { bitmapOf } = await decodeStills(stillsOf({ shots: [shot] }), stills.load);
    const plate = composePlate(createNodeHost(), shot, away, bitmapOf);
    const { width, height } = shot.still;
    const data = plate.readPixels(0, 0, width, height).data;
    expect(holes({ width, height, data: new Uint8ClampedArray(data) })).toBe(0);
    const truth = drawScreen(specimen, 2, away).getContext('2d').getImageData(0, 0, width, height).data;
    const off = data.reduce((worst, value, i) => Math.max(worst, Math.abs(value - (truth[i] ?? 0))), 0);
    expect(off).toBeLessThanOrEqual(8);
  });

  test('shows the whole layer on its way, shadow and all', async () => {
    const frames = drawLists(board, SIZE, FPS);
    for (const seconds of preset.moments) {
      const list = frames[Math.round(seconds * FPS)]!;
      const truth = drawnTruth(specimen, list.items, liftedOf(board));
      if (!truth) continue;
      const seen = await paintedAt(board, stills, Math.round(seconds * FPS) / FPS);
      expect(psnrOfPlanes(lumaOf(seen), lumaOf(truth))).toBeGreaterThanOrEqual(30);
    }
  });

  test('is the still itself again once it has come, or until it goes', () => {
    const list = drawLists(board, SIZE, FPS).at(preset.name.startsWith('leave') ? 0 : -1)!;
    const pictures = flat(list.items).flatMap(({ item }) => (item.kind === 'bitmap' ? [item] : []));
    expect(pictures.map(({ bitmap, opacity }) => [bitmap.what, opacity])).toEqual([['still', 1]]);
  });

  test('starts and stops softly where it can be seen', () => {
    // There and back in .6 s: a frame of a 30th is a ninth of the way there, so its curve is looked at more closely.
    const lists = drawLists(board, SIZE, preset.name.startsWith('stay') ? FPS * 4 : FPS);
    for (const { layer } of choreograph(board, SIZE).shots[0]!.layers) {
      const piece = specimen.pieces.find(({ id }) => id === layer)!;
      let matrix: Affine | undefined;
      const places = lists.toReversed().map(({ items }) => {
        // Before it has come, and after it has gone, it stands where it was last seen.
        for (const { item } of flat(items))
          if (item.kind === 'bitmap' && isPictureOf(item.bitmap, layer))
            matrix = apart(item.matrix, item.place);
        const { a, d, e, f } = matrix ?? { a: 1, d: 1, e: 0, f: 0 };
        const { x, y, width, height } = piece.box;
        return [x * a + e, y * d + f, (x + width) * a + e, (y + height) * d + f];
      });
      for (const { first, last } of endSpeeds(places.toReversed())) {
        if (!preset.name.startsWith('enter')) expect(first).toBeLessThanOrEqual(0.05);
        if (!preset.name.startsWith('leave')) expect(last).toBeLessThanOrEqual(0.05);
      }
    }
  });
});

const magenta = [255, 0, 255] as const;
/** Every channel at its end, as magenta's are: a sharp filter cannot overshoot, so what is off is fringe. */
const green = [0, 255, 0] as const;
const soft: Piece = {
  id: 'soft',
  kind: 'shape',
  text: 'soft',
  box: { x: 90.3, y: 60.6, width: 200, height: 120 },
  draw(context) {
    context.beginPath();
    context.roundRect(90.3, 60.6, 200, 120, 30);
    context.fillStyle = `rgb(${green.join(' ')})`;
    context.fill();
  },
};
const onMagenta: Screen = { name: 'magenta', width: 480, height: 270, background: '#ff00ff', pieces: [soft] };

test.each(layerEffects.flatMap((effect) => effects[effect].phases.map((phase) => ({ effect, phase }))))(
  '$phase $effect leaves no halo on magenta',
  async ({ effect, phase }) => {
    const motion = motionSchema.parse({
      layers: [{ layers: ['soft'], phase, effect, at: 0.1, duration: 0.8 }],
    });
    const board = { shots: [capture(stills, onMagenta, { duration: 1.2, motion })] };
    for (const seconds of [0.3, 0.6])
      expect(fringe(await paintedAt(board, stills, seconds), magenta, green)).toBeLessThanOrEqual(3);
  },
);

function isPictureOf(bitmap: BitmapName, layer: string): boolean {
  return bitmap.what === 'still' || (bitmap.what === 'layer' && bitmap.layer === layer);
}

/** A layer's own matrix, without the camera's. */
function apart(matrix: Affine, place: Affine): Affine {
  return {
    ...matrix,
    a: matrix.a / place.a,
    d: matrix.d / place.d,
    e: (matrix.e - place.e) / place.a,
    f: (matrix.f - place.f) / place.d,
  };
}

/** The layers that are drawn apart from the plate. */
function liftedOf(board: TestBoard): Set<string> {
  return new Set(choreograph(board, SIZE).shots[0]!.lifted.map(({ layer }) => layer));
}

/** What a draw list should show, every piece drawn anew where it stands; null where more is done to it than to move it. */
function drawnTruth(
  screen: Screen,
  items: Parameters<typeof flat>[0],
  lifted: ReadonlySet<string>,
): Rgba | null {
  const all = flat(items);
  const shown = new Map(
    all.flatMap(({ item, opacity }) =>
      item.kind === 'bitmap' && item.bitmap.what === 'layer'
        ? [[item.bitmap.layer, { item, opacity }] as const]
        : [],
    ),
  );
  if ([...shown.values()].some(({ item }) => item.cuts.length > 0 || item.blur > 0)) return null;
  const canvas = createCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  context.fillStyle = screen.background;
  context.fillRect(0, 0, SIZE.width, SIZE.height);
  const plate = all.find(({ item }) => item.kind === 'bitmap' && item.bitmap.what === 'plate')?.item;
  const place = plate?.kind === 'bitmap' ? plate.matrix : undefined;
  if (!place) return null;
  for (const piece of screen.pieces) {
    const own = shown.get(piece.id);
    if (!own && lifted.has(piece.id)) continue;
    const { a, b, c, d, e, f } = own?.item.matrix ?? place;
    const sheet = createCanvas(SIZE.width, SIZE.height);
    const drawing = sheet.getContext('2d');
    drawing.setTransform(a, b, c, d, e, f);
    piece.draw(drawing);
    context.globalAlpha = own?.opacity ?? 1;
    context.drawImage(sheet, 0, 0);
  }
  const { width, height, data } = context.getImageData(0, 0, SIZE.width, SIZE.height);
  return { width, height, data };
}
