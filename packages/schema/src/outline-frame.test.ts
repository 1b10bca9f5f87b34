import { expect, test } from 'vitest';
import type { Outline, OutlineNode } from './outline.ts';
import { frameOfOutline, MAX_OUTLINE_NODES, outlineFrameSchema, outlineOfFrame } from './outline-frame.ts';

const box = { x: 0, y: 0, width: 10, height: 10 };
const node = (id: string, children: OutlineNode[] = []): OutlineNode => ({
  id,
  name: id,
  kind: 'group',
  box,
  bounds: box,
  opens: true,
  children,
});
const outline = (children: OutlineNode[]): Outline => ({
  ...node('frame', children),
  bounds: { x: 0, y: 0, width: 100, height: 50 },
  box: { x: 0, y: 0, width: 100, height: 50 },
  size: { width: 100, height: 50 },
});

test('an outline is the same after its way', () => {
  const sent = outline([node('a', [node('a1'), node('a2', [node('a21')])]), node('b', [node('b1')])]);
  expect(outlineOfFrame(outlineFrameSchema.parse(frameOfOutline(sent)))).toEqual(sent);
});

test('what is too much or too deep is left out before it is sent, and refused where it is sent', () => {
  const wide = outline(Array.from({ length: MAX_OUTLINE_NODES + 5 }, (_, i) => node(`n${i}`)));
  expect(outlineFrameSchema.parse(frameOfOutline(wide)).nodes).toHaveLength(MAX_OUTLINE_NODES);
  let deep = node('end');
  for (let i = 0; i < 200; i += 1) deep = node(`d${i}`, [deep]);
  expect(outlineFrameSchema.parse(frameOfOutline(outline([deep]))).nodes).toHaveLength(64);
  const chain = Array.from({ length: 70 }, (_, i) => ({
    ...frameOfOutline(outline([node(`n${i}`)])).nodes[0]!,
    ...(i > 0 && { parent: i - 1 }),
  }));
  const frame = { id: 'f', name: 'f', size: { width: 1, height: 1 } };
  expect(outlineFrameSchema.safeParse({ ...frame, nodes: chain }).error?.issues[0]?.message).toContain(
    'at most 64 deep',
  );
  const loop = chain.slice(0, 2).map((one) => ({ ...one, parent: 1 }));
  expect(outlineFrameSchema.safeParse({ ...frame, nodes: loop }).error?.issues[0]?.message).toContain(
    'stands before',
  );
});
