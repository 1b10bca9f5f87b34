import { describe, expect, it } from 'vitest';
import { pluginResult as result } from './testing/plugin-result.ts';
import { runPlugin } from './testing/run-plugin.ts';

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
