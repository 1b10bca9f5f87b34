import { expect, test } from 'vitest';
import { pictureSchema } from './picture.ts';

const still = 'a'.repeat(64);
type Box = [x: number, y: number, width: number, height: number];

/** What is wrong with the tiles of a picture of 200 × 100, with the place of each. */
function faults(...boxes: Box[]): string[] {
  const tiles = boxes.map(([x, y, width, height]) => ({ still, x, y, width, height }));
  const { error } = pictureSchema.safeParse({ width: 200, height: 100, tiles });
  return (error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

test('takes tiles that cover the picture exactly, however it is cut', () => {
  expect(faults([0, 0, 200, 100])).toEqual([]);
  expect(faults([100, 0, 100, 100], [0, 0, 100, 100])).toEqual([]);
  expect(faults([0, 0, 67, 50], [67, 0, 133, 50], [0, 50, 150, 50], [150, 50, 50, 50])).toEqual([]);
});

test('refuses a tile that reaches past the picture', () => {
  expect(faults([0, 0, 201, 100])).toEqual([
    'tiles.0: the tile reaches to 201 × 100, past the picture’s 200 × 100',
  ]);
  expect(faults([0, 0, 100, 100], [100, 1, 100, 100])).toEqual([
    'tiles.1: the tile reaches to 200 × 101, past the picture’s 200 × 100',
  ]);
});

test('refuses tiles that lie over one another, also where their areas add up', () => {
  expect(faults([0, 0, 100, 100], [0, 0, 100, 100])).toEqual(['tiles.1: the tile lies over tile 0']);
  expect(faults([0, 0, 100, 100], [99, 0, 100, 100])).toEqual(['tiles.1: the tile lies over tile 0']);
});

test('refuses a picture that its tiles do not fill', () => {
  expect(faults([0, 0, 199, 100])).toEqual([
    'tiles: the tiles cover 19900 of the picture’s 20000 pixels: they leave a gap',
  ]);
  expect(faults([0, 0, 10, 10])).toHaveLength(1);
});
