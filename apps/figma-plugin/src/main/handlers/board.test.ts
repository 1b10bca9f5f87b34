import { describe, expect, it } from 'vitest';
import type { StoredBoard, StoredShot } from '../../protocol/board.ts';
import { PluginFailure } from '../failure.ts';
import { frame, setUp } from '../testing/ask.ts';

const shot = (id: string, node: string, direction = ''): StoredShot => ({
  id,
  frame: node,
  name: `Frame ${node}`,
  caption: { direction, line: '', title: '' },
  duration: null,
  chips: [
    { id: 'camera:push-in:1:1', set: { pace: 'slow' } },
    { id: 'layers:rise', removed: true },
  ],
  variant: 1,
  transition: null,
  rendered: null,
  engine: 'motion',
  ask: null,
  scene: null,
  takes: [],
});
const board = (shots: StoredShot[]): StoredBoard => ({
  version: 3,
  title: 'Launch',
  format: { aspect: '16:9', resolution: 1080, fps: 30, ground: 'design' },
  mood: 'calm',
  loop: true,
  lines: { burnIn: true },
  shots,
  storyboard: null,
  render: null,
});
const start = { protocol: 1, origin: 'http://localhost:8787' };

describe('the board', () => {
  it('comes back from the file as it was kept, one frame twice on it and captions past 100 kB', async () => {
    const { ask } = setUp({ nodes: [frame('1:1'), frame('1:2', 500)] });
    const kept = board([shot('a', '1:1', 'x'.repeat(250_000)), shot('b', '1:2'), shot('c', '1:1', '漢')]);
    expect(await ask('save-board', { board: kept })).toEqual({ place: 'file' });
    const found = await ask('start', start);
    expect(found.board).toEqual(kept);
    expect(found.boardPlace).toBe('file');
  });

  it('is kept as private plugin data only', async () => {
    const { ask, writes } = setUp({ nodes: [frame('1:1')] });
    await ask('save-board', { board: board([shot('a', '1:1')]) });
    expect(new Set(writes)).toEqual(new Set(['0:0.pluginData', '0:1.pluginData', '1:1.pluginData']));
  });

  it('is not written again while nothing changed', async () => {
    const { ask, writes } = setUp({ nodes: [frame('1:1')] });
    await ask('save-board', { board: board([shot('a', '1:1')]) });
    const before = writes.length;
    await ask('save-board', { board: board([shot('a', '1:1')]) });
    expect(writes.length).toBe(before);
  });

  it('goes to the page it was read from, though another one is open by now', async () => {
    const { ask, pluginData } = setUp({ nodes: [frame('1:1')] });
    await ask('save-board', { board: board([shot('a', '1:1')]), page: '0:1' });
    expect([...pluginData.keys()].some((key) => key.startsWith('0:1/board'))).toBe(true);
    await expect(ask('start', start)).resolves.toMatchObject({ board: { shots: [{ id: 'a' }] } });
  });

  it('finds the copies of its frames on a copied page, and leaves the originals alone', async () => {
    const { ask, pluginData } = setUp({ nodes: [frame('1:1'), frame('2:1', 500)] });
    await ask('save-board', { board: board([shot('a', '1:1', 'slow push in')]) });
    // As Figma copies a page: data of page and frame come along, under new ids.
    for (const [key, value] of [...pluginData])
      if (key.startsWith('1:1/')) pluginData.set(key.replace('1:1/', '2:1/'), value);
    for (const [key, value] of [...pluginData])
      if (key.startsWith('0:1/board')) pluginData.set(key, value.replace('"page":"0:1"', '"page":"9:9"'));
    const { board: copied } = await ask('start', start);
    expect(copied?.shots).toMatchObject([{ frame: '2:1', caption: { direction: 'slow push in' } }]);
    await ask('save-board', { board: board([]) });
    expect(pluginData.get('1:1/shots')).toBeTruthy();
  });

  it('leaves nothing on a frame that was taken off it', async () => {
    const { ask, pluginData } = setUp({ nodes: [frame('1:1'), frame('1:2', 500)] });
    await ask('save-board', { board: board([shot('a', '1:1'), shot('b', '1:2')]) });
    await ask('save-board', { board: board([shot('b', '1:2')]) });
    expect([...pluginData.keys()].filter((key) => key.startsWith('1:1/'))).toEqual([]);
  });

  it('keeps the words of a deleted frame, under the name it had', async () => {
    const { ask, remove } = setUp({ nodes: [frame('1:1')] });
    remove('1:1');
    await ask('save-board', { board: board([shot('a', '1:1', 'slow push in')]) });
    const { board: found } = await ask('start', start);
    expect(found?.shots[0]).toMatchObject({ name: 'Frame 1:1', caption: { direction: 'slow push in' } });
  });

  it('stays on the device in a view-only file, and says so', async () => {
    const { ask, writes } = setUp({ nodes: [frame('1:1')], viewOnly: true });
    expect(await ask('save-board', { board: board([shot('a', '1:1', 'pan')]) })).toEqual({ place: 'device' });
    expect(await ask('start', start)).toMatchObject({
      editable: false,
      boardPlace: 'device',
      board: { title: 'Launch' },
    });
    expect(writes).toEqual([]);
  });

  it('says what is wrong with a damaged one instead of showing half of it', async () => {
    const { ask, pluginData } = setUp({ nodes: [frame('1:1')] });
    await ask('save-board', { board: board([shot('a', '1:1')]) });
    pluginData.set('0:1/board.0', '{"ver');
    expect(await ask('start', start)).toMatchObject({
      board: null,
      boardProblem: expect.stringContaining('damaged'),
    });
  });

  it('keeps a shot of words, which has no frame to stand on', async () => {
    const { ask } = setUp({ nodes: [frame('1:1')] });
    const words = { ...shot('w', '1:1', 'A cup, steam'), frame: null, name: 'Shot of words' };
    const kept = board([words, shot('a', '1:1')]);
    await ask('save-board', { board: kept });
    expect((await ask('start', start)).board?.shots[0]).toEqual(words);
  });

  it('of a newer plugin is neither read nor replaced, and the panel hears why', async () => {
    for (const viewOnly of [false, true]) {
      const { ask, pluginData, storage } = setUp({ nodes: [frame('1:1')], viewOnly });
      await ask('save-board', { board: board([shot('a', '1:1', 'pan')]) });
      for (const [key, value] of pluginData)
        if (key === '0:1/board.0') pluginData.set(key, value.replace('"version":3', '"version":9'));
      for (const [key, value] of storage)
        if (key.startsWith('board/')) storage.set(key, { ...Object(value), version: 99 });
      const kept = () => JSON.stringify([...pluginData, ...storage].filter(([key]) => /board/.test(key)));
      const before = kept();
      const { board: found, boardProblem } = await ask('start', start);
      expect(found).toBeNull();
      expect(boardProblem).toMatch(/newer version.*nothing here is saved/);
      await expect(ask('save-board', { board: board([]) })).rejects.toMatchObject({ code: 'newer-board' });
      expect(kept()).toBe(before);
    }
  });

  it('of one view-only file never shows in another of the same name', async () => {
    const first = setUp({ nodes: [frame('1:1')], viewOnly: true, otherPages: ['5:1'] });
    await first.ask('save-board', { board: board([shot('a', '1:1')]) });
    const second = setUp({ nodes: [frame('1:1')], viewOnly: true, otherPages: ['6:1'] });
    for (const [key, value] of first.storage) second.storage.set(key, value);
    expect((await second.ask('start', start)).board).toBeNull();
    expect((await first.ask('start', start)).board?.shots).toHaveLength(1);
  });

  it('is refused rather than kept without one of its shots', async () => {
    const { ask } = setUp();
    const broken = { ...board([shot('a', '1:1')]), shots: [{ id: 'a' }] };
    await expect(ask('save-board', { board: broken })).rejects.toThrow(PluginFailure);
  });
});
