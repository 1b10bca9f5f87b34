import type { Ground, Paint, Transform } from '@animatic/schema';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { paintGround } from '../core/index.ts';
import { createNodeHost, type NodeBitmap, skia } from './host.ts';
import { drawn, pixelAt } from './testing.ts';

const red = { r: 1, g: 0, b: 0, a: 1 };
const blue = { r: 0, g: 0, b: 1, a: 1 };
const solid = (color = red): Paint => ({ type: 'SOLID', color });
const host = createNodeHost();

function paintOn(ground: Partial<Ground>, scale = 1, images: Record<string, NodeBitmap> = {}): Canvas {
  const canvas = createCanvas(100 * scale, 100 * scale);
  const full: Ground = { corners: [0, 0, 0, 0], fills: [], shadows: [], ...ground };
  const base = { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 };
  paintGround(
    host,
    skia(canvas.getContext('2d')),
    full,
    { x: 20, y: 20, width: 60, height: 60 },
    base,
    (hash) => {
      const image = images[hash];
      if (!image) throw new Error(`no ${hash}`);
      return image;
    },
  );
  return canvas;
}

const identity: Transform = [
  [1, 0, 0],
  [0, 1, 0],
];
const gradient = (type: Extract<Paint, { stops: unknown }>['type']): Paint => ({
  type,
  transform: identity,
  stops: [
    { position: 0, color: red },
    { position: 1, color: blue },
  ],
});

