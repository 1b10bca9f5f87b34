import { describe, expect, it } from 'vitest';
import { lendKernel } from './lent-kernel.ts';

describe('a kernel that is lent', () => {
  it('has the memory that the one before it has given back', () => {
    const first = lendKernel();
    const bitmap = first.kernel.createBitmap(1000, 1000);
    first.kernel.view(bitmap).fill(77);
    const { reserved } = first.kernel.usage();
    first.giveBack();

    const second = lendKernel();
    expect(second.kernel.usage()).toEqual({ used: 0, reserved });
    second.giveBack();
  });

  it('is another one while one is lent, and what is made of its memory is clear', () => {
    const first = lendKernel();
    first.kernel.view(first.kernel.createBitmap(100, 100)).fill(77);
    first.giveBack();
    const [second, third] = [lendKernel(), lendKernel()];
    const [a, b] = [second.kernel.createBitmap(100, 100), third.kernel.createBitmap(100, 100)];
    second.kernel.view(a).fill(1);
    expect(new Set(third.kernel.view(b))).toEqual(new Set([0]));
    for (const one of [second, third]) one.giveBack();
  });

  it('is not kept where it has grown large', () => {
    const large = lendKernel();
    large.kernel.free(large.kernel.createBitmap(10_000, 8000));
    large.giveBack();
    const next = lendKernel();
    expect(next.kernel.usage().reserved).toBeLessThan(256 * 1024 * 1024);
    next.giveBack();
  });

  it('is given back once, however often that is said', () => {
    const one = lendKernel();
    one.giveBack();
    const two = lendKernel();
    one.giveBack();
    const three = lendKernel();
    two.kernel.view(two.kernel.createBitmap(10, 10)).fill(9);
    expect(new Set(three.kernel.view(three.kernel.createBitmap(10, 10)))).toEqual(new Set([0]));
    for (const each of [two, three]) each.giveBack();
  });
});
