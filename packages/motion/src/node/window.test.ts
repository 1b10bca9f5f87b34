import { motionSchema, shotSchema } from '@animatic/schema';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { choreograph } from '../core/index.ts';
import { renderPoster } from './poster.ts';
import { drawn, pixelAt, stillBox } from './testing.ts';

const WIDTH = 1280;
const HEIGHT = 720;

test('a part of a frame is shown pixel by pixel where it is shown at the size of its capture', async () => {
  const box = stillBox();
  const canvas = drawn(WIDTH, HEIGHT, (context) => {
    const image = context.createImageData(WIDTH, HEIGHT);
    for (let at = 0; at < image.data.length; at += 4) {
      const noise = ((at * 2654435761) >>> 11) & 0xffffff;
      image.data[at] = noise & 255;
      image.data[at + 1] = (noise >> 8) & 255;
      image.data[at + 2] = (noise >> 16) & 255;
      image.data[at + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  });
  const shot = shotSchema.parse({
    id: 'shot',
    source: { node: '1:1', name: 'Frame' },
    size: { width: WIDTH, height: HEIGHT },
    still: box.put(canvas),
    caption: {},
    duration: 3,
    background: { r: 1, g: 1, b: 1, a: 1 },
    motion: motionSchema.parse({
      camera: [{ move: 'hold', amount: 0, focus: { x: 700, y: 200, width: 200, height: 100 } }],
    }),
  });
  const size = { width: 1080, height: 1920 };
  const board = { shots: [shot] };
  const scene = choreograph(board, size).shots[0]?.scene;
  const shown = scene?.shown ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(scene?.window.width).toBeLessThan(WIDTH);
  expect(scene?.picture).toMatchObject({ width: WIDTH, height: HEIGHT });
  const image = await loadImage(await renderPoster({ board, size, loadStill: box.load, seconds: 0 }));
  const view = drawn(size.width, size.height, (context) => context.drawImage(image, 0, 0));
  const offset = { x: scene?.picture.x ?? 0, y: scene?.picture.y ?? 0 };
  // Its corners are round; everything between is the still.
  for (const [x, y] of [
    [shown.x, shown.y + shown.height / 2],
    [shown.x + shown.width - 1, shown.y + shown.height / 2],
    [shown.x + shown.width / 2, shown.y],
    [shown.x + shown.width / 2, shown.y + shown.height - 1],
    [shown.x + 60, shown.y + 60],
  ].map((point) => point.map(Math.floor)) as [number, number][])
    expect(pixelAt(view, x, y)).toEqual(pixelAt(canvas, x - offset.x, y - offset.y));
  // And beside it the ground.
  const outside = pixelAt(view, shown.x - 20, shown.y + 200);
  expect(outside.slice(0, 3).every((value) => value > 120)).toBe(true);
  expect(Math.max(...outside.slice(0, 3)) - Math.min(...outside.slice(0, 3))).toBeLessThan(12);
});
