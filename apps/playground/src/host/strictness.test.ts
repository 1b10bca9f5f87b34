import { describe, expect, it } from 'vitest';
import { runPlugin, type TestRun } from './testing/run-plugin.ts';

/** Runs code that calls `done` once, and gives what it was called with. */
async function result(code: string, options?: Parameters<typeof runPlugin>[1]): Promise<unknown> {
  const test: TestRun = await runPlugin(
    `(async () => { ${code} })().catch((e) => done({ failed: e.message }));`,
    options,
  );
  const message = await test.nextMessage();
  test.run.end();
  return message;
}

const frame = `const frame = await figma.getNodeByIdAsync('1:1');`;

describe('the sandbox', () => {
  it('lacks what the sandbox of Figma lacks', async () => {
    expect(
      await result(`done([
        typeof crypto, typeof TextEncoder, typeof TextDecoder, typeof URL, typeof URLSearchParams, typeof atob,
        typeof btoa, typeof AbortController, typeof Intl, typeof window, typeof document, typeof localStorage,
        typeof performance, typeof queueMicrotask, typeof require, typeof process, typeof WebAssembly,
        typeof XMLHttpRequest, typeof Blob, typeof OffscreenCanvas, typeof navigator,
      ].filter((kind) => kind !== 'undefined'))`),
    ).toEqual([]);
  });

  it('has what the sandbox of Figma has', async () => {
    expect(
      await result(`done([typeof figma, typeof __html__, typeof __uiFiles__, typeof console.log, typeof setTimeout,
        typeof clearTimeout, typeof setInterval, typeof clearInterval, typeof fetch, typeof structuredClone])`),
    ).toEqual([
      'object',
      'string',
      'object',
      'function',
      'function',
      'function',
      'function',
      'function',
      'function',
      'function',
    ]);
  });

  it('leaves no way back to the bridge', async () => {
    expect(await result(`done([typeof __bridge, typeof __start, Object.keys(globalThis).sort()])`)).toEqual([
      'undefined',
      'undefined',
      expect.not.arrayContaining(['__bridge', '__start', 'handlers', 'raw']),
    ]);
  });

  it('runs timers in order and clears them', async () => {
    expect(
      await result(`
        const seen = [];
        const gone = setTimeout(() => seen.push('never'), 1);
        clearTimeout(gone);
        setTimeout((word) => { seen.push(word); done(seen); }, 400, 'late');
        setTimeout(() => seen.push('early'), 0);`),
    ).toEqual(['early', 'late']);
  });

  it('ends a plugin that holds the thread for too long', async () => {
    const test = await runPlugin(`for (;;) {}`, { timeLimit: 50 });
    expect(await test.nextMessage()).toEqual({ uncaught: expect.stringContaining('interrupted') });
    test.run.end();
  });

  it('refuses memory beyond its limit', async () => {
    const test = await runPlugin(`const held = []; for (;;) held.push(new Uint8Array(1024 * 1024));`, {
      memoryLimit: 64 * 1024 * 1024,
    });
    expect(await test.nextMessage()).toEqual({ uncaught: expect.stringContaining('out of memory') });
    test.run.end();
  });

  it('tells of an async listener that failed', async () => {
    const test = await runPlugin(`figma.on('selectionchange', async () => { throw new Error('lost'); });`);
    test.editor.select(['1:1']);
    expect(await test.nextMessage()).toEqual({ uncaught: expect.stringContaining('lost') });
    test.run.end();
  });
});

