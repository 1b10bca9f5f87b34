import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Drawn } from './drawn.ts';
import { exactLuma } from './reference.ts';

const size = { width: 16, height: 8 };
const white = 16 + 219;

/** A picture of 32 × 16: black, with white from a column on. */
function edge(from: number) {
  const canvas = createCanvas(32, 16);
  const context = canvas.getContext('2d');
  context.fillStyle = '#000';
  context.fillRect(0, 0, 32, 16);
  context.fillStyle = '#fff';
  context.fillRect(from, 0, 32, 16);
  return canvas;
}

function luma(item: Drawn, from = 16): Float32Array {
  return exactLuma({ frames: [[item]], bitmaps: new Map([['edge.png', edge(from)]]) }, 0, size);
}

const half: Drawn = {
  kind: 'image',
  file: 'edge.png',
  width: 32,
  height: 16,
  matrix: [0.5, 0, 0, 0.5, 0, 0],
  opacity: 1,
  clips: [],
};

describe('the source drawn exactly', () => {
  it('is limited-range luma, black and white where the picture is', () => {
    const row = luma(half).slice(0, 16);
    expect(row[2]).toBeCloseTo(16, 1);
    expect(row[13]).toBeCloseTo(white, 1);
  });

  it('averages over the area of a pixel where an edge crosses it', () => {
    // Column 17 of 32 lies half way through pixel 8 of 16.
    expect(Math.abs((luma(half, 17)[8] ?? 0) - (16 + 219 / 2))).toBeLessThan(12);
  });

  it('fades a group as one', () => {
    const group: Drawn = { kind: 'group', opacity: 0.5, clips: [], items: [half, half] };
    expect(Math.abs((luma(group)[13] ?? 0) - (16 + 219 / 2))).toBeLessThan(1.5);
  });

  it('cuts what lies outside of a clip', () => {
    const clip = {
      x: 0,
      y: 0,
      width: 16,
      height: 4,
      corners: [0, 0, 0, 0] as [number, number, number, number],
    };
    const cut = luma({ ...half, clips: [clip] });
    expect(cut[13]).toBeCloseTo(white, 1);
    expect(cut[16 * 6 + 13]).toBeCloseTo(16, 1);
  });
});
