import { type Motion, shotSchema } from '@animatic/schema';
import { describe, expect, it, vi } from 'vitest';
import { BridgeError } from '../bridge/bridge-error.ts';
import { createCaptureCache } from './cache.ts';
import { type CaptureTools, captureShot } from './capture-shot.ts';
import type { CapturedShot } from './captured.ts';
import type { Imaging } from './decode.ts';
import { fakeBridge } from './testing/fake-bridge.ts';
import { card, described, node, outline } from './testing/outline.ts';

const root = outline([
  card(
    'list',
    [0, 100, 400, 300],
    [node('a', [10, 110, 100, 50]), node('b', [10, 200, 100, 50], { kind: 'text', text: 'Pay' })],
  ),
  node('over', [0, 130, 400, 10]),
]);
const motion: Motion = {
  camera: [],
  layers: [
    { layers: ['a', 'b'], phase: 'enter', effect: 'rise', at: 0, duration: 0.5, stagger: 0.1, by: 'order' },
  ],
  overlays: [],
  scroll: [],
};
const noImaging: Imaging = {
  decode: () => Promise.reject(new Error('nothing here needs decoding')),
  canvas: () => {
    throw new Error('nothing here needs a canvas');
  },
};
const exact: CaptureTools = { imaging: noImaging, check: async () => [] };
const input = (bridge = fakeBridge(root)) => ({ bridge, frame: described(root), motion, scale: 2 });

const valid = (shot: CapturedShot) =>
  shotSchema.safeParse({ ...shot, id: 's', caption: {}, duration: 4 }).success;

