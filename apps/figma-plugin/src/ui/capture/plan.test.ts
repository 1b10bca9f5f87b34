import { describe, expect, it } from 'vitest';
import type { Needs } from './needs.ts';
import { type Plan, planCapture, withoutMoving } from './plan.ts';
import type { Reaches } from './reaches.ts';
import { card, node, outline } from './testing/outline.ts';

const still: Reaches = new Map();
const whole = (...ids: string[]): Needs => ({ whole: ids, grounds: new Set() });
const names = ({ pieces }: Plan) =>
  pieces.map(({ what, node: { id }, moving }) => `${what} ${id}${moving ? ' moves' : ''}`);

describe('what is captured', () => {
  it('is nothing but the still where nothing moves', () => {
    expect(planCapture(outline([node('a', [0, 0, 10, 10])]), whole(), still).pieces).toEqual([]);
  });

  it('is what moves and what lies under it, and not what lies elsewhere', () => {
    const plan = planCapture(
      outline([
        node('under', [0, 0, 50, 50]),
        node('mover', [20, 20, 50, 50]),
        node('far', [200, 200, 50, 50]),
      ]),
      whole('mover'),
      still,
    );
    expect(names(plan)).toEqual(['ground frame', 'picture under', 'picture mover moves']);
  });

  it('opens only the containers that something moves in', () => {
    const root = outline([
      card('list', [0, 0, 400, 100], [node('a', [0, 0, 50, 50]), node('b', [100, 0, 50, 50])]),
      card('other', [0, 90, 400, 100], [node('c', [0, 100, 50, 50])]),
    ]);
    expect(names(planCapture(root, whole('a'), still))).toEqual([
      'ground frame',
      'ground list',
      'picture a moves',
    ]);
  });

  it('lifts just the part that lies over a path', () => {
    const root = outline([node('mover', [0, 0, 50, 50]), node('bar', [0, 60, 400, 40])]);
    const { pieces } = planCapture(
      root,
      whole('mover'),
      new Map([['mover', { x: 0, y: 0, width: 50, height: 74 }]]),
    );
    expect(names({ pieces, all: [], moving: [], merged: [] })).toEqual([
      'ground frame',
      'picture mover moves',
      'picture bar',
    ]);
    expect(pieces.at(-1)?.clips).toEqual([
      { box: { x: 0, y: 60, width: 50, height: 14 }, corners: [0, 0, 0, 0] },
    ]);
  });

  it('hands a container’s clip down to what lies in it', () => {
    const root = outline([
      card('list', [0, 0, 100, 100], [node('a', [50, 50, 100, 20])], { clip: [8, 8, 8, 8] }),
    ]);
    const mover = planCapture(root, whole('a'), still).pieces.find(({ moving }) => moving);
    expect(mover?.clips).toEqual([{ box: { x: 0, y: 0, width: 100, height: 100 }, corners: [8, 8, 8, 8] }]);
  });

  it('takes a stroke along only where a layer comes by it', () => {
    const stroke = { inset: 1, corners: [8, 8, 8, 8] as [number, number, number, number] };
    const inside = card('card', [0, 0, 200, 200], [node('a', [50, 50, 20, 20])], { stroke });
    expect(names(planCapture(outline([inside]), whole('a'), still))).not.toContain('stroke card');
    const edge = card('card', [0, 0, 200, 200], [node('a', [0, 50, 20, 20])], { stroke });
    expect(names(planCapture(outline([edge]), whole('a'), still))).toContain('stroke card');
  });

  it('moves a container as one where its children are asked for, too', () => {
    const root = outline([card('list', [0, 0, 100, 100], [node('a', [0, 0, 50, 50])])]);
    const plan = planCapture(root, whole('a', 'list'), still);
    expect(plan).toMatchObject({ moving: ['list'], merged: [] });
  });
});

describe('what cannot move', () => {
  it('is what lies in a container that cannot be taken apart', () => {
    const shut = card('shut', [0, 0, 100, 100], [node('a', [0, 0, 50, 50])], { opens: false });
    const plan = planCapture(outline([shut]), whole('a'), still);
    expect(plan).toMatchObject({ moving: [], pieces: [] });
    expect(plan.merged[0]?.reason).toContain('“shut”');
  });

  it('is what blends with what lies behind it, or has such a layer in its way', () => {
    const root = outline([
      node('glass', [0, 0, 50, 50], { leaks: true }),
      node('near', [20, 20, 50, 50]),
      node('free', [200, 200, 50, 50]),
    ]);
    const plan = planCapture(root, whole('glass', 'near', 'free'), still);
    expect(plan.moving).toEqual(['free']);
    expect(plan.merged.map(({ id }) => id)).toEqual(['glass', 'near']);
  });

  it('is what moves beneath a layer that blends, and not what moves over it', () => {
    const root = outline([
      node('beneath', [0, 0, 50, 50]),
      node('tint', [0, 0, 200, 200], { leaks: true, blend: 'multiply' }),
      node('over', [20, 20, 50, 50]),
    ]);
    const plan = planCapture(root, whole('beneath', 'over'), still);
    expect(plan.moving).toEqual(['over']);
    expect(names(plan)).toEqual(['ground frame', 'picture beneath', 'picture tint', 'picture over moves']);
  });

  it('is what could not be captured, and what it lies in the way of', () => {
    const root = outline([
      node('broken', [0, 0, 50, 50]),
      node('over', [20, 20, 50, 50]),
      node('free', [200, 0, 9, 9]),
    ]);
    const unusable = new Map([['broken', 'too large']]);
    const plan = planCapture(root, whole('over', 'free'), still, { refused: new Map(), unusable });
    expect(plan.moving).toEqual(['free']);
    expect(plan.merged).toEqual([{ id: 'over', name: 'over', reason: 'too large' }]);
  });

  it('stays in the picture of a plan without it', () => {
    const root = outline([node('a', [0, 0, 50, 50]), node('b', [20, 20, 50, 50])]);
    const plan = withoutMoving(
      planCapture(root, whole('a', 'b'), still),
      new Map([['a', 'not the same']]),
      still,
    );
    expect(names(plan)).toEqual(['ground frame', 'picture a', 'picture b moves']);
    expect(plan.merged).toEqual([{ id: 'a', name: 'a', reason: 'not the same' }]);
  });

  it('is the last of them where there is too much in the way', () => {
    const under = Array.from({ length: 300 }, (_, index) => node(`u${index}`, [index, 0, 2, 2]));
    const root = outline([...under, node('small', [0, 0, 4, 4]), node('wide', [0, 0, 400, 4])]);
    const plan = planCapture(root, whole('small', 'wide'), still);
    expect(plan.moving).toEqual(['small']);
    expect(plan.pieces.length).toBeLessThanOrEqual(192);
  });
});
