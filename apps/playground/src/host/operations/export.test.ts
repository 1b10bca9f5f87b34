import { describe, expect, it } from 'vitest';
import { runPlugin } from '../testing/run-plugin.ts';

describe('an export of a width or a height', () => {
  it('counts the whole pixels that it covers, not the fraction inside them', async () => {
    const test = await runPlugin(`(async () => {
      const node = await figma.getNodeByIdAsync('2:2');
      await node.exportAsync({ format: 'PNG', constraint: { type: 'WIDTH', value: 202 } });
      await node.exportAsync({ format: 'PNG', constraint: { type: 'HEIGHT', value: 102 } });
      done('exported');
    })();`);
    const card = test.document.node('2:2');
    if (!card) throw new Error('The sample has no card.');
    card.absoluteRenderBounds = { x: 120.5, y: 240.75, width: 100, height: 49.5 };
    expect(await test.nextMessage()).toBe('exported');
    expect(test.exports.map(({ scale }) => scale)).toEqual([2, 2]);
    test.run.end();
  });
});
