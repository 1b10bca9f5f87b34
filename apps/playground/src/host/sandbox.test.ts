import { describe, expect, it } from 'vitest';
import { pluginResult as result } from './testing/plugin-result.ts';
import { runPlugin } from './testing/run-plugin.ts';

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
