import { describe, expect, it } from 'vitest';
import { sceneNode } from '../nodes.ts';
import { createTask } from '../task.ts';
import { frame } from '../testing/ask.ts';
import { figmaStub, type StubNode } from '../testing/figma-stub.ts';
import { readOutline } from './read-outline.ts';

const solid = { type: 'SOLID', color: { r: 1, g: 1, b: 1 }, blendMode: 'NORMAL' };
async function entryOf(child: Omit<StubNode, 'id'> & { type: string }) {
  const { figma } = figmaStub({ nodes: [frame('1:1', 0, { children: [{ id: 'a', ...child }] })] });
  const { outline } = await readOutline(await sceneNode(figma, '1:1'), createTask());
  return outline.children[0];
}
const arc = (innerRadius: number, endingAngle = 2 * Math.PI) => ({
  arcData: { startingAngle: 0, endingAngle, innerRadius },
});

describe('the shape of a node', () => {
  it.each([
    ['rectangle', { type: 'RECTANGLE', fills: [solid] }],
    ['rectangle', { type: 'FRAME', fills: [solid], children: [] }],
    ['ellipse', { type: 'ELLIPSE', fills: [solid], ...arc(0) }],
    ['ring', { type: 'ELLIPSE', fills: [solid], ...arc(0.7) }],
    ['ring', { type: 'ELLIPSE', fills: [solid], ...arc(0, 4) }],
    ['ring', { type: 'ELLIPSE', strokes: [solid], ...arc(0) }],
    ['line', { type: 'VECTOR', strokes: [solid] }],
    ['vector', { type: 'VECTOR', fills: [solid] }],
    [undefined, { type: 'TEXT' }],
    [undefined, { type: 'FRAME', fills: [solid], children: [{ id: 'b', type: 'TEXT' }] }],
  ])('is a %s', async (shape, child) => {
    expect((await entryOf(child))?.shape).toBe(shape);
  });
});

describe('a rectangle', () => {
  const rectangle = { type: 'RECTANGLE', fills: [solid] };

  it('repaints where its fills say all of it', async () => {
    expect((await entryOf(rectangle))?.repaints).toBe(true);
  });

  it.each([
    ['it is translucent', { opacity: 0.5 }],
    ['it blends', { blendMode: 'MULTIPLY' }],
    [
      'it holds a picture',
      { fills: [{ type: 'IMAGE', imageHash: 'x', scaleMode: 'FILL', blendMode: 'NORMAL' }] },
    ],
    [
      'it is turned',
      {
        relativeTransform: [
          [0, -1, 0],
          [1, 0, 0],
        ],
      },
    ],
  ])('does not where %s', async (_, change) => {
    expect((await entryOf({ ...rectangle, ...change }))?.repaints).toBeUndefined();
  });
});

describe('a turned node', () => {
  it('is so many degrees counter-clockwise from upright', async () => {
    const turned = await entryOf({
      type: 'RECTANGLE',
      absoluteTransform: [
        [0, 1, 0],
        [-1, 0, 0],
      ],
    });
    expect(turned?.rotation).toBe(90);
    expect((await entryOf({ type: 'RECTANGLE' }))?.rotation).toBeUndefined();
  });
});
