import type { Size } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import {
  type Choreographed,
  choreograph,
  createStage,
  posterSeconds,
  sample,
  shotsAt,
} from '../core/index.ts';
import type { PixelKernel } from '../kernel/pixel-kernel.ts';
import { lendKernel } from './lent-kernel.ts';
import { createPainter } from './painter/painter.ts';
import { createSprites } from './painter/sprite.ts';
import { createSpriteHost } from './painter/sprite-host.ts';
import { type LoadStill, openShot } from './stills.ts';

export interface PosterOptions {
  board: Choreographed;
  size: Size;
  loadStill: LoadStill;
  /** A settled moment of the first shot without it. */
  seconds?: number;
  signal?: AbortSignal;
}

/**
 * One moment of a clip as a PNG.
 *
 * @example await writeFile('poster.png', await renderPoster({ board, size, loadStill }));
 */
export async function renderPoster(options: PosterOptions): Promise<Buffer> {
  const { kernel, giveBack } = lendKernel();
  try {
    return await drawPoster(options, kernel);
  } finally {
    giveBack();
  }
}

async function drawPoster(options: PosterOptions, kernel: PixelKernel): Promise<Buffer> {
  const { board, size, loadStill, signal } = options;
  const timeline = choreograph(board, size);
  const seconds = options.seconds ?? posterSeconds(timeline);
  const sprites = createSprites(kernel);
  const host = createSpriteHost(kernel, sprites);
  const stage = createStage(host, board.shots, timeline, [seconds]);
  for (const { index } of shotsAt(timeline, seconds)) {
    const shot = board.shots[index];
    if (shot) await openShot(stage, index, shot, loadStill, host, signal);
  }
  const painter = createPainter({ size, layout: 'rgba', kernel, sprites, host });
  painter.paint(sample(timeline, seconds), stage);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(size.width, size.height);
  pixels.data.set(painter.read());
  context.putImageData(pixels, 0, 0);
  return canvas.encode('png');
}
