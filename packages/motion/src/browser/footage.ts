import type { Shot } from '@animatic/schema';
import type { BitmapName } from '../core/draw-list.ts';
import { shotsAt, type Timeline } from '../core/index.ts';
import type { PreparedBitmaps } from '../core/paint/paint.ts';
import type { BrowserBitmap } from './host.ts';

/** A picture that changes while its shot plays, in its still's place. */
export interface MovingPicture {
  /**
   * What is to be seen, of the shape of the shot's frame; null as long as there is nothing, and the still stands.
   *
   * @param seconds of the shot
   */
  at(seconds: number, playing: boolean): BrowserBitmap | null;
}
export type FootageOf = (shot: string) => MovingPicture | null;

/**
 * The stage as it is at a time: what footage there is stands where the stills would. Transitions, formats and lines
 * are drawn with either alike.
 */
export function withFootage(
  stage: PreparedBitmaps<BrowserBitmap>,
  about: { shots: readonly Shot[]; timeline: Timeline; footageOf: FootageOf | undefined },
  time: number,
  playing: boolean,
): PreparedBitmaps<BrowserBitmap> {
  const { shots, timeline, footageOf } = about;
  if (!footageOf) return stage;
  const images = new Map<number, BrowserBitmap>();
  for (const { index, start } of shotsAt(timeline, time)) {
    const shot = shots[index];
    const image = shot && footageOf(shot.id)?.at(Math.max(0, time - start), playing);
    if (image) images.set(index, image);
  }
  if (images.size === 0) return stage;
  const get = (name: BitmapName) => {
    const image = name.what === 'layer' || name.what === 'shadow' ? undefined : images.get(name.shot);
    const size = shots[name.shot]?.size;
    return image && size ? [{ image, box: { x: 0, y: 0, ...size } }] : stage.get(name);
  };
  return { ...stage, get };
}
