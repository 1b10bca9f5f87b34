import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Size } from '../jobs/job.ts';

const FAMILY = 'Pretend Model';
const require = createRequire(import.meta.url);
GlobalFonts.registerFromPath(require.resolve('@fontsource/inter/files/inter-latin-600-normal.woff2'), FAMILY);

/** What every picture from here says of itself. */
export const bandText = (model: string): string => `PRETEND MODEL · ${model}`;

/** The band that says so: small, legible, of even sides, never wider than the picture. */
export function paintBand(size: Size, model: string): Canvas {
  const height = Math.max(16, Math.round((Math.min(size.width, size.height) * 0.045) / 2) * 2);
  const text = bandText(model);
  const widest = size.width - 2 * bandMargin(size);
  const measure = createCanvas(1, 1).getContext('2d');
  let font = height * 0.56;
  measure.font = `${font}px "${FAMILY}"`;
  const natural = measure.measureText(text).width + height;
  font *= Math.min(1, widest / natural);
  const canvas = createCanvas(Math.max(2, Math.floor(Math.min(widest, natural) / 2) * 2), height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#15151c';
  context.fillRect(0, 0, canvas.width, height);
  context.fillStyle = '#ffffff';
  context.font = `${font}px "${FAMILY}"`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillText(text, canvas.width / 2, height / 2);
  return canvas;
}

/** Pixels between the band and the picture's edges; even, so that chroma stays sharp. */
export const bandMargin = (size: Size): number =>
  Math.round((Math.min(size.width, size.height) * 0.03) / 2) * 2;

/** Puts the band where it belongs. */
export function stampBand(context: SKRSContext2D, size: Size, model: string): void {
  const band = paintBand(size, model);
  const margin = bandMargin(size);
  context.globalAlpha = 1;
  context.drawImage(band, margin, size.height - margin - band.height);
}
