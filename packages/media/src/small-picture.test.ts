import { expect, test } from 'vitest';
import { sharp } from './picture-loaders.ts';
import { smallPicture } from './small-picture.ts';

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();

test('makes a small JPEG on white, and none larger than it was', async () => {
  const small = await smallPicture(await png(1200, 600), 300);
  expect(await sharp(small).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 150 });
  expect((await sharp(small).stats()).channels[0]?.min).toBe(255);
  expect(await sharp(await smallPicture(await png(20, 10), 300)).metadata()).toMatchObject({ width: 20 });
});

test('takes whole PNG and JPEG files only, of a sane size', async () => {
  const whole = await png(400, 300);
  await expect(smallPicture(Buffer.from('<svg/>'), 300)).rejects.toMatchObject({ code: 'not_an_image' });
  await expect(smallPicture(new Uint8Array(), 300)).rejects.toMatchObject({ code: 'not_an_image' });
  await expect(smallPicture(whole.subarray(0, 60), 300)).rejects.toMatchObject({ code: 'image_broken' });
  await expect(smallPicture(await png(9000, 2000), 300)).rejects.toMatchObject({ code: 'image_too_large' });
});