describe('strictness', () => {
  it('throws for names that a node does not have', async () => {
    expect(
      await result(`${frame}
        done([
          attempt(() => frame.characters),
          attempt(() => figma.currentPage.fills),
          attempt(() => { frame.colour = 1; }),
          attempt(() => figma.selection),
          attempt(() => figma.ui.send),
          'characters' in frame, 'fills' in frame,
        ])`),
    ).toEqual([
      "no such property 'characters' on FRAME node",
      "no such property 'fills' on PAGE node",
      "no such property 'colour' on FRAME node",
      "no such property 'selection' on the figma global object",
      "no such property 'send' on the figma.ui object",
      false,
      true,
    ]);
  });

  it('says so where Figma has an API that is behind a flag or not here', async () => {
    expect(
      await result(`${frame} done([attempt(() => frame.animations), attempt(() => figma.variables)])`),
    ).toEqual(['"animations" is not a supported API', '"variables" is not a supported API']);
  });

  it('throws for setting what has no setter', async () => {
    expect(
      await result(`${frame}
        done([attempt(() => { frame.width = 3; }), attempt(() => { frame.id = 'x'; }), attempt(() => { figma.root = 1; })])`),
    ).toEqual(['no setter for property', 'no setter for property', 'no setter for property']);
  });

  it('throws for the calls that dynamic-page forbids, in the words of Figma', async () => {
    expect(
      await result(`
        const instance = await figma.getNodeByIdAsync('2:4');
        done([
          attempt(() => figma.getNodeById('1:1')),
          attempt(() => instance.mainComponent),
          attempt(() => { instance.reactions = []; }),
          attempt(() => { figma.currentPage = figma.root.children[1]; }),
          attempt(() => figma.getLocalPaintStyles()),
          attempt(() => figma.on('documentchange', () => {})),
          attempt(() => figma.root.findAll()),
          attempt(() => figma.root.children[1].children),
        ])`),
    ).toEqual([
      'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
      'in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
      'in set_reactions: Cannot call with documentAccess: dynamic-page. Use node.setReactionsAsync instead.',
      'in set_currentPage: Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead.',
      'in getLocalPaintStyles: Cannot call with documentAccess: dynamic-page. Use figma.getLocalPaintStylesAsync instead.',
      expect.stringMatching(/^in on: .*loadAllPagesAsync/),
      expect.stringMatching(/^in findAll: .*loadAllPagesAsync/),
      expect.stringMatching(/^in get_children: .*loadAsync/),
    ]);
  });

  it('opens pages once they are loaded', async () => {
    expect(
      await result(`
        const page = figma.root.children[1];
        await page.loadAsync();
        const one = page.children.length;
        await figma.loadAllPagesAsync();
        done([one, figma.root.findAll((node) => node.name === 'Chip').length])`),
    ).toEqual([0, 2]);
  });

  it('throws for settings that exportAsync does not know', async () => {
    expect(
      await result(`${frame}
        done([
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', scale: 2 })),
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 2, max: 3 } })),
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 0 } })),
          await attemptAsync(() => frame.exportAsync({ format: 'TIFF' })),
          await attemptAsync(() => frame.exportAsync({ format: 'SVG' })),
          await attemptAsync(() => frame.exportAsync({ format: 'MP4' })),
        ])`),
    ).toEqual([
      `in exportAsync: Property "settings" failed validation: Unrecognized key(s) in object: 'scale'`,
      `in exportAsync: Property "settings" failed validation: Unrecognized key(s) in object: 'max' at .constraint`,
      expect.stringMatching(/^in exportAsync: .* at \.constraint\.value$/),
      expect.stringMatching(/^in exportAsync: .* at \.format$/),
      expect.stringContaining('does not export SVG'),
      expect.stringContaining('animated top-level frame'),
    ]);
  });

  it('throws for options that showUI, notify and on do not know', async () => {
    expect(
      await result(`done([
        attempt(() => figma.showUI(__html__, { theme: true })),
        attempt(() => figma.showUI('<b>mine</b>')),
        attempt(() => figma.notify('x', { color: 'red' })),
        attempt(() => figma.notify(3)),
        attempt(() => figma.on('selectionChange', () => {})),
        attempt(() => figma.on('run', 'x')),
      ])`),
    ).toEqual([
      `in showUI: Property "options" failed validation: Unrecognized key(s) in object: 'theme'`,
      expect.stringMatching(/^in showUI: .*__html__/),
      `in notify: Property "options" failed validation: Unrecognized key(s) in object: 'color'`,
      expect.stringMatching(/^in notify: Property "message" failed validation/),
      expect.stringMatching(/^in on: .*received 'selectionChange'/),
      'in on: Property "callback" failed validation: Expected function',
    ]);
  });

  it('gives out what cannot be changed in place', async () => {
    expect(
      await result(`'use strict'; ${frame}
        const { fills } = frame;
        done([
          attempt(() => fills.push(1)),
          attempt(() => { fills[0].color.r = 0; }),
          attempt(() => { figma.currentPage.selection.push(frame); }),
          frame.fills === fills,
        ])`),
    ).toEqual([
      expect.stringContaining('not extensible'),
      expect.stringContaining('read-only'),
      expect.stringContaining('not extensible'),
      false,
    ]);
  });

  it('keeps the identity of nodes, and says when one is gone', async () => {
    expect(
      await result(`${frame}
        const rectangle = figma.createRectangle();
        rectangle.remove();
        done([
          frame === figma.currentPage.children[0],
          frame.children[0].parent === frame,
          rectangle.removed,
          attempt(() => rectangle.name),
          await figma.getNodeByIdAsync('77:7'),
          JSON.stringify({ frame }),
        ])`),
    ).toEqual([
      true,
      true,
      true,
      expect.stringMatching(/^The node with id ".*" does not exist$/),
      null,
      '{"frame":{"id":"1:1"}}',
    ]);
  });
});

