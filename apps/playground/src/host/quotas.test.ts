import { describe, expect, it } from 'vitest';
import { pluginResult as result } from './testing/plugin-result.ts';
import { runPlugin } from './testing/run-plugin.ts';

describe('quotas', () => {
  it('hold for plugin data, relaunch data and client storage', async () => {
    expect(
      await result(
        `
        const big = 'x'.repeat(100001);
        done([
          attempt(() => frame.setPluginData('k', big)),
          attempt(() => frame.setPluginData('k', 'x'.repeat(99000))),
          attempt(() => frame.setPluginData('k', { json: 1 })),
          attempt(() => frame.setRelaunchData({ open: 'x'.repeat(1001) })),
          attempt(() => frame.setRelaunchData({ other: '' })),
          attempt(() => frame.setRelaunchData({ open: 'Open it' })),
          await attemptAsync(() => figma.clientStorage.setAsync('k', new Uint8Array(6 * 1024 * 1024))),
          await attemptAsync(() => figma.clientStorage.setAsync('k', new Uint8Array(4 * 1024 * 1024))),
        ])`,
        { manifest: { relaunchButtons: [{ command: 'open', name: 'Open' }] } },
      ),
    ).toEqual([
      expect.stringContaining('exceeds the limit of 100 kB'),
      'nothing was thrown',
      expect.stringMatching(/^in setPluginData: Property "value" failed validation/),
      expect.stringContaining('at most 1000 characters'),
      expect.stringContaining('"other" is not in "relaunchButtons"'),
      'nothing was thrown',
      expect.stringContaining('Quota exceeded'),
      'nothing was thrown',
    ]);
  });

  it('hold for images and videos', async () => {
    const png = (side: number): string =>
      `(() => { const b = new Uint8Array(24); b.set([137, 80, 78, 71]); new DataView(b.buffer).setUint32(16, ${side}); new DataView(b.buffer).setUint32(20, 10); return b; })()`;
    expect(
      await result(`done([
        attempt(() => figma.createImage(${png(4097)})),
        attempt(() => figma.createImage(${png(4096)})),
        attempt(() => figma.createImage(new Uint8Array(9))),
        await attemptAsync(() => figma.createVideoAsync(new Uint8Array(9))),
      ])`),
    ).toEqual([
      expect.stringContaining('at most 4096 px a side'),
      'nothing was thrown',
      expect.stringContaining('Image type is unsupported'),
      expect.stringContaining('Video type is unsupported'),
    ]);
  });

  it('keep windows and notifications to their sizes', async () => {
    const test = await runPlugin(`
      figma.showUI(__html__, { width: 10, height: -5 });
      figma.notify('x'.repeat(200));
      done('shown');`);
    await test.nextMessage();
    expect(test.windows.at(-1)).toMatchObject({ width: 70, height: 0 });
    expect(test.notifications[0]?.message).toHaveLength(100);
    test.run.end();
  });
});

describe('a view-only file', () => {
  it('can be read and not written', async () => {
    expect(
      await result(
        `
        done([
          frame.name,
          attempt(() => { frame.name = 'Mine'; }),
          attempt(() => frame.setPluginData('k', 'v')),
          attempt(() => frame.setRelaunchData({})),
          attempt(() => figma.createRectangle()),
          await attemptAsync(() => figma.createVideoAsync(new Uint8Array(9))),
          await attemptAsync(() => figma.clientStorage.setAsync('k', 1)),
        ])`,
        { viewOnly: true },
      ),
    ).toEqual([
      'Home',
      expect.stringContaining('view-only'),
      expect.stringContaining('view-only'),
      expect.stringContaining('view-only'),
      expect.stringContaining('view-only'),
      expect.stringContaining('view-only'),
      'nothing was thrown',
    ]);
  });
});

it('refuses video where the team may not have it', async () => {
  expect(
    await result(`done(await attemptAsync(() => figma.createVideoAsync(new Uint8Array(12))))`, {
      videoAllowed: false,
    }),
  ).toContain('Starter');
});

it('tells who is at the keyboard only with the permission', async () => {
  expect(await result(`done(attempt(() => figma.currentUser))`)).toContain('"currentuser"');
  expect(await result(`done(figma.currentUser.name)`, { manifest: { permissions: ['currentuser'] } })).toBe(
    'Playground',
  );
});