describe('painting a ground', () => {
  it('fills its box and nothing beside it, at any scale', () => {
    const canvas = paintOn({ fills: [solid()] }, 2);
    expect(pixelAt(canvas, 40, 40)).toEqual([255, 0, 0, 255]);
    expect(pixelAt(canvas, 159, 159)).toEqual([255, 0, 0, 255]);
    expect(pixelAt(canvas, 39, 40)[3]).toBe(0);
    expect(pixelAt(canvas, 160, 100)[3]).toBe(0);
  });

  it('rounds each corner by its own radius: upper left, upper right, lower right, lower left', () => {
    const canvas = paintOn({ fills: [solid()], corners: [20, 0, 20, 0] });
    expect(pixelAt(canvas, 21, 21)[3]).toBe(0);
    expect(pixelAt(canvas, 78, 21)[3]).toBe(255);
    expect(pixelAt(canvas, 78, 78)[3]).toBe(0);
    expect(pixelAt(canvas, 21, 78)[3]).toBe(255);
  });

  it('lays fills on one another with their opacity', () => {
    const canvas = paintOn({ fills: [solid(), { type: 'SOLID', color: blue, opacity: 0.5 }] });
    const [r, g, b] = pixelAt(canvas, 50, 50);
    expect(g).toBe(0);
    expect(Math.abs(r! - 127)).toBeLessThanOrEqual(1);
    expect(Math.abs(b! - 128)).toBeLessThanOrEqual(1);
  });

  it('runs a linear gradient from left to right by its transform', () => {
    const canvas = paintOn({ fills: [gradient('GRADIENT_LINEAR')] });
    expect(pixelAt(canvas, 21, 50)[0]).toBeGreaterThan(245);
    expect(pixelAt(canvas, 78, 50)[2]).toBeGreaterThan(245);
    expect(Math.abs(pixelAt(canvas, 50, 25)[0]! - 127)).toBeLessThan(8);
  });

  it('turns a gradient with its transform', () => {
    const down: Paint = {
      ...gradient('GRADIENT_LINEAR'),
      transform: [
        [0, 1, 0],
        [-1, 0, 1],
      ],
    } as Paint;
    const canvas = paintOn({ fills: [down] });
    expect(pixelAt(canvas, 50, 21)[0]).toBeGreaterThan(245);
    expect(pixelAt(canvas, 50, 78)[2]).toBeGreaterThan(245);
  });

  it('paints radial, angular and diamond gradients around the middle', () => {
    const radial = paintOn({ fills: [gradient('GRADIENT_RADIAL')] });
    expect(pixelAt(radial, 50, 50)[0]).toBeGreaterThan(245);
    expect(pixelAt(radial, 50, 21)[2]).toBeGreaterThan(240);
    const angular = paintOn({ fills: [gradient('GRADIENT_ANGULAR')] });
    expect(pixelAt(angular, 78, 52)[0]).toBeGreaterThan(245);
    expect(pixelAt(angular, 78, 48)[2]).toBeGreaterThan(245);
    expect(Math.abs(pixelAt(angular, 22, 50)[0]! - 127)).toBeLessThan(10);
    const diamond = paintOn({ fills: [gradient('GRADIENT_DIAMOND')] });
    expect(pixelAt(diamond, 50, 50)[0]).toBeGreaterThan(240);
    expect(Math.abs(pixelAt(diamond, 65, 50)[0]! - 127)).toBeLessThan(12);
    expect(pixelAt(diamond, 70, 70)[2]).toBeGreaterThan(245);
  });

  it('places a picture by its scale mode', () => {
    const halves = drawn(40, 20, (context) => {
      context.fillStyle = '#f00';
      context.fillRect(0, 0, 20, 20);
      context.fillStyle = '#00f';
      context.fillRect(20, 0, 20, 20);
    });
    const image = (more: object) =>
      paintOn({ fills: [{ type: 'IMAGE', still: 'x', ...more } as Paint] }, 1, { x: halves });
    const fill = image({ scaleMode: 'FILL' });
    expect(pixelAt(fill, 22, 22)).toEqual([255, 0, 0, 255]);
    const fit = image({ scaleMode: 'FIT' });
    expect(pixelAt(fit, 25, 25)[3]).toBe(0);
    expect(pixelAt(fit, 25, 50)).toEqual([255, 0, 0, 255]);
    const crop = image({
      scaleMode: 'CROP',
      transform: [
        [0.5, 0, 0.5],
        [0, 1, 0],
      ],
    });
    expect(pixelAt(crop, 25, 50)).toEqual([0, 0, 255, 255]);
    const tile = image({ scaleMode: 'TILE', scalingFactor: 0.5 });
    expect([25, 35, 45, 55].map((x) => pixelAt(tile, x, 25)[0])).toEqual([255, 0, 255, 0]);
  });

  it('strokes inside, across and outside of the edge, each side by its weight', () => {
    const stroked = (
      align: 'INSIDE' | 'CENTER' | 'OUTSIDE',
      weights: [number, number, number, number] = [8, 8, 8, 8],
    ) => paintOn({ stroke: { paints: [solid(blue)], align, weights } });
    const across = (canvas: Canvas) => [14, 18, 22, 26].map((x) => pixelAt(canvas, x, 50)[3]! > 128);
    expect(across(stroked('INSIDE'))).toEqual([false, false, true, true]);
    expect(across(stroked('CENTER'))).toEqual([false, true, true, false]);
    expect(across(stroked('OUTSIDE'))).toEqual([true, true, false, false]);
    const top = stroked('INSIDE', [8, 0, 0, 0]);
    expect(pixelAt(top, 50, 22)[3]).toBe(255);
    expect(pixelAt(top, 22, 60)[3]).toBe(0);
  });

  it('casts a drop shadow that is cut out under a translucent ground unless it lies behind', () => {
    const shadow = {
      type: 'DROP_SHADOW',
      color: { r: 0, g: 0, b: 0, a: 1 },
      offset: { x: 0, y: 10 },
      radius: 4,
      spread: 0,
    } as const;
    const cut = paintOn({
      fills: [{ ...solid(), opacity: 0.5 } as Paint],
      shadows: [{ ...shadow, behind: false }],
    });
    expect(pixelAt(cut, 50, 86)[3]).toBeGreaterThan(200);
    expect(Math.abs(pixelAt(cut, 50, 50)[3]! - 128)).toBeLessThan(3);
    const behind = paintOn({
      fills: [{ ...solid(), opacity: 0.5 } as Paint],
      shadows: [{ ...shadow, behind: true }],
    });
    expect(pixelAt(behind, 50, 50)[3]).toBe(255);
  });

  it('blurs a shadow by half its radius, in scale with the picture', () => {
    const shadow = {
      type: 'DROP_SHADOW',
      color: { r: 0, g: 0, b: 0, a: 1 },
      offset: { x: 0, y: 0 },
      radius: 8,
      spread: 0,
      behind: true,
    } as const;
    const canvas = paintOn({ shadows: [shadow] }, 2);
    // A Gaussian edge of sigma 4 frame pixels: 16 % of it lies one sigma outside.
    expect(Math.abs(pixelAt(canvas, 100, 40 - 8)[3]! - 255 * 0.17)).toBeLessThan(12);
    expect(Math.abs(pixelAt(canvas, 100, 40)[3]! - 128)).toBeLessThan(12);
  });

  it('casts an inner shadow inside only', () => {
    const shadow = {
      type: 'INNER_SHADOW',
      color: blue,
      offset: { x: 0, y: 12 },
      radius: 4,
      spread: 0,
      behind: false,
    } as const;
    const canvas = paintOn({ fills: [solid()], shadows: [shadow] });
    expect(pixelAt(canvas, 50, 24)[2]).toBeGreaterThan(240);
    expect(pixelAt(canvas, 50, 60)).toEqual([255, 0, 0, 255]);
    expect(pixelAt(canvas, 50, 15)[3]).toBe(0);
  });
});