describe('capturing a shot', () => {
  it('gives the still before anything else is captured', async () => {
    const bridge = fakeBridge(root);
    let askedByThen: string[] = [];
    const onStill = vi.fn((shot: CapturedShot) => {
      askedByThen = [...bridge.asked];
      expect(valid(shot)).toBe(true);
      expect(shot.layers).toEqual([]);
    });
    await captureShot({ ...input(bridge), onStill }, exact);
    expect(onStill).toHaveBeenCalledOnce();
    expect(askedByThen).toEqual(['capture-still frame']);
  });

  it('gives a shot that the schema takes, with a blob for every still it names', async () => {
    const shot = await captureShot(input(), exact);
    expect(valid(shot)).toBe(true);
    expect(shot).toMatchObject({ kept: 2, total: 2, merged: [] });
    const named = new Set(
      shot.layers.flatMap(({ picture }) => picture?.tiles.map(({ still }) => still) ?? []),
    );
    expect([...named].every((hash) => shot.stills.has(hash))).toBe(true);
    expect(shot.stills.size).toBe(named.size + 1);
  });

  it('keeps the names of the layers that move for them alone', async () => {
    const shot = await captureShot(input(), exact);
    const ids = shot.layers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => ['a', 'b', 'over', 'list', 'frame'].includes(id))).toEqual(['a', 'b']);
    expect(shot.layers.find(({ id }) => id === 'b')?.text).toBe('Pay');
  });

  it('leaves layers in the picture that taken out would not look the same', async () => {
    const shot = await captureShot(input(), { ...exact, check: async () => ['a'] });
    expect(shot).toMatchObject({ kept: 1, total: 2, merged: [{ id: 'a' }] });
    expect(shot.layers.some(({ id }) => id === 'a')).toBe(false);
    expect(valid(shot)).toBe(true);
  });

  it('captures nothing twice for another motion of the same frame', async () => {
    const cache = createCaptureCache();
    const bridge = fakeBridge(root);
    await captureShot({ ...input(bridge), cache }, exact);
    const before = bridge.asked.length;
    const fewer = { ...motion, layers: motion.layers.map((one) => ({ ...one, layers: ['b'] })) };
    await captureShot({ ...input(bridge), cache, motion: fewer }, exact);
    expect(bridge.asked.length).toBe(before);
  });

  it('lets a layer stay that cannot be exported, and says why', async () => {
    const bridge = fakeBridge(root, {
      'capture-layer': ({ id, scale }) => {
        if (id === 'a') throw new BridgeError({ code: 'too-large', message: 'a is too large' });
        const bounds = { x: 0, y: 0, width: 10, height: 10 };
        return {
          bitmap: { bytes: new TextEncoder().encode(id), width: 10 * scale, height: 10 * scale, bounds },
        };
      },
    });
    const shot = await captureShot(input(bridge), exact);
    expect(shot.kept).toBe(1);
    expect(shot.merged).toEqual([{ id: 'a', name: 'a', reason: 'a is too large' }]);
  });

  it('keeps a container whole that cannot be painted again', async () => {
    const bridge = fakeBridge(root, {
      'read-ground': ({ id }) =>
        id === 'list'
          ? { exact: false, reason: '“list”: a fill is a video' }
          : {
              exact: true,
              box: root.box,
              bounds: root.bounds,
              ground: { corners: [0, 0, 0, 0], fills: [], shadows: [] },
            },
    });
    const shot = await captureShot(input(bridge), exact);
    expect(shot).toMatchObject({ kept: 0, total: 2, layers: [] });
    expect(shot.merged.map(({ reason }) => reason)).toEqual([
      '“list”: a fill is a video',
      '“list”: a fill is a video',
    ]);
  });

  it.each([
    ['Figma cannot say how it is painted', { exact: false as const, reason: 'a fill is a video' }, []],
    ['painted again it would not look the same', null, ['list']],
  ])('moves a container as a picture where %s', async (_, refused, broken) => {
    const bridge = fakeBridge(root, {
      'read-ground': ({ id }) =>
        id === 'list' && refused
          ? refused
          : {
              exact: true,
              box: root.box,
              bounds: root.bounds,
              ground: { corners: [0, 0, 0, 0], fills: [], shadows: [] },
            },
    });
    const needs = { whole: ['a', 'over'], grounds: new Set(['list']) };
    const check = vi.fn<CaptureTools['check']>(async (_shot, moving) => (moving.includes('a') ? broken : []));
    const still: Motion = { ...motion, layers: [] };
    const shot = await captureShot({ ...input(bridge), motion: still, needs }, { ...exact, check });
    expect(shot).toMatchObject({ kept: 2, total: 2, merged: [] });
    expect(shot.layers.filter(({ path }) => path?.length).map(({ id, picture }) => [id, !!picture])).toEqual([
      ['list', true],
      ['over', true],
    ]);
    expect(valid(shot)).toBe(true);
  });

  it('takes a frame as a whole that is too large to be taken apart', async () => {
    const tall = {
      ...root,
      bounds: { x: 0, y: 0, width: 4096, height: 16_000 },
      size: { width: 4096, height: 16_000 },
    };
    const pixel = { width: 1, height: 1, close: () => undefined };
    const imaging: Imaging = {
      decode: async () => pixel,
      canvas: () => fakeCanvas(),
    };
    const bridge = fakeBridge(tall);
    const shot = await captureShot(
      { bridge, frame: described(tall), motion, scale: 1 },
      { ...exact, imaging },
    );
    expect(shot.still.tiles).toHaveLength(4);
    expect(shot.layers).toEqual([]);
    expect(shot.merged[0]?.reason).toContain('too large');
  });

  it('stops between two nodes once it is cancelled', async () => {
    const abort = new AbortController();
    const bridge = fakeBridge(root);
    const capture = captureShot(
      {
        ...input(bridge),
        signal: abort.signal,
        onProgress: ({ stage, done }) => {
          if (stage === 'layers' && done === 1) abort.abort();
        },
      },
      exact,
    );
    await expect(capture).rejects.toMatchObject({ name: 'AbortError' });
    expect(bridge.asked.filter((one) => one.startsWith('capture-layer')).length).toBeLessThanOrEqual(1);
  });
});

let drawn = 0;
/** An offscreen canvas that gives another file each time. */
function fakeCanvas(): OffscreenCanvas {
  const canvas: OffscreenCanvas = Object.create({
    getContext: () => ({ drawImage: () => undefined }),
    convertToBlob: async () => new Blob([`tile ${(drawn += 1)}`], { type: 'image/png' }),
  });
  return canvas;
}
