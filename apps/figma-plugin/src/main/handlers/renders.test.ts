import { describe, expect, it } from 'vitest';
import type { RememberedRender } from '../../protocol/board.ts';
import { frame, setUp } from '../testing/ask.ts';

describe('frames that were rendered', () => {
  const render = (fingerprint: string): RememberedRender => ({
    render: 'r1',
    storyboard: 's1',
    title: 'Launch',
    preview: { id: 'p1', url: 'https://animatic.example/p/abc' },
    at: '2026-01-02T03:04:05Z',
    seconds: 12,
    frames: [{ id: '1:1', fingerprint }],
  });

  it('carry relaunch buttons and are listed, each render once', async () => {
    const { ask, node } = setUp({ nodes: [frame('1:1')] });
    await ask('remember-render', { render: { ...render('f'), preview: null } });
    await ask('remember-render', { render: render('f') });
    expect(node('1:1').relaunchData).toEqual({ 'open-preview': 'Launch', 'render-again': '' });
    expect((await ask('list-renders')).renders).toEqual([render('f')]);
  });

  it('say when they changed, and not when they were only moved', async () => {
    const text = { id: 't', type: 'TEXT', characters: 'Pay' };
    const { ask, node } = setUp({ nodes: [frame('1:1', 0, { children: [text] })] });
    const { fingerprint } = await ask('describe-frame', { id: '1:1' });
    const state = async () =>
      (await ask('compare-frames', { frames: [{ id: '1:1', fingerprint }] })).states[0]?.state;
    node('1:1').absoluteBoundingBox = { x: 900, y: 900, width: 390, height: 844 };
    expect(await state()).toBe('same');
    node('t').characters = 'Pay now';
    expect(await state()).toBe('changed');
  });
});

describe('placing the clip', () => {
  const params = {
    title: 'Launch',
    link: 'https://animatic.example/p/abc',
    width: 1920,
    height: 1080,
    clip: new Uint8Array([1]),
    poster: new Uint8Array([2]),
    near: ['1:1'],
  };

  it('puts a video beside the frames, over nothing that is there', async () => {
    const { ask, created } = setUp({ nodes: [frame('1:1'), frame('1:2', 500)] });
    expect(await ask('place-clip', params)).toMatchObject({ placed: 'clip', reason: null });
    expect(created[0]).toMatchObject({
      x: 970,
      y: 0,
      width: 1920,
      fills: [{ type: 'VIDEO', videoHash: 'video-hash' }],
    });
  });

  it('puts nothing on the canvas that is then offered as a frame', async () => {
    for (const noVideo of [false, true]) {
      const { ask, created, figma } = setUp({ nodes: [frame('1:1')], noVideo });
      await ask('place-clip', params);
      expect(created.length).toBeGreaterThan(0);
      expect(figma.currentPage.selection).toHaveLength(created.length);
      const { frames, refused } = await ask('read-selection');
      expect(frames).toEqual([]);
      expect(new Set(refused.map(({ problem }) => problem))).toEqual(new Set(['placed']));
    }
  });

  it('puts the poster with the link where the plan refuses video', async () => {
    const { ask, created } = setUp({ nodes: [frame('1:1')], noVideo: true });
    expect(await ask('place-clip', params)).toMatchObject({
      placed: 'poster',
      reason: expect.stringContaining('plan'),
    });
    expect(created[0]?.fills).toMatchObject([{ type: 'IMAGE', imageHash: 'poster-hash' }]);
    expect(created[1]).toMatchObject({
      characters: params.link,
      hyperlink: { type: 'URL', value: params.link },
    });
  });

  it('is refused in a view-only file, with what to do instead', async () => {
    const { ask } = setUp({ nodes: [frame('1:1')], viewOnly: true });
    await expect(ask('place-clip', params)).rejects.toMatchObject({ code: 'view-only' });
  });
});
