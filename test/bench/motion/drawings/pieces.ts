import { fileURLToPath } from 'node:url';
import { paintGround } from '@animatic/motion';
import type { Color, Ground, Rect } from '@animatic/schema';
import { type Canvas, createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { skiaHost } from '../skia-host.ts';
import type { Piece } from './screen.ts';

for (const weight of [400, 600])
  GlobalFonts.registerFromPath(
    fileURLToPath(import.meta.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`)),
    'Bench Inter',
  );

const SHADOW = 24;

export function card(path: string[], box: Rect, fill: string, radius = 12): Piece {
  const ink = { r: 22 / 255, g: 28 / 255, b: 45 / 255 };
  return shape(path, box, SHADOW, {
    corners: [radius, radius, radius, radius],
    fills: [{ type: 'SOLID', color: colorOf(fill) }],
    stroke: {
      paints: [{ type: 'SOLID', color: { ...ink, a: 0.12 } }],
      align: 'INSIDE',
      weights: [1, 1, 1, 1],
    },
    shadows: [
      {
        type: 'DROP_SHADOW',
        color: { ...ink, a: 0.16 },
        offset: { x: 0, y: 5 },
        radius: SHADOW * 0.7,
        spread: 0,
        behind: false,
      },
    ],
  });
}

export function bar(path: string[], box: Rect, fill: string, radius = 4): Piece {
  const corner = Math.min(radius, box.width / 2, box.height / 2);
  return shape(path, box, 0, {
    corners: [corner, corner, corner, corner],
    fills: [{ type: 'SOLID', color: colorOf(fill) }],
    shadows: [],
  });
}

function shape(path: string[], box: Rect, spread: number, ground: Ground): Piece {
  return {
    name: path.at(-1) ?? 'Shape',
    path,
    kind: 'shape',
    box,
    spread,
    ground,
    draw(context, base) {
      context.save();
      paintGround(skiaHost, context, ground, box, base, () => {
        throw new Error('no ground is filled with a picture');
      });
      context.restore();
    },
  };
}

export function colorOf(hex: string): Color {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { r, g, b, a: 1 };
}

export function words(
  path: string[],
  at: { x: number; y: number; width: number },
  text: string,
  style: { size: number; color: string; bold?: boolean },
): Piece {
  const { size, color, bold } = style;
  return {
    name: path.at(-1) ?? text,
    path,
    kind: 'text',
    box: { ...at, height: size * 1.4 },
    draw(context) {
      const { x, y, width } = at;
      context.font = `${bold ? 600 : 400} ${size}px "Bench Inter"`;
      context.fillStyle = color;
      context.textBaseline = 'alphabetic';
      context.fillText(text, x, y + size * 1.05, width);
    },
  };
}

/** Something like a photograph: smooth light, some shapes, and grain. */
export function photo(path: string[], box: Rect, seed: number, radius = 10): Piece {
  let picture: Canvas | undefined;
  return {
    name: path.at(-1) ?? 'Photo',
    path,
    kind: 'image',
    box,
    draw(context) {
      const { x, y, width, height } = box;
      picture ??= landscape(Math.ceil(width * 2), Math.ceil(height * 2), seed);
      context.save();
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.clip();
      context.drawImage(picture, x, y, width, height);
      context.restore();
    },
  };
}

function landscape(width: number, height: number, seed: number): Canvas {
  const canvas = createCanvas(width, height);
  const pixels = canvas.getContext('2d').createImageData(width, height);
  const { data } = pixels;
  const random = noise(seed);
  for (let column = 0; column < width; column++) {
    const u = column / width;
    const hill = 0.6 + Math.sin(u * 7 + seed) * 0.09 + Math.sin(u * 17 + seed * 3) * 0.03;
    const sun = 0.75 + 0.25 * Math.cos((u - 0.3) * 3);
    for (let row = 0; row < height; row++) {
      const at = (row * width + column) * 4;
      const v = row / height;
      const land = v > hill;
      const light = sun - v * 0.25;
      const grain = (random() - 0.5) * 10;
      data[at] = (land ? 70 : 236) * light + grain;
      data[at + 1] = (land ? 112 + 30 * u : 196) * light + grain;
      data[at + 2] = (land ? 92 : 170 + 60 * v) * light + grain;
      data[at + 3] = 255;
    }
  }
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return canvas;
}

/** A linear congruential generator (Numerical Recipes): the same stills in every run. */
export function noise(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
