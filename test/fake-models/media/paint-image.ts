import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { chance } from '../chance.ts';
import type { Size } from '../jobs/job.ts';
import { stampBand } from './band.ts';
import { drawCover, paintWords } from './look.ts';

/** What an image shows. */
export interface ImageParts {
  size: Size;
  model: string;
  /** Which look the words come to. */
  look: number;
  /** Which of several. */
  index: number;
  inputs: readonly Uint8Array[];
  mask: Uint8Array | undefined;
  transparent: boolean;
}

/** Paints an image: the inputs in a scene, what the mask leaves open filled, or a picture that the words come to. */
export async function paintImage(parts: ImageParts): Promise<Canvas> {
  const { size, model, look, index, inputs, mask, transparent } = parts;
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  const scene = look * 16 + index;
  const [first] = inputs;
  if (first && mask) await fillMask(context, parts, first, mask, scene);
  else {
    if (!transparent) paintWords(context, size, scene);
    if (first) await placeProduct(context, size, inputs, scene);
    else if (transparent) paintObject(context, size, scene);
  }
  stampBand(context, size, model);
  return canvas;
}

/** The first input as it is, painted over where the mask is clear. */
async function fillMask(
  context: SKRSContext2D,
  { size }: ImageParts,
  first: Uint8Array,
  mask: Uint8Array,
  scene: number,
): Promise<void> {
  await drawCover(context, size, first);
  const fill = createCanvas(size.width, size.height);
  const paint = fill.getContext('2d');
  paintWords(paint, size, scene);
  paint.globalCompositeOperation = 'destination-out';
  await drawCover(paint, size, mask);
  context.drawImage(fill, 0, 0);
}

/** The first input as a card that stands in the scene, the others small beside it. */
async function placeProduct(
  context: SKRSContext2D,
  size: Size,
  inputs: readonly Uint8Array[],
  scene: number,
): Promise<void> {
  for (const [index, bytes] of inputs.entries()) {
    const image = await loadImage(Buffer.from(bytes));
    const room = index === 0 ? 0.62 : 0.16;
    const scale = Math.min((size.width * room) / image.width, (size.height * room) / image.height);
    const [width, height] = [image.width * scale, image.height * scale];
    context.save();
    if (index === 0) {
      context.translate(size.width / 2, size.height / 2);
      context.rotate((chance('turn', scene) - 0.5) * 0.12);
    } else context.translate(size.width * 0.9, size.height * (0.1 + 0.17 * (index - 1)));
    context.shadowColor = '#0008';
    context.shadowBlur = size.width * 0.03;
    context.shadowOffsetY = size.height * 0.015;
    context.fillStyle = '#ffffff';
    context.fillRect(-width / 2, -height / 2, width, height);
    context.shadowColor = 'transparent';
    context.drawImage(image, -width / 2, -height / 2, width, height);
    context.restore();
  }
}

/** Something that stands by itself on a clear ground. */
function paintObject(context: SKRSContext2D, { width, height }: Size, scene: number): void {
  const radius = Math.min(width, height) * 0.3;
  const light = context.createRadialGradient(
    width / 2 - radius * 0.4,
    height / 2 - radius * 0.4,
    radius * 0.1,
    width / 2,
    height / 2,
    radius,
  );
  const hue = Math.floor(chance('object', scene) * 360);
  light.addColorStop(0, `hsl(${hue} 80% 80%)`);
  light.addColorStop(1, `hsl(${hue} 70% 40%)`);
  context.fillStyle = light;
  context.beginPath();
  context.arc(width / 2, height / 2, radius, 0, Math.PI * 2);
  context.fill();
}

/** An image on its way: coarse at first, finer at each step. */
export function coarse(final: Canvas, step: number, size: Size, model: string): Canvas {
  const grain = 48 / 2 ** step;
  const small = createCanvas(
    Math.max(1, Math.round(size.width / grain)),
    Math.max(1, Math.round(size.height / grain)),
  );
  small.getContext('2d').drawImage(final, 0, 0, small.width, small.height);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.drawImage(small, 0, 0, size.width, size.height);
  stampBand(context, size, model);
  return canvas;
}
