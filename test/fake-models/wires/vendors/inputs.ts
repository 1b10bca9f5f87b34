import * as z from 'zod';
import type { FakeContext } from '../../http/context.ts';
import { dataUrlBytes, type Picture, type Pictures } from '../../media/pictures.ts';
import { Refused } from '../openai/refuse.ts';

/** Reads a JSON body. @throws Refused with the first thing that is wrong */
export async function readJson<Schema extends z.ZodType>(
  context: FakeContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') || 'body';
  throw new Refused({ status: 422, message: `${place}: ${issue?.message}`, code: 'invalid', param: place });
}

/** A picture in a data URL or as bare base64. Nothing is fetched from elsewhere. @throws Refused */
export function pictureOf(
  value: string | null | undefined,
  param: string,
  pictures: Pictures,
): Picture | undefined {
  if (!value) return undefined;
  const isAddress = /^(https?|gs):/.test(value);
  const bytes = value.startsWith('data:') || isAddress ? dataUrlBytes(value) : Buffer.from(value, 'base64');
  const picture = bytes && pictures.add(bytes);
  if (!picture)
    throw new Refused({
      status: 422,
      message: isAddress
        ? `${param}: only data URLs are taken here; nothing is fetched from elsewhere`
        : `${param}: the image could not be read`,
      code: 'invalid_image',
      param,
    });
  return picture;
}

/** Seconds as a number, `"5"` or `"5s"`. */
export const secondsSchema = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?s?$/)])
  .transform((value) => Number.parseFloat(String(value)))
  .pipe(z.number().positive().max(60));
