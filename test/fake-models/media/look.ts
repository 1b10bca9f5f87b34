import { type Canvas, createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { chance, pick } from '../chance.ts';
import type { Look, Size } from '../jobs/job.ts';
import type { Pictures } from './pictures.ts';

/** What decides how a look is painted: two with the same key are the same picture. */
export function lookKey(look: Look, looks: number): string {
  const ground = look.first ?? `words-${wordsLook(look.words, looks)}`;
  return [ground, look.last ?? '', ...look.tints.map((words) => wordsLook(words, looks))].join(' ');
}

/** Which of so many looks the words come to. */
export const wordsLook = (words: string, looks: number): number => pick(looks, 'look', words);

/** Paints a look's first picture: the one that came with it, or one that the words come to. */
export async function paintLook(
  size: Size,
  look: Look,
  { pictures, looks }: { pictures: Pictures; looks: number },
): Promise<Canvas> {
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  if (look.first) await drawCover(context, size, pictures.get(look.first).bytes);
  else paintWords(context, size, wordsLook(look.words, looks));
  for (const words of look.tints) tint(context, size, wordsLook(words, looks));
  return canvas;
}

/** Draws a picture over all of a size, cut at its longer side. */
export async function drawCover(context: SKRSContext2D, size: Size, bytes: Uint8Array): Promise<void> {
  const image = await loadImage(Buffer.from(bytes));
  const scale = Math.max(size.width / image.width, size.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  context.imageSmoothingEnabled = scale !== 1;
  context.drawImage(image, (size.width - width) / 2, (size.height - height) / 2, width, height);
}

const hue = (number: number, part: string): number => Math.floor(chance('hue', number, part) * 360);

/** A ground that passes from one colour into another, with a few round shapes: what a zoom can be seen on. */
export function paintWords(context: SKRSContext2D, { width, height }: Size, number: number): void {
  const ground = context.createLinearGradient(0, 0, width, height);
  ground.addColorStop(0, `hsl(${hue(number, 'from')} 55% 38%)`);
  ground.addColorStop(1, `hsl(${hue(number, 'to')} 60% 62%)`);
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (let index = 0; index < 7; index++) {
    const at = (part: string) => chance('shape', number, index, part);
    context.beginPath();
    context.arc(
      at('x') * width,
      at('y') * height,
      (0.06 + at('r') * 0.2) * Math.min(width, height),
      0,
      Math.PI * 2,
    );
    context.fillStyle = `hsl(${hue(number, `shape ${index}`)} 70% 70% / 0.45)`;
    context.fill();
  }
}

function tint(context: SKRSContext2D, { width, height }: Size, number: number): void {
  context.fillStyle = `hsl(${hue(number, 'from')} 80% 50% / 0.28)`;
  context.fillRect(0, 0, width, height);
}
