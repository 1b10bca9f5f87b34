import type { Size } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import {
  type Choreographed,
  choreographFootage,
  createStage,
  footageSeconds,
  posterSeconds,
  sample,
  shotsAt,
} from '../core/index.ts';
import type { PixelKernel } from '../kernel/pixel-kernel.ts';
import { lendKernel } from './lent-kernel.ts';
import { createPainter } from './painter/painter.ts';
import { createSprites } from './painter/sprite.ts';
import { createSpriteHost } from './painter/sprite-host.ts';
import { type FootageOf, openReel } from './reel.ts';
import { type LoadStill, openShot } from './stills.ts';

/** Only one frame is asked for. */
const POSTER_FPS = 30;

export interface PosterOptions {
  board: Choreographed;
  size: Size;
  loadStill: LoadStill;
  /** What moves in a shot's place instead of its still. */
  footage?: FootageOf | undefined;
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
  const { board, size, loadStill, footage, signal } = options;
  const isFootage = (shot: number) => footage?.(shot) !== undefined;
  const { timeline, shots } = choreographFootage(board, size, isFootage);
  const seconds = options.seconds ?? (isFootage(0) ? footageSeconds(timeline) : posterSeconds(timeline));
  const sprites = createSprites(kernel);
  const host = createSpriteHost(kernel, sprites);
  const stage = createStage(host, shots, timeline, [seconds]);
  const onScreen = shotsAt(timeline, seconds);
  for (const { index } of onScreen) {
    const shot = shots[index];
    if (shot && !isFootage(index)) await openShot(stage, index, shot, loadStill, host, signal);
  }
  const reel = footage && openReel({ timeline, footage, stage, kernel, fps: POSTER_FPS, signal });
  await reel?.show(onScreen, seconds).finally(() => reel.close());
  const painter = createPainter({ size, layout: 'rgba', kernel, sprites, host });
  painter.paint(sample(timeline, seconds), stage);
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(size.width, size.height);
  pixels.data.set(painter.read());
  context.putImageData(pixels, 0, 0);
  return canvas.encode('png');
}
