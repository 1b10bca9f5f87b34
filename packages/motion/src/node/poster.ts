import type { Size } from '@animatic/schema';
import { createCanvas } from '@napi-rs/canvas';
import {
  type Choreographed,
  choreograph,
  createStage,
  paint,
  posterSeconds,
  sample,
  shotsAt,
} from '../core/index.ts';
import { createNodeHost } from './host.ts';
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
  const { board, size, loadStill, signal } = options;
  const timeline = choreograph(board, size);
  const seconds = options.seconds ?? posterSeconds(timeline);
  const stage = createStage(createNodeHost(), board.shots, timeline);
  for (const { index } of shotsAt(timeline, seconds)) {
    const shot = board.shots[index];
    if (shot) await openShot(stage, index, shot, loadStill, signal);
  }
  const canvas = createCanvas(size.width, size.height);
  paint(canvas.getContext('2d'), sample(timeline, seconds), stage);
  return canvas.encode('png');
}
