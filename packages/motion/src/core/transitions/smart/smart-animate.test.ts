import type { Easing, Layer, MotionInput } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { choreograph } from '../../choreograph.ts';
import type { DrawItem } from '../../draw-list.ts';
import { sample } from '../../sample.ts';
import { makeLayer, makeShot } from '../../testing.ts';

const size = { width: 960, height: 540 };
const still: MotionInput = { camera: [{ move: 'hold', at: 0 }] };
type Box = [number, number, number, number];
type More = Partial<Pick<Layer, 'kind' | 'text' | 'rotation' | 'clips' | 'path'>>;

/** A picture of its own: another name for its still, another picture. */
function layer(id: string, box: Box, look = 'a', more: More = {}): Layer {
  const made = makeLayer(id, box);
  const tiles = made.picture?.tiles.map((tile) => ({ ...tile, still: look.repeat(64).slice(0, 64) })) ?? [];
  const picture = made.picture && { ...made.picture, tiles };
  if (!picture) throw new Error('a layer for tests is a picture');
  return { ...made, path: [id], ...more, picture, ground: undefined };
}

function ground(id: string, box: Box, gray: number, radius = 0): Layer {
  const { picture: _, ...rest } = makeLayer(id, box);
  const color = { r: gray, g: gray, b: gray, a: 1 };
  const corners = [radius, radius, radius, radius] as [number, number, number, number];
  return { ...rest, path: [id], ground: { corners, fills: [{ type: 'SOLID', color }], shadows: [] } };
}

function clip(before: Layer[], after: Layer[], easing: Easing = 'linear', second: MotionInput = still) {
  const transition = { kind: 'smart-animate' as const, direction: 'left' as const, duration: 1, easing };
  const shots = [
    makeShot({ id: 'a', layers: before, motion: still, transition }),
    makeShot({ id: 'b', layers: after, motion: second }),
  ];
  const timeline = choreograph({ shots }, size);
  const flat = (items: readonly DrawItem[], opacity = 1): (DrawItem & { share: number })[] =>
    items.flatMap((item) =>
      item.kind === 'group'
        ? flat(item.items, opacity * item.opacity)
        : [{ ...item, share: opacity * ('opacity' in item ? item.opacity : 1) }],
    );
  /** What is drawn when the transition has come so far. */
  const at = (share: number) => flat(sample(timeline, 2 + share).items);
  return {
    at,
    /** The layers of it, bottom to top, and where their upper left corners lie. */
    layers: (share: number) =>
      at(share).flatMap((item) => {
        if (item.kind !== 'bitmap' || item.bitmap.what !== 'layer') return [];
        const { shot, layer: id } = item.bitmap;
        const box = shots[shot]?.layers.find((one) => one.id === id)?.box ?? { x: 0, y: 0 };
        const { a, d, e, f } = item.matrix;
        const place = { x: Math.round(a * box.x + e), y: Math.round(d * box.y + f) };
        return [{ id, shot, ...place, share: item.share, matrix: item.matrix, clips: item.clips }];
      }),
    lifted: timeline.shots.map(({ lifted }) => lifted.map((one) => one.layer)),
  };
}

