import { describe, expect, it } from 'vitest';
import { frame, setUp } from '../testing/ask.ts';
import { pngHead } from '../testing/figma-stub.ts';

describe('capture', () => {
  it('says where a layer lies in its frame, out to whole pixels', async () => {
    const child = { id: 'c', type: 'RECTANGLE', box: [120.5, 40, 50, 20] as const };
    const { ask } = setUp({
      nodes: [frame('1:1', 100.25, { children: [child] })],
      exportBytes: () => pngHead(102, 40),
    });
    const { bitmap } = await ask('capture-layer', { frame: '1:1', id: 'c', scale: 2 });
    expect(bitmap?.bounds).toEqual({ x: 20, y: 40, width: 51, height: 20 });
  });

  it('finds out from the picture whether a shadow around the frame came along', async () => {
    const shadowed = { absoluteRenderBounds: { x: -10, y: -10, width: 410, height: 864 } };
    const { ask } = setUp({ nodes: [frame('1:1', 0, shadowed)], exportBytes: () => pngHead(820, 1728) });
    const still = await ask('capture-still', { id: '1:1', scale: 2 });
    expect(still.bounds).toEqual({ x: -10, y: -10, width: 410, height: 864 });
    expect(still.size).toEqual({ width: 390, height: 844 });
  });

  it('takes a frame that Figma made smaller than asked for as the frame, and no other shape', async () => {
    let size: [number, number] = [390, 844];
    const { ask } = setUp({ nodes: [frame('1:1')], exportBytes: () => pngHead(...size) });
    const still = await ask('capture-still', { id: '1:1', scale: 2 });
    expect(still).toMatchObject({ width: 390, bounds: { x: 0, y: 0, width: 390, height: 844 } });
    size = [500, 500];
    await expect(ask('capture-still', { id: '1:1', scale: 2 })).rejects.toThrow('none of its sizes');
  });

  it('leaves out what is hidden', async () => {
    const { ask } = setUp({
      nodes: [frame('1:1', 0, { children: [{ id: 'h', type: 'RECTANGLE', visible: false }] })],
    });
    expect(await ask('capture-layer', { frame: '1:1', id: 'h', scale: 1 })).toEqual({ bitmap: null });
  });

  it('exports one node at a time', async () => {
    let running = 0;
    let most = 0;
    const { ask } = setUp({
      nodes: [frame('1:1'), frame('1:2', 500)],
      exportBytes: async () => {
        running += 1;
        most = Math.max(most, running);
        await Promise.resolve();
        running -= 1;
        return pngHead(390, 844);
      },
    });
    await Promise.all(['1:1', '1:2', '1:1'].map((id) => ask('capture-still', { id, scale: 1 })));
    expect(most).toBe(1);
  });

  it('says that a frame is gone', async () => {
    await expect(setUp().ask('capture-still', { id: '9:9', scale: 1 })).rejects.toMatchObject({
      code: 'gone',
    });
  });

  it('never writes to the file', async () => {
    const { ask, writes } = setUp({ nodes: [frame('1:1')], exportBytes: () => pngHead(390, 844) });
    await ask('describe-frame', { id: '1:1' });
    await ask('capture-still', { id: '1:1', scale: 1 });
    await ask('read-ground', { frame: '1:1', id: '1:1' });
    expect(writes).toEqual([]);
  });
});
