import { describe, expect, it } from 'vitest';
import { describeFrame } from '../frames/describe-frame.ts';
import { sceneNode } from '../nodes.ts';
import { createTask } from '../task.ts';
import { frame } from '../testing/ask.ts';
import { figmaStub, type StubNode } from '../testing/figma-stub.ts';

async function looksOf(child: StubNode) {
  const { figma } = figmaStub({ nodes: [frame('1:1', 0, { children: [child] })] });
  const { outline } = await describeFrame(await sceneNode(figma, '1:1'), null, createTask());
  return outline.children[0]?.looks;
}
const label = (x: number, characters: string): StubNode => ({
  id: 'label',
  type: 'TEXT',
  box: [x, 30, 50, 20],
  characters,
});
const card = (x: number, words: string, fills: unknown[] = []): StubNode => ({
  id: 'card',
  type: 'FRAME',
  box: [x, 20, 200, 100],
  fills,
  children: [label(x + 10, words)],
});

describe('a node’s looks', () => {
  it('are the same wherever it lies', async () => {
    expect(await looksOf(card(20, 'Pay'))).toEqual(await looksOf(card(120, 'Pay')));
  });

  it('differ in all, and not in its own, where something in it does', async () => {
    const [one, other] = [await looksOf(card(20, 'Pay')), await looksOf(card(20, 'Paid'))];
    expect(one?.own).toBe(other?.own);
    expect(one?.all).not.toBe(other?.all);
    const moved = await looksOf({ ...card(20, 'Pay'), children: [label(60, 'Pay')] });
    expect(moved?.all).not.toBe(one?.all);
  });

  it('differ where it is painted otherwise', async () => {
    const white = { type: 'SOLID', color: { r: 1, g: 1, b: 1 }, blendMode: 'NORMAL' };
    const [one, other] = [await looksOf(card(20, 'Pay')), await looksOf(card(20, 'Pay', [white]))];
    expect(one?.own).not.toBe(other?.own);
  });
});
