import type { Rect, Size } from '@animatic/schema';

/**
 * The part of footage that shows in a frame's place: its middle, of the frame's shape. What was added beside the frame
 * to give a model its size lies outside; so does what does not fit where footage has a shape of its own.
 *
 * @example innerBox({ width: 1280, height: 720 }, { width: 390, height: 844 })
 */
export function innerBox(footage: Size, frame: Size): Rect {
  const ratio = frame.width / frame.height;
  const width = Math.min(footage.width, footage.height * ratio);
  const height = Math.min(footage.height, footage.width / ratio);
  return { x: (footage.width - width) / 2, y: (footage.height - height) / 2, width, height };
}
