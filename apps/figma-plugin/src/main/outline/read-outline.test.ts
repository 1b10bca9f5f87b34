import { describe, expect, it } from 'vitest';
import type { CaptureNode } from '../../protocol/frame.ts';
import { sceneNode } from '../nodes.ts';
import { createTask } from '../task.ts';
import { frame } from '../testing/ask.ts';
import { figmaStub, type StubNode } from '../testing/figma-stub.ts';
import { readOutline } from './read-outline.ts';

const solid = { type: 'SOLID', color: { r: 1, g: 1, b: 1 }, blendMode: 'NORMAL' };
const card = (extra: Partial<StubNode> = {}): StubNode => ({
  id: 'card',
  type: 'FRAME',
  box: [20, 20, 200, 100],
  fills: [solid],
  children: [{ id: 'label', type: 'TEXT', box: [30, 30, 50, 20] }],
  ...extra,
});

async function outlineOf(children: StubNode[], limit?: number) {
  const { figma } = figmaStub({ nodes: [frame('1:1', 0, { children })] });
  return readOutline(await sceneNode(figma, '1:1'), createTask(), { ...(limit && { limit }) });
}
async function cardOf(extra: Partial<StubNode> = {}): Promise<CaptureNode | undefined> {
  return (await outlineOf([card(extra)])).outline.children[0];
}

describe('the outline of a frame', () => {
  it('holds what is visible, bottom to top, in frame pixels', async () => {
    const { figma } = figmaStub({
      nodes: [
        frame('1:1', 1000.4, {
          children: [
            { id: 'a', type: 'RECTANGLE', box: [1010.4, 5, 20, 20] },
            { id: 'b', type: 'TEXT', box: [1010, 40, 60, 20], characters: 'Pay' },
            { id: 'c', type: 'RECTANGLE', visible: false },
            { id: 'd', type: 'RECTANGLE', absoluteRenderBounds: null },
          ],
        }),
      ],
    });
    const { outline } = await readOutline(await sceneNode(figma, '1:1'), createTask());
    expect(outline.children.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(outline.children[0]).toMatchObject({
      kind: 'shape',
      box: { x: 10.4, y: 5 },
      bounds: { x: 10, width: 21 },
    });
    expect(outline.children[1]).toMatchObject({ kind: 'text', text: 'Pay', fontSize: 16, fontWeight: 400 });
  });

  it('turns the order round where an auto layout stacks its first child on top', async () => {
    const stacked = await cardOf({
      layoutMode: 'HORIZONTAL',
      itemReverseZIndex: true,
      children: [
        { id: 'first', type: 'TEXT' },
        { id: 'last', type: 'TEXT' },
      ],
    });
    expect(stacked?.children.map(({ id }) => id)).toEqual(['last', 'first']);
  });

  it('opens a plain container and knows what it paints and clips', async () => {
    expect(await cardOf({ topLeftRadius: 8 })).toMatchObject({
      opens: true,
      painted: true,
      clip: [8, 0, 0, 0],
    });
  });

  it.each([
    ['opacity', { opacity: 0.5 }],
    ['a blend mode', { blendMode: 'MULTIPLY' }],
    ['a layer blur', { effects: [{ type: 'LAYER_BLUR', visible: true, radius: 4 }] }],
    [
      'rotation',
      {
        relativeTransform: [
          [0.7, -0.7, 0],
          [0.7, 0.7, 0],
        ],
      },
    ],
    ['a mask', { children: [{ id: 'm', type: 'RECTANGLE', isMask: true }] }],
    ['a video fill', { fills: [{ type: 'VIDEO', blendMode: 'NORMAL' }] }],
    ['a shadow cast by its children', { fills: [], effects: [shadow()] }],
  ])('keeps a container closed that has %s', async (_what, extra) => {
    expect((await cardOf(extra))?.opens).toBe(false);
  });

  it('says which layers show what lies behind them, through groups that pass it on', async () => {
    const group: StubNode = {
      id: 'g',
      type: 'GROUP',
      box: [0, 0, 100, 100],
      children: [{ id: 'x', type: 'RECTANGLE', box: [0, 0, 90, 90], blendMode: 'MULTIPLY' }],
    };
    const isolated = { ...group, id: 'h', blendMode: 'NORMAL' };
    const { outline } = await outlineOf([group, isolated]);
    expect(outline.children.map(({ leaks }) => leaks === true)).toEqual([true, false]);
  });

  it('takes an icon as one thing and a badge with text as more', async () => {
    const box = [0, 0, 24, 24] as const;
    const { outline } = await outlineOf([
      { id: 'icon', type: 'FRAME', box, children: [{ id: 'v', type: 'VECTOR', box }] },
      { id: 'badge', type: 'FRAME', box, children: [{ id: 't', type: 'TEXT', box }] },
    ]);
    expect(outline.children.map(({ children, opens }) => [children.length, opens])).toEqual([
      [0, false],
      [1, true],
    ]);
  });

  it('stops at its limit with the deepest containers closed, and says so', async () => {
    const rows = Array.from({ length: 10 }, (_, row) =>
      card({ id: `row${row}`, children: [{ id: `a${row}`, type: 'TEXT' }] }),
    );
    const { outline, cut } = await outlineOf(rows, 12);
    expect(cut).toBe(true);
    expect(outline.children).toHaveLength(10);
    expect(outline.children.filter(({ children }) => children.length > 0)).toHaveLength(2);
    expect(outline.children.at(-1)?.opens).toBe(false);
  });

  it('names the component, or the set that a variant is from', async () => {
    const main = { name: 'State=On', parent: { type: 'COMPONENT_SET', name: 'Toggle' } };
    const { outline } = await outlineOf([
      {
        id: 'i',
        type: 'INSTANCE',
        box: [0, 0, 90, 90],
        getMainComponentAsync: async () => main,
        children: [],
      },
    ]);
    expect(outline.children[0]).toMatchObject({ kind: 'component', component: 'Toggle' });
  });
});

function shadow() {
  return {
    type: 'DROP_SHADOW',
    visible: true,
    blendMode: 'NORMAL',
    color: { r: 0, g: 0, b: 0, a: 0.2 },
    offset: { x: 0, y: 4 },
    radius: 8,
  };
}
