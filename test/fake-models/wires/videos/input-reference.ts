import type { Size } from '../../jobs/job.ts';
import type { Picture, Pictures } from '../../media/pictures.ts';
import { dataUrlBytes } from '../../media/pictures.ts';
import { asRecord, type Body, kindOf } from '../openai/body.ts';
import { invalidType, invalidValue, Refused } from '../openai/refuse.ts';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

/** The picture of a field, checked as OpenAI does. @throws Refused */
export async function readPicture(
  body: Body,
  name: string,
  pictures: Pictures,
): Promise<Picture | undefined> {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  const bytes = await bytesOf(value, name);
  const picture = pictures.add(bytes);
  if (!picture)
    throw new Refused({
      status: 400,
      message: `Invalid file '${name}': the image could not be read. It may be cut off or of another format.`,
      code: 'invalid_image_file',
      param: name,
    });
  return picture;
}

async function bytesOf(value: unknown, name: string): Promise<Uint8Array> {
  if (value instanceof Blob) {
    if (!TYPES.includes(value.type))
      throw new Refused({
        status: 400,
        message: `Invalid file '${name}': unsupported mimetype ('${value.type || 'application/octet-stream'}'). Supported file formats are 'image/jpeg', 'image/png', and 'image/webp'.`,
        code: 'invalid_type',
        param: name,
      });
    return new Uint8Array(await value.arrayBuffer());
  }
  const { image_url: url } = asRecord(value);
  if (typeof value !== 'object') throw invalidType(name, 'a file', kindOf(value));
  if (typeof url !== 'string')
    throw invalidValue(name, `Invalid value for '${name}': no file of that id is known here.`);
  const bytes = dataUrlBytes(url);
  if (!bytes)
    throw invalidValue(
      `${name}.image_url`,
      `Invalid '${name}.image_url': only data URLs are taken here; nothing is fetched from elsewhere.`,
    );
  return bytes;
}

/** What bit everybody who sent a still as it was. @throws Refused */
export function mustFit(picture: Picture, size: Size, name: string): void {
  if (picture.size.width === size.width && picture.size.height === size.height) return;
  throw new Refused({
    status: 400,
    message: 'Inpaint image must match the requested width and height',
    code: 'invalid_value',
    param: name,
  });
}
