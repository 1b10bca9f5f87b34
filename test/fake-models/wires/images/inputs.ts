import type { Picture, Pictures } from '../../media/pictures.ts';
import type { Body } from '../openai/body.ts';
import { invalidValue, Refused } from '../openai/refuse.ts';
import { readPicture } from '../videos/input-reference.ts';

const LARGEST = 50 * 2 ** 20;

/** The pictures of an edit, 1 to 16, and its mask. @throws Refused */
export async function readInputs(
  body: Body,
  pictures: Pictures,
): Promise<{ inputs: Picture[]; mask: Picture | undefined }> {
  const sent = Array.isArray(body.image) ? body.image : body.image === undefined ? [] : [body.image];
  if (sent.length === 0)
    throw new Refused({
      status: 400,
      message: "Missing required parameter: 'image'.",
      code: 'missing_required_parameter',
      param: 'image',
    });
  if (sent.length > 16) throw invalidValue('image', `At most 16 images are taken, got ${sent.length}.`);
  const inputs: Picture[] = [];
  for (const image of sent) {
    const picture = await readPicture({ image }, 'image', pictures);
    if (!picture) continue;
    if (picture.bytes.byteLength >= LARGEST) throw invalidValue('image', 'An image must be under 50 MB.');
    inputs.push(picture);
  }
  const mask = await readPicture(body, 'mask', pictures);
  const [first] = inputs;
  if (mask && first) {
    if (mask.type !== 'image/png')
      throw invalidValue('mask', 'The mask must be a PNG with an alpha channel.');
    if (mask.size.width !== first.size.width || mask.size.height !== first.size.height)
      throw invalidValue('mask', 'The mask must have the size of the first image.');
  }
  return { inputs, mask };
}
