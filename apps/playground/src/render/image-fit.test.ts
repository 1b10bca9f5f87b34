import { describe, expect, it } from 'vitest';
import { imageMap } from './image-fit.ts';
import { apply } from './matrix.ts';
import { parsePaints } from './rest-node.ts';

const image = { x: 200, y: 100 };
const box = { x: 100, y: 100 };

function corners(paint: object) {
  const m = imageMap(parsePaints([{ type: 'IMAGE', ...paint }])[0]!, image, box);
  return [apply(m, { x: 0, y: 0 }), apply(m, image)];
}

describe('an image in its box', () => {
  it('covers the box and stands in its middle with FILL', () => {
    expect(corners({ scaleMode: 'FILL' })).toEqual([
      { x: -50, y: 0 },
      { x: 150, y: 100 },
    ]);
  });

  it('fits in the box with FIT', () => {
    expect(corners({ scaleMode: 'FIT' })).toEqual([
      { x: 0, y: 25 },
      { x: 100, y: 75 },
    ]);
  });

  it('shows the part that the transform names with STRETCH', () => {
    // The right half of the image fills the box.
    const [from, to] = corners({
      scaleMode: 'STRETCH',
      imageTransform: [
        [0.5, 0, 0.5],
        [0, 1, 0],
      ],
    });
    expect(from).toEqual({ x: -100, y: 0 });
    expect(to).toEqual({ x: 100, y: 100 });
  });

  it('fills the box without a transform, and with one that cannot be undone', () => {
    const whole = [
      { x: 0, y: 0 },
      { x: 100, y: 100 },
    ];
    expect(corners({ scaleMode: 'STRETCH' })).toEqual(whole);
    expect(
      corners({
        scaleMode: 'STRETCH',
        imageTransform: [
          [0, 0, 0],
          [0, 0, 0],
        ],
      }),
    ).toEqual(whole);
  });

  it('starts its tiles at the top left, scaled by their factor', () => {
    expect(corners({ scaleMode: 'TILE', scalingFactor: 0.5 })).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 50 },
    ]);
  });

  it('turns by quarters before it fits', () => {
    const [from, to] = corners({ scaleMode: 'FIT', rotation: 90 });
    expect(from).toEqual({ x: 75, y: 0 });
    expect(to).toEqual({ x: 25, y: 100 });
  });
});
