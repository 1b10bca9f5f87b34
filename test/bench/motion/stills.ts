import { createHash } from 'node:crypto';
import type { Color, Layer, Picture } from '@animatic/schema';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { boundsOf, type Screen } from './drawings/screen.ts';

/** A frame as the plugin captures it. */
export interface Captured {
  size: Screen['size'];
  name: string;
  still: Picture;
  layers: Layer[];
  background: Color;
}

/** Stills by hash, drawn by code. */
export interface Stills {
  /** Draws a screen at `scale`, and each of its pieces too; the background comes as a ground beneath them. */
  capture(screen: Screen, scale: number, parts?: 'layers' | 'still only'): Captured;
  files: ReadonlyMap<string, Uint8Array>;
}

export function drawStills(): Stills {
  const files = new Map<string, Buffer>();
  const put = (canvas: Canvas): Picture => {
    const bytes = canvas.toBuffer('image/png');
    const still = createHash('sha256').update(bytes).digest('hex');
    files.set(still, bytes);
    const { width, height } = canvas;
    return { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
  };
  return {
    files,
    capture(screen, scale, parts = 'layers') {
      const { size, name, pieces } = screen;
      const whole = createCanvas(size.width * scale, size.height * scale);
      const context = whole.getContext('2d');
      context.scale(scale, scale);
      context.fillStyle = screen.background;
      context.fillRect(0, 0, size.width, size.height);
      for (const piece of pieces) piece.draw(context, piece.box);
      const background = colorOf(screen.background);
      const still = put(whole);
      if (parts === 'still only') return { size, name, still, layers: [], background };
      const layers = pieces.map((piece, index): Layer => {
        const bounds = boundsOf(piece);
        const own = createCanvas(bounds.width * scale, bounds.height * scale);
        const context = own.getContext('2d');
        context.scale(scale, scale);
        context.translate(-bounds.x, -bounds.y);
        piece.draw(context, piece.box);
        const { kind, box, path } = piece;
        return {
          id: `${index + 1}:1`,
          name: piece.name,
          path,
          kind,
          box,
          bounds,
          clips: [],
          picture: put(own),
        };
      });
      return { size, name, still, layers: [groundOf(screen, background), ...layers], background };
    },
  };
}

function groundOf({ name, size }: Screen, color: Color): Layer {
  const box = { x: 0, y: 0, ...size };
  return {
    id: '0:1',
    name,
    path: [],
    kind: 'shape',
    box,
    bounds: box,
    clips: [],
    ground: { corners: [0, 0, 0, 0], fills: [{ type: 'SOLID', color }], shadows: [] },
  };
}

function colorOf(hex: string): Color {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { r, g, b, a: 1 };
}
