import { createHash } from 'node:crypto';
import type { Color, Layer, Picture, Rect } from '@animatic/schema';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { colorOf } from './drawings/pieces.ts';
import { type Base, boundsOf, type Screen } from './drawings/screen.ts';

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

/** @param detail 1 as a plugin captures; less is quicker, for those who do not look at them */
export function drawStills(detail = 1): Stills {
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
    capture(screen, wanted, parts = 'layers') {
      const scale = wanted * detail;
      const { size, name, pieces } = screen;
      const { width, height } = size;
      const whole = draw({ x: 0, y: 0, width, height }, scale, (context, base) => {
        context.fillStyle = screen.background;
        context.fillRect(0, 0, width, height);
        for (const piece of pieces) piece.draw(context, base);
      });
      const background = colorOf(screen.background);
      const still = put(whole);
      if (parts === 'still only') return { size, name, still, layers: [], background };
      const layers = pieces.map((piece, index): Layer => {
        const { kind, box, path, ground } = piece;
        const bounds = boundsOf(piece);
        const layer = { id: `${index + 1}:1`, name: piece.name, path, kind, box, bounds, clips: [] };
        if (ground) return { ...layer, ground };
        return { ...layer, picture: put(draw(bounds, scale, (context, base) => piece.draw(context, base))) };
      });
      return { size, name, still, layers: [groundOf(screen, background), ...layers], background };
    },
  };
}

function draw(bounds: Rect, scale: number, paint: (context: SKRSContext2D, base: Base) => void): Canvas {
  const canvas = createCanvas(bounds.width * scale, bounds.height * scale);
  const context = canvas.getContext('2d');
  const base = { a: scale, b: 0, c: 0, d: scale, e: -bounds.x * scale, f: -bounds.y * scale };
  context.setTransform(base.a, base.b, base.c, base.d, base.e, base.f);
  paint(context, base);
  return canvas;
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
