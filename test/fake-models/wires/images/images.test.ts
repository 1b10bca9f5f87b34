import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeModels, startFakeModels } from '../../start.ts';
import { openai, stillFile } from '../../testing.ts';

let models: FakeModels;
beforeEach(async () => {
  models = await startFakeModels({ clock: 'virtual' });
});
afterEach(() => models.stop());

const ask = { model: 'gpt-image-2', prompt: 'a mug on a table', size: '512x384' } as const;

/** Pixels of an answer's picture. */
async function pixelsOf(base64: string | undefined) {
  const image = await loadImage(Buffer.from(base64 ?? '', 'base64'));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data];
  return { width: image.width, height: image.height, at };
}

test('an image has the size that was asked for, and its tokens are counted', async () => {
  const made = await openai(models).images.generate({ ...ask, n: 2 });
  expect(made).toMatchObject({ output_format: 'png', size: '512x384', background: 'opaque' });
  expect(made.data).toHaveLength(2);
  expect(made.data?.[0]?.b64_json).not.toBe(made.data?.[1]?.b64_json);
  expect(await pixelsOf(made.data?.[0]?.b64_json)).toMatchObject({ width: 512, height: 384 });
  expect(made.usage?.total_tokens).toBeGreaterThan(100);
  expect(models.control.ledger()).toMatchObject({ count: 1, charges: [{ wire: 'images', count: 2 }] });
});

test('a transparent ground is clear in its corners', async () => {
  const made = await openai(models).images.generate({ ...ask, background: 'transparent' });
  const { at } = await pixelsOf(made.data?.[0]?.b64_json);
  expect(at(2, 2)[3]).toBe(0);
  expect(at(256, 192)[3]).toBe(255);
  await expect(
    openai(models).images.generate({ ...ask, background: 'transparent', output_format: 'jpeg' }),
  ).rejects.toMatchObject({ status: 400 });
});

test('pictures on the way are streamed, coarse ones first, then the whole', async () => {
  const { images } = openai(models);
  const stream = await images.generate({ ...ask, stream: true, partial_images: 2 });
  const events: string[] = [];
  for await (const event of stream) {
    events.push(event.type);
    expect(await pixelsOf(event.b64_json)).toMatchObject({ width: 512, height: 384 });
  }
  expect(events).toEqual([
    'image_generation.partial_image',
    'image_generation.partial_image',
    'image_generation.completed',
  ]);
});

test('an edit puts the first image into a scene, and streams under its own names', async () => {
  const { images } = openai(models);
  const input = [stillFile(400, 300), stillFile(64, 64)];
  const made = await images.edit({ ...ask, image: input, input_fidelity: 'high' });
  const { at } = await pixelsOf(made.data?.[0]?.b64_json);
  // The still's halves are in the middle of the scene.
  expect(at(190, 192)).toEqual([0xc0, 0x30, 0x30, 255]);
  expect(at(320, 192)).toEqual([0x30, 0x60, 0xc0, 255]);
  const stream = await images.edit({ ...ask, image: input[0]!, stream: true, partial_images: 1 });
  const events: string[] = [];
  for await (const event of stream) events.push(event.type);
  expect(events).toEqual(['image_edit.partial_image', 'image_edit.completed']);
});

test('a mask is painted where it is clear, and nowhere else', async () => {
  const canvas = createCanvas(512, 384);
  const context = canvas.getContext('2d');
  context.fillRect(256, 0, 256, 384);
  const mask = new File([new Uint8Array(canvas.toBuffer('image/png'))], 'mask.png', { type: 'image/png' });
  const { images } = openai(models);
  const made = await images.edit({ ...ask, image: stillFile(512, 384), mask });
  const { at } = await pixelsOf(made.data?.[0]?.b64_json);
  expect(at(500, 10)).toEqual([0x30, 0x60, 0xc0, 255]);
  expect(at(10, 10)).not.toEqual([0xc0, 0x30, 0x30, 255]);
  await expect(images.edit({ ...ask, image: stillFile(64, 64), mask })).rejects.toMatchObject({
    status: 400,
  });
});

test.each([
  [{ size: '500x384' }, 400],
  [{ size: '4096x2048' }, 400],
  [{ size: '2048x512' }, 400],
  [{ model: 'gpt-image-1' }, 404],
  [{ model: 'dall-e-3' }, 404],
] as const)('%j is refused', async (wrong, status) => {
  await expect(openai(models).images.generate({ ...ask, ...wrong })).rejects.toMatchObject({ status });
  expect(models.control.ledger().count).toBe(0);
});

test('a string in place of a file is invalid_type', async () => {
  const form = new FormData();
  form.set('prompt', 'a');
  form.set('image', 'still.png');
  const response = await fetch(`${models.origin}/openai/v1/images/edits`, { method: 'POST', body: form });
  expect(await response.json()).toMatchObject({ error: { code: 'invalid_type' } });
});

test('moderation may come after the first partial picture; it is charged unless told otherwise', async () => {
  models.control.fault({ fault: 'moderation', wire: 'images' });
  const stream = await openai(models).images.generate({ ...ask, stream: true, partial_images: 1 });
  const seen: string[] = [];
  const reading = async () => {
    for await (const event of stream) seen.push(event.type);
  };
  await expect(reading()).rejects.toMatchObject({ code: 'moderation_blocked' });
  expect(seen).toEqual(['image_generation.partial_image']);
  models.control.fault({ fault: 'moderation', charged: false });
  await expect(openai(models).images.generate(ask)).rejects.toMatchObject({ code: 'moderation_blocked' });
  expect(models.control.ledger().charges.map(({ dollars }) => dollars > 0)).toEqual([true, false]);
});
