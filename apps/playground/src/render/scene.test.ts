import { describe, expect, it } from 'vitest';
import { apply } from './matrix.ts';
import { createScene } from './scene.ts';

const at = (x: number, y: number) => [
  [1, 0, x],
  [0, 1, y],
];

describe('a scene', () => {
  it('places children relative to their parents, groups included', () => {
    const scene = createScene({
      document: {
        id: '0:0',
        type: 'DOCUMENT',
        children: [
          {
            id: '0:1',
            type: 'CANVAS',
            children: [
              {
                id: '1:1',
                type: 'FRAME',
                relativeTransform: at(100, 50),
                size: { x: 200, y: 200 },
                children: [
                  {
                    id: '1:2',
                    type: 'GROUP',
                    relativeTransform: at(10, 10),
                    size: { x: 20, y: 20 },
                    children: [
                      { id: '1:3', type: 'RECTANGLE', relativeTransform: at(1, 2), size: { x: 5, y: 5 } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    expect(apply(scene.byId.get('1:3')!.transform, { x: 0, y: 0 })).toEqual({ x: 111, y: 62 });
  });

  it('believes the absolute box where it disagrees, turned nodes too', () => {
    const scene = createScene({
      document: {
        id: '1:1',
        type: 'RECTANGLE',
        relativeTransform: [
          [-1, 0, 0],
          [0, -1, 0],
        ],
        size: { x: 10, y: 4 },
        absoluteBoundingBox: { x: 50, y: 60, width: 10, height: 4 },
      },
    });
    expect(apply(scene.root.transform, { x: 0, y: 0 })).toEqual({ x: 60, y: 64 });
  });

  it('takes the box where a file has no geometry', () => {
    const box = { x: 7, y: 8, width: 30, height: 20 };
    const { root } = createScene({ document: { id: '1:1', type: 'TEXT', absoluteBoundingBox: box } });
    expect([root.transform.e, root.transform.f, root.size]).toEqual([7, 8, { x: 30, y: 20 }]);
  });

  it('leaves out what is not a node and reads on past broken fields', () => {
    const { root, byId } = createScene({
      document: {
        id: '0:0',
        type: 'DOCUMENT',
        children: [
          null,
          5,
          { type: 'FRAME' },
          {
            id: '1:1',
            type: 'RECTANGLE',
            size: { x: null, y: 'wide' },
            opacity: 'half',
            fills: [null, { type: 'SOLID', color: { r: 9, g: -1, b: 0 } }, 'red'],
            effects: 'many',
            relativeTransform: [[1], [2]],
          },
        ],
      },
    });
    expect(root.children).toHaveLength(1);
    const { node } = byId.get('1:1')!;
    expect(node.opacity).toBe(1);
    expect(node.effects).toEqual([]);
    expect(node.fills).toHaveLength(1);
    expect(node.fills[0]?.color).toEqual({ r: 1, g: 0, b: 0, a: 1 });
  });

  it('survives a document that is nested without end', () => {
    let document: object = { id: 'x', type: 'RECTANGLE' };
    for (let i = 0; i < 5000; i++) document = { id: `n${i}`, type: 'GROUP', children: [document] };
    expect(createScene({ document }).byId.size).toBeLessThan(400);
  });

  it('says so where the file is no document', () => {
    expect(() => createScene({ document: { nodes: [] } })).toThrow(/no Figma REST document/);
  });
});
