import { describe, expect, it } from 'vitest';
import { PluginFailure } from '../failure.ts';
import { frame, setUp } from '../testing/ask.ts';

describe('small requests', () => {
  it('open web links only', async () => {
    const { ask, opened } = setUp();
    await ask('open-link', { url: 'https://animatic.example/p/abc' });
    await expect(ask('open-link', { url: 'javascript:alert(1)' })).rejects.toThrow(PluginFailure);
    expect(opened).toEqual(['https://animatic.example/p/abc']);
  });

  it('cut a message to the hundred characters that Figma shows', async () => {
    const { ask, notified } = setUp();
    await ask('notify', { message: 'x'.repeat(300), error: false });
    expect(notified[0]).toHaveLength(100);
  });

  it('keep the panel within its sizes', async () => {
    const { ask, resized } = setUp();
    await ask('resize', { width: 10, height: 99_999 });
    expect(resized).toEqual([[320, 1600]]);
  });

  it('make the panel as large as the canvas in view, for a presentation', async () => {
    const { ask, resized } = setUp();
    expect(await ask('enlarge')).toEqual({ width: 936, height: 388, from: null });
    expect(resized).toEqual([[936, 388]]);
  });

  it.each([
    ['window', (x: number, y: number) => ({ x, y })],
    ['canvas', (x: number, y: number) => ({ x: x * 0.5, y: y * 0.5 })],
  ])(
    'move the panel to where it fits and back, in a host that counts places in the %s',
    async (_, inWindow) => {
      const { ask, figma } = setUp();
      let place = { x: 700, y: 40 };
      Object.assign(figma.ui, {
        getPosition: () => ({ windowSpace: place, canvasSpace: place }),
        reposition: (x: number, y: number) => {
          place = inWindow(x, y);
        },
      });
      const { from } = await ask('enlarge');
      expect(place).toEqual({ x: 32, y: 32 });
      await ask('resize', { width: 400, height: 600, at: from ?? undefined });
      expect(place).toEqual({ x: 700, y: 40 });
    },
  );

  it('give the bytes of an image fill, or say that it is gone', async () => {
    const { ask } = setUp();
    expect(await ask('read-image', { image: 'known' })).toEqual({ bytes: new Uint8Array([7]) });
    await expect(ask('read-image', { image: 'unknown' })).rejects.toMatchObject({ code: 'gone' });
  });

  it('select only frames of the page that is open', async () => {
    const { ask, node } = setUp({ nodes: [frame('1:1')] });
    expect(await ask('show-frames', { ids: ['1:1', '9:9'] })).toEqual({ found: 1 });
    expect(node('1:1').id).toBe('1:1');
  });

  it('close the plugin', async () => {
    const { ask, closed } = setUp();
    await ask('close');
    expect(closed()).toBe(true);
  });
});
