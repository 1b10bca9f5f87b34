import type { Shot } from '@animatic/schema';
import { node, outline } from '../capture/testing/outline.ts';
import type { PlacedFrame } from './playback.ts';

const price = node('price', [50, 50, 40, 40], { kind: 'text', text: '€ 62' });

/** A frame of 400 × 400: a sheet all over it, and a card with a price. */
export const frame = {
  ...outline([node('sheet', [0, 0, 400, 400]), { ...node('card', [40, 40, 120, 120]), children: [price] }]),
  size: { width: 400, height: 400 },
};

const shot = (id: string): Shot => ({
  id,
  source: { node: '1:1', name: 'Shop' },
  size: { width: 400, height: 400 },
  still: { width: 400, height: 400, tiles: [{ still: 'a'.repeat(64), x: 0, y: 0, width: 400, height: 400 }] },
  layers: [],
  caption: { direction: '', line: '', title: '' },
  duration: 3,
  engine: 'motion',
});
export const derivedShots: [Shot, Shot] = [shot('s1'), shot('s2')];

/** The frame in the picture: so many times the picture's size, moved by a share of it. */
export function placed(of: Shot, zoom: number, shift: number): PlacedFrame {
  return { shot: of, matrix: { a: zoom / 400, b: 0, c: 0, d: zoom / 400, e: shift, f: shift } };
}
