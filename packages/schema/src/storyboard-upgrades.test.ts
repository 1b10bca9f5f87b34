import { describe, expect, test } from 'vitest';
import { storyboardCreateSchema } from './api.ts';
import { STORYBOARD_VERSION, type StoryboardInput } from './storyboard.ts';
import { readStoryboard, StoryboardVersionError, type Upgrades, upgraded } from './storyboard-upgrades.ts';

const board: StoryboardInput = {
  version: STORYBOARD_VERSION,
  title: 'Checkout',
  format: { aspect: '16:9', resolution: 1080, fps: 30 },
  shots: [
    {
      id: 'a',
      source: { node: '1:2', name: 'Home' },
      size: { width: 390, height: 844 },
      still: {
        width: 780,
        height: 1688,
        tiles: [{ still: 'a'.repeat(64), x: 0, y: 0, width: 780, height: 1688 }],
      },
      caption: { line: 'Paid' },
      duration: 4,
    },
  ],
};

describe('a table of upgrades', () => {
  const titled = (document: unknown) => Object(document) as { name?: string; title?: string };
  const table: Upgrades = {
    1: (document) => ({ version: 2, title: titled(document).name }),
    2: (document) => ({ ...titled(document), version: 3, shots: [] }),
  };
  const read = (document: unknown) => upgraded(document, { upgrades: table, newest: 3 });

  test('is gone through step by step from the document’s own version', () => {
    expect(read({ version: 1, name: 'Checkout' })).toEqual({ version: 3, title: 'Checkout', shots: [] });
    expect(read({ version: 2, title: 'Checkout' })).toEqual({ version: 3, title: 'Checkout', shots: [] });
  });

  test('leaves the newest form alone, and what carries no version to the schema', () => {
    for (const document of [{ version: 3, any: 'thing' }, { title: 'no version' }, { version: '1' }, null, 7])
      expect(read(document)).toBe(document);
  });

  test('refuses a version from the future and one it has no step from, in words', () => {
    expect(() => read({ version: 4 })).toThrow(StoryboardVersionError);
    expect(() => read({ version: 4 })).toThrow(/newer.*version 4.*versions 1 to 3.*Update/);
    for (const version of [0, -1, 1.5])
      expect(() => read({ version })).toThrow(/no upgrade from version .*versions 1 to 3/);
  });

  test('takes no step that does not end at the next version', () => {
    const upgrades: Upgrades = { 1: (document) => document };
    expect(() => upgraded({ version: 1 }, { upgrades, newest: 2 })).toThrow(/ends at 1, not at 2/);
  });
});

test('reads a stored document of today, and names the place of what is wrong in one', () => {
  expect(readStoryboard(board).shots[0]).toMatchObject({ engine: 'motion', layers: [] });
  expect(() => readStoryboard({ ...board, title: 7 })).toThrow(/title/);
  expect(() => readStoryboard({ ...board, version: STORYBOARD_VERSION + 1 })).toThrow(StoryboardVersionError);
});

test('at the edge a version from the future is one place of the input', () => {
  const parse = (document: unknown) => storyboardCreateSchema.safeParse({ document });
  expect(parse(board).data?.document).toEqual(readStoryboard(board));
  expect(parse({ ...board, version: 99 }).error?.issues).toEqual([
    expect.objectContaining({
      path: ['document', 'version'],
      message: expect.stringContaining('newer'),
    }),
  ]);
  expect(parse({ ...board, shots: [] }).error?.issues[0]?.path).toEqual(['document', 'shots']);
  expect(storyboardCreateSchema.safeParse({}).error?.issues[0]?.path).toEqual(['document']);
});

test('a document of version 1 is read as one of today: one camera move, entrances, vertical pans and slides', () => {
  const [shot] = board.shots;
  const old = {
    ...board,
    version: 1,
    shots: [
      {
        ...shot,
        motion: {
          camera: { move: 'pan-down', amount: 0.5 },
          entrances: [{ layers: ['1:3'], effect: 'rise', at: 0.2, duration: 0.5, stagger: 0.07 }],
        },
        transition: { kind: 'slide', direction: 'left', duration: 0.5 },
      },
      { ...shot, id: 'b', motion: { camera: { move: 'hold' } } },
    ],
  };
  const [first, second] = readStoryboard(old).shots;
  expect(first?.motion).toEqual({
    camera: [{ move: 'tilt-down', amount: 0.5 }],
    layers: [
      { layers: ['1:3'], phase: 'enter', effect: 'rise', at: 0.2, duration: 0.5, stagger: 0.07, by: 'order' },
    ],
    overlays: [],
    scroll: [],
  });
  expect(first?.transition?.kind).toBe('slide-in');
  expect(second?.motion?.camera).toEqual([]);
  expect(() => readStoryboard({ version: 1, title: 'Nothing', shots: 7 })).toThrow(/shots/);
});
