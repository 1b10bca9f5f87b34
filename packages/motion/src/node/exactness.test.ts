import type { Layer, Shot } from '@animatic/schema';
import { describe, expect, it } from 'vitest';
import { exactness } from '../core/index.ts';
import { makeShot } from '../core/testing.ts';
import { createNodeHost } from './host.ts';
import { decodeStills } from './stills.ts';
import { drawn, stillBox } from './testing.ts';

const scale = 2;
type Box = [number, number, number, number];
const rect = ([x, y, width, height]: Box) => ({ x, y, width, height });

/** A frame of a grey ground and boxes on it, and a layer for each. `lie` draws one box otherwise in its own capture. */
async function framed(
  boxes: Record<string, { box: Box; color: string }>,
  lie?: { id: string; color: string },
) {
  const stills = stillBox();
  const still = drawn(200 * scale, 100 * scale, (context) => {
    context.scale(scale, scale);
    context.fillStyle = '#808080';
    context.fillRect(0, 0, 200, 100);
    for (const { box, color } of Object.values(boxes)) {
      context.fillStyle = color;
      context.fillRect(...box);
    }
  });
  const ground: Layer = {
    id: 'ground',
    name: 'ground',
    kind: 'shape',
    box: rect([0, 0, 200, 100]),
    bounds: rect([0, 0, 200, 100]),
    clips: [],
    ground: {
      corners: [0, 0, 0, 0],
      fills: [{ type: 'SOLID', color: { r: 128 / 255, g: 128 / 255, b: 128 / 255, a: 1 } }],
      shadows: [],
    },
  };
  const layers = Object.entries(boxes).map(([id, { box, color }]): Layer => {
    const canvas = drawn(box[2] * scale, box[3] * scale, (context) => {
      context.fillStyle = lie?.id === id ? lie.color : color;
      context.fillRect(0, 0, box[2] * scale, box[3] * scale);
    });
    return {
      id,
      name: id,
      kind: 'shape',
      box: rect(box),
      bounds: rect(box),
      clips: [],
      picture: stills.put(canvas),
    };
  });
  const shot: Shot = {
    ...makeShot({ width: 200, height: 100, scale, layers: [ground, ...layers] }),
    still: stills.put(still),
  };
  const hashes = [shot.still, ...layers.flatMap((layer) => layer.picture ?? [])].flatMap((one) =>
    one.tiles.map((tile) => tile.still),
  );
  const { bitmapOf } = await decodeStills([...new Set(hashes)], stills.load);
  return { shot, bitmapOf };
}

const three = {
  a: { box: [10, 10, 40, 30] as Box, color: '#f00' },
  b: { box: [60, 10, 40, 30] as Box, color: 'rgba(0,80,255,0.5)' },
  over: { box: [40, 20, 30, 30] as Box, color: '#0a0' },
};

describe('exactness', () => {
  it('finds nothing wrong with layers that give the still', async () => {
    const { shot, bitmapOf } = await framed(three);
    const result = exactness(createNodeHost(), shot, ['a', 'b'], bitmapOf);
    expect(result).toMatchObject({ keptLayers: ['a', 'b'], brokenLayers: [], share: 0 });
    expect(result.worst).toBeLessThanOrEqual(2);
  });

  it('names the layer that breaks it and keeps the others', async () => {
    const { shot, bitmapOf } = await framed(three, { id: 'a', color: '#e00' });
    const result = exactness(createNodeHost(), shot, ['a', 'b'], bitmapOf);
    expect(result.keptLayers).toEqual(['b']);
    expect(result.brokenLayers).toEqual(['a']);
    expect(result.worst).toBeLessThanOrEqual(8);
  });

  it('lays no blame on layers elsewhere where the fault is in what lies above', async () => {
    const boxes = { ...three, far: { box: [140, 60, 40, 30] as Box, color: '#fff' } };
    const { shot, bitmapOf } = await framed(boxes, { id: 'over', color: '#050' });
    const result = exactness(createNodeHost(), shot, ['a', 'b', 'far'], bitmapOf);
    expect(result.keptLayers).toEqual(['far']);
  });

  it('has nothing to say about layers that the shot does not carry', async () => {
    const { shot, bitmapOf } = await framed(three);
    expect(exactness(createNodeHost(), shot, ['gone'], bitmapOf).keptLayers).toEqual([]);
  });
});