describe('messages', () => {
  it.each([
    ['a function', '() => 1', 'function'],
    ['an ArrayBuffer', 'new ArrayBuffer(4)', 'ArrayBuffer'],
    ['a Float32Array', 'new Float32Array(4)', 'Float32Array'],
    ['a Map', 'new Map()', 'Map'],
    ['a symbol', 'figma.mixed', 'symbol'],
    ['a bigint', '10n', 'bigint'],
  ])('do not carry %s', async (_name, value, word) => {
    expect(await result(`done(attempt(() => figma.ui.postMessage({ deep: [${value}] })))`)).toBe(
      `in postMessage: Cannot unwrap ${word}`,
    );
  });

  it('do not carry cycles', async () => {
    expect(await result(`const a = {}; a.a = a; done(attempt(() => figma.ui.postMessage(a)))`)).toContain(
      'cyclic',
    );
  });

  it('carry plain data, dates, bytes and odd numbers as they were', async () => {
    const value = await result(
      `done({ a: [1, 'x', null, undefined, true], d: new Date(5), b: new Uint8Array([1, 2, 3]).subarray(1),
        n: [NaN, Infinity, -0], $: { $: 'node', v: 1 }, ['__proto__']: { polluted: 1 } })`,
    );
    expect(value).toMatchObject({
      a: [1, 'x', null, undefined, true],
      d: new Date(5),
      b: new Uint8Array([2, 3]),
      n: [Number.NaN, Number.POSITIVE_INFINITY, -0],
      $: { $: 'node', v: 1 },
    });
    expect(Object.keys(value as object)).toContain('__proto__');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('from the window are held to the same', async () => {
    const test = await runPlugin('');
    expect(() => test.run.receive({ file: new Blob([]) }, 'null')).toThrow('Cannot unwrap Blob');
    expect(() => test.run.receive({ raw: new ArrayBuffer(2) }, 'null')).toThrow('Cannot unwrap ArrayBuffer');
    test.run.end();
  });

  it('of 20 MB pass both ways quickly', async () => {
    const test = await runPlugin(`figma.ui.onmessage = (bytes) => done(bytes);`);
    const bytes = new Uint8Array(20 * 1024 * 1024).fill(7);
    const start = performance.now();
    test.run.receive(bytes, 'null');
    const back = await test.nextMessage();
    expect(performance.now() - start).toBeLessThan(2000);
    expect(back).toHaveLength(bytes.length);
    test.run.end();
  });
});

describe('quotas', () => {
  it('hold for plugin data, relaunch data and client storage', async () => {
    expect(
      await result(
        `${frame}
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
        `${frame}
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
