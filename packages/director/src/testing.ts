import type { LayerKind, Outline, OutlineNode } from '@animatic/schema';

/** A node for tests: bounds are the box. */
export function node(
  name: string,
  box: [number, number, number, number],
  more: Partial<OutlineNode> & { children?: OutlineNode[] } = {},
): OutlineNode {
  const [x, y, width, height] = box;
  const rect = { x, y, width, height };
  const kind: LayerKind = more.kind ?? (more.children ? 'group' : 'shape');
  return { id: name, name, kind, box: rect, bounds: rect, opens: true, children: [], ...more };
}

export function text(words: string, box: [number, number, number, number], fontSize = 14): OutlineNode {
  return node(words, box, { kind: 'text', text: words, fontSize });
}

export function frame(name: string, width: number, height: number, children: OutlineNode[]): Outline {
  return { ...node(name, [0, 0, width, height], { children }), size: { width, height } };
}

/** A checkout screen: a headline, a hero, three cards, a summary with a total, a chart, a button, a tab bar. */
export function checkout(): Outline {
  const card = (index: number) =>
    node(`Card ${index}`, [24 + (index - 1) * 120, 300, 104, 120], {
      component: 'Product card',
      kind: 'component',
      children: [
        node(`Photo ${index}`, [24 + (index - 1) * 120, 300, 104, 70], { hasImage: true, kind: 'image' }),
        text(`Cup ${index}`, [32 + (index - 1) * 120, 376, 80, 16]),
      ],
    });
  return frame('Push notification', 390, 844, [
    text('Your basket', [24, 60, 300, 34], 28),
    node('Hero', [24, 110, 342, 170], { hasImage: true, kind: 'image' }),
    card(1),
    card(2),
    card(3),
    node('Summary', [24, 440, 342, 40], {
      children: [text('Total', [24, 448, 60, 20]), text('€ 84.00', [290, 448, 76, 20], 18)],
    }),
    node('Sales chart', [24, 500, 342, 160]),
    node('Pay button', [24, 690, 342, 52], {
      interactive: true,
      children: [text('Pay now', [160, 706, 70, 20], 16)],
    }),
    node('Tab bar', [0, 770, 390, 74], {
      fixed: true,
      children: [
        node('Tab 1', [0, 770, 130, 74]),
        node('Tab 2', [130, 770, 130, 74]),
        node('Tab 3', [260, 770, 130, 74]),
      ],
    }),
  ]);
}
