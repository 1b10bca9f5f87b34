import { expect, test } from 'vitest';
import { newShot } from '../board/board.ts';
import { BridgeError } from '../bridge/bridge-error.ts';
import type { CaptureTools } from '../capture/capture-shot.ts';
import { fakeBridge } from '../capture/testing/fake-bridge.ts';
import { described, node, outline } from '../capture/testing/outline.ts';
import { createDeriver } from '../derive/derive-board.ts';
import { createStore } from '../store/store.ts';
import { createCaptures } from './captures.ts';

const root = outline([node('title', [24, 64, 340, 40], { kind: 'text', text: 'Ceramics' })]);
const tools: CaptureTools = {
  imaging: {
    decode: () => Promise.reject(new Error('nothing here needs decoding')),
    canvas: () => {
      throw new Error('nothing here needs a canvas');
    },
  },
  check: async () => [],
};

/** A board of one frame; Figma refuses its still above `most`. */
function board({ most = 8, size = root.size } = {}) {
  const scales: number[] = [];
  const bridge = fakeBridge(root, {
    'capture-still': ({ id, scale }) => {
      scales.push(scale);
      if (scale > most) throw new BridgeError({ code: 'too-large', message: `too large at ${scale}×` });
      const [width, height] = [size.width * scale, size.height * scale];
      const bytes = new TextEncoder().encode(`still at ${scale}`);
      return { id, bytes, width, height, bounds: { x: 0, y: 0, ...size }, size };
    },
  });
  const store = createStore();
  const derive = createDeriver();
  const frame = { ...described(root), size };
  const shot = { ...newShot(frame), id: 's1' };
  store.dispatch({ type: 'add-shots', shots: [shot], at: 0 });
  const describe = () => store.dispatch({ type: 'frame', id: frame.id, known: { description: frame } });
  const captures = createCaptures({ bridge, store, derive, tools });
  const wanted = () => {
    const [first] = captures.wanted(store.get());
    if (!first) throw new Error('Nothing is wanted.');
    return first;
  };
  return {
    store,
    captures,
    frame,
    describe,
    wanted,
    scales,
    width: () => store.get().captures.s1?.shot.still.width,
  };
}

test('a still that Figma finds too large is taken smaller, and then counts as captured', async () => {
  const { captures, describe, wanted, scales, width } = board({ most: 1 });
  describe();
  expect(wanted().scale).toBe(2);
  await captures.capture(wanted(), {});
  expect(scales).toEqual([2, 1]);
  expect(width()).toBe(400);
  expect(captures.isDone(wanted())).toBe(true);
});

test('a frame that is too large even as it is says so', async () => {
  const { captures, describe, wanted, scales } = board({ most: 0 });
  describe();
  await expect(captures.capture(wanted(), {})).rejects.toMatchObject({ code: 'too-large' });
  expect(scales).toEqual([2, 1]);
});

test('a long page shows a rough picture first, and is sharp once its layers are there', async () => {
  const { store, captures, frame, describe, wanted, scales, width } = board({
    size: { width: 1440, height: 2040 },
  });
  await captures.captureEarly('s1', frame, { width: 1920, height: 1080 });
  expect(width()).toBe(1440);
  describe();
  expect(captures.hasStill(wanted())).toBe(true);
  expect(captures.isDone(wanted())).toBe(false);
  await captures.capture(wanted(), {});
  expect(scales).toEqual([1, 2]);
  expect(width()).toBe(2880);
  expect(store.get().captures.s1?.layers).toBe('there');
});

test('an early still of full sharpness is not captured twice', async () => {
  const { captures, frame, describe, wanted, scales } = board();
  await captures.captureEarly('s1', frame, { width: 1920, height: 1080 });
  describe();
  await captures.capture(wanted(), {});
  expect(scales).toEqual([2]);
});
