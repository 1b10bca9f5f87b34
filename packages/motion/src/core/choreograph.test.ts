import { describe, expect, it } from 'vitest';
import { choreograph } from './choreograph.ts';
import { posterSeconds } from './poster.ts';
import { sample } from './sample.ts';
import { segmentFrames } from './segments.ts';
import { makeLayer, makeShot, moving, rising } from './testing.ts';

const size = { width: 1920, height: 1080 };
const cards = ['a', 'b', 'c'].map((id, i) => makeLayer(id, [100 + i * 220, 200, 200, 100]));
const push = { kind: 'push', direction: 'left', duration: 0.5 } as const;

const names = (list: ReturnType<typeof sample>) =>
  list.items.flatMap((item) => (item.kind === 'bitmap' ? [item.bitmap.what] : [item.kind]));

describe('a timeline', () => {
  it('overlaps two shots by their transition', () => {
    const shots = [makeShot({ id: 'a', transition: push }), makeShot({ id: 'b' })];
    const timeline = choreograph({ shots }, size);
    expect(timeline.seconds).toBeCloseTo(5.5);
    expect(timeline.shots[1]!.start).toBeCloseTo(2.5);
    expect(timeline.shots[0]!.end).toBeCloseTo(3);
  });

  it('refuses a clip without shots', () => {
    expect(() => choreograph({ shots: [] }, size)).toThrow(RangeError);
  });

  it('shows the still itself once the layers have come to rest', () => {
    const timeline = choreograph(
      { shots: [makeShot({ layers: cards, motion: rising(['a', 'b', 'c']) })] },
      size,
    );
    expect(names(sample(timeline, 0))).toEqual(['plate']);
    expect(names(sample(timeline, 0.6))).toEqual(['plate', 'layer', 'layer', 'layer']);
    expect(names(sample(timeline, timeline.shots[0]!.settled))).toEqual(['still']);
    expect(timeline.shots[0]!.settled).toBeCloseTo(0.3 + 0.14 + 0.5);
  });

  it('makes a rising layer opaque at 60 % of its way', () => {
    const timeline = choreograph(
      { shots: [makeShot({ layers: cards, motion: rising(['a'], 0, 1, 0) })] },
      size,
    );
    const at = (seconds: number) => sample(timeline, seconds).items.at(-1);
    expect(at(0.59)).toMatchObject({ opacity: expect.closeTo(1, 1) });
    expect(at(0.61)).toMatchObject({ opacity: 1 });
    expect(at(0.61)).not.toMatchObject({ matrix: { f: 400 } });
  });

  it('passes over layers that the shot does not carry', () => {
    const timeline = choreograph(
      { shots: [makeShot({ layers: cards, motion: rising(['gone', 'a']) })] },
      size,
    );
    expect(timeline.shots[0]!.layers.map((track) => track.layer)).toEqual(['a']);
  });

  it('lifts what lies over a moving layer along with it, and nothing else', () => {
    const over = makeLayer('over', [150, 180, 60, 60]);
    const apart = makeLayer('apart', [700, 400, 60, 60]);
    const timeline = choreograph(
      { shots: [makeShot({ layers: [...cards, over, apart], motion: rising(['a']) })] },
      size,
    );
    expect(timeline.shots[0]!.lifted.map((one) => one.layer)).toEqual(['a', 'over']);
  });

  it('puts entrances off until the transition into the shot has nearly passed', () => {
    const shots = [
      makeShot({ id: 'a', transition: push }),
      makeShot({ id: 'b', layers: cards, motion: rising(['a'], 0.1) }),
    ];
    expect(choreograph({ shots }, size).shots[1]!.layers[0]!.moves[0]!.start).toBeCloseTo(0.4);
  });

  it('draws entrances together that would not fit into the shot', () => {
    const shot = makeShot({ duration: 1, layers: cards, motion: rising(['a', 'b', 'c'], 0.5, 2, 0.5) });
    expect(choreograph({ shots: [shot] }, size).shots[0]!.settled).toBeLessThanOrEqual(0.701);
  });

  it('holds a shot without a motion', () => {
    const timeline = choreograph({ shots: [makeShot({ scale: 4 })] }, size);
    expect(timeline.shots[0]!.maxZoom).toBeCloseTo(1.015);
  });
});

