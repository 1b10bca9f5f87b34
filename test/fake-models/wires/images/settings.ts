import type { Size } from '../../jobs/job.ts';
import { type ImageFormat, imageFormats } from '../../media/images.ts';
import { type Body, flag, neededText, text, whole } from '../openai/body.ts';
import { invalidValue, Refused } from '../openai/refuse.ts';

const backgrounds = ['transparent', 'opaque', 'auto'] as const;
const qualities = ['low', 'medium', 'high', 'xhigh', 'max', 'auto'] as const;

/** What is asked for on either path of the Images API. */
export interface ImageSettings {
  prompt: string;
  model: string;
  size: Size;
  n: number;
  format: ImageFormat;
  background: (typeof backgrounds)[number];
  quality: (typeof qualities)[number];
  stream: boolean;
  partials: number;
}

/** Models whose end has come. */
const GONE = /^(dall-e|gpt-image-1)/;

/** Reads and checks them. @throws Refused */
export function readSettings(body: Body): ImageSettings {
  const prompt = neededText(body, 'prompt', 32_000);
  const model = text(body, 'model') ?? 'gpt-image-2';
  if (GONE.test(model))
    throw new Refused({
      status: 404,
      message: `The model \`${model}\` has been shut down: use gpt-image-2 or later.`,
      code: 'model_not_found',
      param: 'model',
    });
  const format = oneOf(body, 'output_format', imageFormats, 'png');
  const background = oneOf(body, 'background', backgrounds, 'auto');
  if (background === 'transparent' && format === 'jpeg')
    throw invalidValue('background', "Transparent backgrounds need output_format 'png' or 'webp'.");
  whole(body, 'output_compression', 0, 100);
  oneOf(body, 'input_fidelity', ['low', 'high'] as const, 'low');
  const stream = flag(body, 'stream') ?? false;
  const partials = whole(body, 'partial_images', 0, 3) ?? 0;
  if (partials > 0 && !stream)
    throw invalidValue('partial_images', "'partial_images' needs 'stream' to be true.");
  return {
    prompt,
    model,
    size: readSize(text(body, 'size') ?? 'auto'),
    n: whole(body, 'n', 1, 10) ?? 1,
    format,
    background,
    quality: oneOf(body, 'quality', qualities, 'auto'),
    stream,
    partials,
  };
}

function oneOf<Value extends string>(
  body: Body,
  name: string,
  values: readonly Value[],
  otherwise: Value,
): Value {
  const asked = text(body, name);
  if (asked === undefined) return otherwise;
  const value = values.find((one) => one === asked);
  if (value === undefined)
    throw invalidValue(
      name,
      `Invalid value: '${asked}'. Supported values are: ${values.map((one) => `'${one}'`).join(', ')}.`,
    );
  return value;
}

/** Multiples of 16, up to 3840 × 2160 pixels, between 1:3 and 3:1. */
function readSize(asked: string): Size {
  if (asked === 'auto') return { width: 1024, height: 1024 };
  const [, across, down] = /^(\d+)x(\d+)$/.exec(asked) ?? [];
  const [width, height] = [Number(across), Number(down)];
  const wrong = (why: string) => invalidValue('size', `Invalid size '${asked}'. ${why}`);
  if (!(width > 0 && height > 0)) throw wrong("It must be 'auto' or width and height, as in 1024x1024.");
  if (width % 16 !== 0 || height % 16 !== 0) throw wrong('Width and height must both be divisible by 16.');
  if (Math.max(width, height) > 3840 || width * height > 3840 * 2160)
    throw wrong('The longest edge is 3840, the most pixels are those of 3840x2160.');
  if (Math.max(width, height) / Math.min(width, height) > 3)
    throw wrong('The ratio of the longer to the shorter edge must not pass 3:1.');
  return { width, height };
}