describe('a smart animate', () => {
  it('begins with the first still and ends with the second', () => {
    const { at } = clip([layer('card', [0, 0, 100, 100])], [layer('card', [200, 0, 100, 100])]);
    expect(at(0)).toMatchObject([{ kind: 'bitmap', bitmap: { shot: 0, what: 'still' } }]);
    expect(at(1)).toMatchObject([{ kind: 'bitmap', bitmap: { shot: 1, what: 'still' } }]);
  });

  it('moves what is the same on both sides, once', () => {
    const { layers } = clip([layer('card', [0, 0, 100, 100])], [layer('card', [200, 80, 100, 100])]);
    expect(layers(0.25)).toMatchObject([{ id: 'card', x: 50, y: 20, share: 1 }]);
    expect(layers(0.75)).toHaveLength(1);
  });

  it('leaves what neither moves nor changes in the picture, unless it lies over what does', () => {
    const both = (x: number) => [
      layer('far', [600, 300, 50, 50]),
      layer('card', [x, 0, 100, 100]),
      layer('over', [220, 50, 50, 50]),
    ];
    expect(clip(both(0), both(200)).lifted).toEqual([
      ['card', 'over'],
      ['card', 'over'],
    ]);
  });

  it('stacks as the next frame does', () => {
    const [a, b] = [layer('a', [0, 0, 100, 100]), layer('b', [10, 10, 100, 100])];
    const moved = (one: Layer) => ({
      ...one,
      box: { ...one.box, x: 300 },
      bounds: { ...one.bounds, x: 300 },
    });
    const { layers } = clip([a, b, layer('gone', [10, 10, 20, 20])], [moved(b), moved(a)]);
    expect(layers(0.2).map(({ id }) => id)).toEqual(['b', 'gone', 'a']);
  });

  it('lets a spring carry a layer past its place, and never past what it can look like', () => {
    const { at, layers } = clip(
      [layer('card', [0, 0, 100, 100]), ground('sheet', [0, 300, 100, 100], 0.5, 8)],
      [layer('card', [200, 0, 100, 100]), ground('sheet', [0, 200, 100, 200], 1, 0)],
      'bouncy',
    );
    const furthest = Math.max(...Array.from({ length: 99 }, (_, i) => layers((i + 1) / 100)[0]?.x ?? 0));
    expect(furthest).toBeGreaterThan(220);
    for (let i = 1; i < 100; i++) {
      const sheet = at(i / 100).find((item) => item.kind === 'ground');
      const fill = sheet?.kind === 'ground' ? sheet.ground.fills[0] : undefined;
      expect(fill?.type === 'SOLID' && fill.color.r).toBeLessThanOrEqual(1);
      expect(sheet?.kind === 'ground' && Math.min(...sheet.ground.corners)).toBeGreaterThanOrEqual(0);
    }
  });

  it('mixes fills, corners and sizes of grounds', () => {
    const { at } = clip(
      [ground('card', [0, 0, 100, 100], 0, 8)],
      [ground('card', [100, 0, 300, 200], 1, 24)],
    );
    expect(at(0.5).find(({ kind }) => kind === 'ground')).toMatchObject({
      box: { x: 50, y: 0, width: 200, height: 150 },
      ground: { corners: [16, 16, 16, 16], fills: [{ color: { r: 0.5, g: 0.5, b: 0.5 } }] },
    });
  });

  it('never shows two texts of one place at once for long', () => {
    const text = (words: string, look: string) =>
      layer('label', [0, 0, 100, 20], look, { kind: 'text', text: words });
    const { layers } = clip([text('Overview', 'b')], [text('Reports', 'c')]);
    const both = Array.from({ length: 30 }, (_, i) => layers((i + 0.5) / 30)).filter(
      (shown) => shown.filter(({ share }) => share > 0.25).length > 1,
    );
    expect(both.length).toBeLessThanOrEqual(2);
  });

  it('keeps a text of one wording in sight while its colour changes', () => {
    const text = (look: string) => layer('label', [0, 0, 100, 20], look, { kind: 'text', text: 'Pay' });
    const { layers } = clip([text('b')], [text('c')]);
    for (let i = 1; i < 20; i++) expect(Math.max(...layers(i / 20).map(({ share }) => share))).toBeCloseTo(1);
  });

  it('hangs changed words up by the side that stands', () => {
    const text = (box: Box, words: string, look: string) =>
      layer('total', box, look, { kind: 'text', text: words });
    const { layers } = clip([text([300, 0, 100, 20], '€68', 'b')], [text([340, 0, 60, 20], '€7', 'c')]);
    // Its right edge stands at 400: both pictures stay where they are.
    for (const share of [0.2, 0.45, 0.7])
      for (const { shot, x } of layers(share)) expect(x).toBe(shot === 0 ? 300 : 340);
  });

  it('scales a text of one wording by its pixels, whatever its box', () => {
    const text = (look: string, ink: Box): Layer => {
      const [x, y, width, height] = ink;
      const bounds = { x, y, width, height };
      return { ...layer('name', [0, 0, 300, 40], look, { kind: 'text', text: 'Lisbon' }), bounds };
    };
    const { layers } = clip([text('b', [0, 10, 60, 15])], [text('c', [0, 10, 120, 30])]);
    const [first, second] = layers(0.5);
    expect(first?.matrix.a).toBeCloseTo(1.5);
    expect(second?.matrix.a).toBeCloseTo(0.75);
  });

  it('lets what only one frame has leave early and come late, along with what it lies in', () => {
    const inside = (id: string, box: Box) => layer(id, box, 'd', { path: ['card', id] });
    const { layers } = clip(
      [ground('card', [0, 0, 100, 100], 1), inside('old', [10, 10, 20, 20])],
      [ground('card', [200, 0, 100, 100], 1), inside('new', [210, 10, 20, 20])],
    );
    const shown = (share: number) => layers(share).filter(({ id }) => id !== 'card');
    expect(shown(0.2)).toMatchObject([{ id: 'old', x: 50 }]);
    expect(shown(0.9)).toMatchObject([{ id: 'new', x: 190 }]);
    expect(shown(0.2)[0]?.share).toBeGreaterThan(0.5);
  });

  it('turns what is turned, the shorter way round', () => {
    const turned = (rotation: number, look: string) =>
      layer('needle', [100, 100, 80, 80], look, { rotation });
    const { layers } = clip([turned(170, 'b')], [turned(-170, 'c')]);
    const [first] = layers(0.5);
    const angle = (Math.atan2(first?.matrix.b ?? 0, first?.matrix.a ?? 0) * 180) / Math.PI;
    // From 170° to 190°, counter-clockwise: half of it is 10° on.
    expect(angle).toBeCloseTo(-10);
  });

  it('tells siblings of one name apart by their place in the tree', () => {
    const card = (nth: number, x: number, look: string) =>
      layer(`card${nth}`, [x, 0, 80, 80], look, { path: [nth === 1 ? 'Card' : `Card #${nth}`] });
    const { layers } = clip([card(1, 0, 'b'), card(2, 100, 'c')], [card(1, 0, 'b'), card(2, 300, 'c')]);
    expect(layers(0.5)).toMatchObject([{ id: 'card2', x: 200 }]);
  });

  it('lets nothing fly from one thing that both have into another', () => {
    const icon = (card: string, x: number) =>
      layer(`icon ${card}`, [x, 10, 10, 10], 'd', { path: [card, 'Icon'] });
    const named = (one: Layer): Layer => ({ ...one, name: 'Icon' });
    const cards = [ground('left', [0, 0, 100, 100], 1), ground('right', [200, 0, 100, 100], 1)];
    const { layers } = clip([...cards, named(icon('left', 10))], [...cards, named(icon('right', 210))]);
    for (const { x } of layers(0.4)) expect([10, 210]).toContain(x);
  });

  it('leaves to the next shot what enters in it', () => {
    const enters: MotionInput = {
      ...still,
      layers: [{ layers: ['row'], effect: 'fade', at: 1.2, duration: 0.4 }],
    };
    const { layers } = clip(
      [layer('card', [0, 0, 100, 100]), layer('row', [0, 200, 100, 20], 'b')],
      [layer('card', [200, 0, 100, 100]), layer('row', [0, 300, 100, 20], 'b')],
      'linear',
      enters,
    );
    expect(layers(0.9).some(({ id, shot }) => id === 'row' && shot === 1)).toBe(false);
  });

  it('takes a clip along that both sides have, and opens one that only one has', () => {
    const corners = [0, 0, 0, 0] as [number, number, number, number];
    const window = { box: { x: 0, y: 0, width: 50, height: 50 }, corners };
    const { layers } = clip(
      [layer('card', [0, 0, 100, 100], 'a', { clips: [window] })],
      [layer('card', [200, 0, 100, 100])],
    );
    const [first, last] = [layers(0.01)[0], layers(0.99)[0]];
    expect(first?.clips[0]?.box.width).toBeLessThan(60);
    expect((last?.clips[0]?.box.x ?? 0) + (last?.clips[0]?.box.width ?? 0)).toBeGreaterThan(296);
  });

  it('begins where the frame has scrolled to, and leaves in place what does not scroll', () => {
    const transition = {
      kind: 'smart-animate' as const,
      direction: 'left' as const,
      duration: 1,
      easing: 'linear' as const,
    };
    const bar = { ...layer('bar', [0, 480, 960, 60], 'b'), fixed: true };
    const shots = [
      {
        ...makeShot({
          id: 'a',
          height: 2000,
          layers: [layer('card', [0, 400, 100, 100]), bar],
          motion: { ...still, scroll: [{ to: 300, at: 0.2, duration: 1 }] },
          transition,
        }),
        viewport: size,
      },
      makeShot({ id: 'b', layers: [layer('card', [200, 0, 100, 100]), bar], motion: still }),
    ];
    const timeline = choreograph({ shots }, size);
    const tops = (share: number) => {
      const found = new Map<string, number>();
      const look = (items: readonly DrawItem[]) => {
        for (const item of items)
          if (item.kind === 'group') look(item.items);
          else if (item.kind === 'bitmap' && item.bitmap.what === 'layer') {
            const { shot, layer: id } = item.bitmap;
            const box = shots[shot]?.layers.find((one) => one.id === id)?.box;
            found.set(id, Math.round(item.matrix.d * (box?.y ?? 0) + item.matrix.f));
          }
      };
      look(sample(timeline, 2 + share).items);
      return found;
    };
    expect(tops(0.01).get('card')).toBe(99);
    expect(tops(0.5).get('card')).toBe(50);
    expect(tops(0.01).get('bar')).toBe(480);
    expect(tops(0.9).get('bar')).toBe(480);
  });

  it('dissolves where no layers are known', () => {
    const { at, lifted } = clip([], []);
    expect(at(0.5).map(({ share }) => share)).toEqual([1, 0.5]);
    expect(lifted).toEqual([[], []]);
  });
});