describe('a transition', () => {
  const shots = (kind: 'push' | 'slide-in' | 'dissolve', width = 960) => [
    makeShot({ id: 'a', width, transition: { kind, direction: 'left', duration: 0.5, easing: 'linear' } }),
    makeShot({ id: 'b', width, motion: moving({ move: 'hold' }) }),
  ];
  const half = 2.75;

  it('pushes both pictures across the view', () => {
    const items = sample(choreograph({ shots: shots('push') }, size), half).items;
    expect(items.map((item) => item.kind === 'bitmap' && Math.round(item.matrix.e))).toEqual([-959, 960]);
  });

  it('slides the next picture over one that follows more slowly', () => {
    const items = sample(choreograph({ shots: shots('slide-in') }, size), half).items;
    expect(items.map((item) => item.kind === 'bitmap' && Math.round(item.matrix.e))).toEqual([-240, 960]);
  });

  it('dissolves into the next picture as one sheet', () => {
    const items = sample(choreograph({ shots: shots('dissolve') }, size), half).items;
    expect(items.at(-1)).toMatchObject({ kind: 'group', clip: null, opacity: 0.5 });
  });

  it.each(['left', 'right', 'up', 'down'] as const)(
    'takes a zoomed screen out of sight before the next stands (%s)',
    (direction) => {
      const zoomed = moving({ move: 'push-in', amount: 2 });
      const easing = 'linear';
      const clip = [
        makeShot({
          id: 'a',
          width: 300,
          scale: 6,
          motion: zoomed,
          transition: { kind: 'push', direction, duration: 0.5, easing },
        }),
        makeShot({ id: 'b', width: 300 }),
      ];
      const timeline = choreograph({ shots: clip }, size);
      const boxes = (seconds: number) =>
        sample(timeline, seconds).items.flatMap((item) =>
          item.kind === 'group' && item.clip
            ? [
                {
                  x: item.clip.matrix.e,
                  y: item.clip.matrix.f,
                  width: item.clip.matrix.a * 300,
                  height: item.clip.matrix.d * 540,
                },
              ]
            : [],
        );
      const outside = (box: { x: number; y: number; width: number; height: number }) =>
        box.x + box.width <= 0 || box.x >= 1920 || box.y + box.height <= 0 || box.y >= 1080;
      expect(outside(boxes(2.9999)[0]!)).toBe(true);
      expect(outside(boxes(2.5001)[1]!)).toBe(true);
    },
  );

  it('changes the content of a screen that stays in its place', () => {
    const items = sample(choreograph({ shots: shots('push', 300) }, size), half).items;
    expect(items.map((item) => item.kind)).toEqual(['backdrop', 'bitmap', 'group']);
    expect(items.at(-1)).toMatchObject({ items: [{ bitmap: { shot: 0 } }, { bitmap: { shot: 1 } }] });
  });
});

describe('a clip in parts', () => {
  it('counts every frame once, whatever the cuts', () => {
    const shots = ['a', 'b', 'c'].map((id) => makeShot({ id, duration: 1.51 }));
    const parts = [0, 1, 2].map((i) => segmentFrames(shots, { first: i, last: i }, 30));
    expect(parts[0]!.begin).toBe(0);
    expect(parts.slice(1).map((part) => part.begin)).toEqual(parts.slice(0, 2).map((part) => part.end));
    expect(parts.at(-1)!.end).toBe(Math.round(4.53 * 30));
  });

  it('takes its poster from a moment when everything has come to rest', () => {
    const timeline = choreograph({ shots: [makeShot({ layers: cards, motion: rising(['a', 'b']) })] }, size);
    expect(names(sample(timeline, posterSeconds(timeline)))).toEqual(['still']);
  });
});

it('rounds an overlay’s boxes as the ground is that they lie on', () => {
  const box = { x: 100, y: 200, width: 200, height: 100 };
  const card = { ...cards[0]!, box, bounds: box, picture: undefined };
  const ground = { corners: [12, 12, 12, 12] as [number, number, number, number], fills: [], shadows: [] };
  const motion = { overlays: [{ effect: 'dim' as const, boxes: [box], at: 0, duration: 1 }] };
  const shot = makeShot({ layers: [{ ...card, ground }], motion });
  expect(choreograph({ shots: [shot] }, size).shots[0]!.overlays[0]).toMatchObject({ corner: 12 });
  const plain = makeShot({ layers: cards, motion });
  expect(choreograph({ shots: [plain] }, size).shots[0]!.overlays[0]).not.toHaveProperty('corner');
});
