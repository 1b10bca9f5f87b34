import type { NodeId, Outline, OutlineNode, Rect } from '@animatic/schema';
import { type ScreenName, screenSize } from './screens.ts';

type Place = [x: number, y: number, width: number, height: number];

const rect = ([x, y, width, height]: Place): Rect => ({ x, y, width, height });

/** The layers of the drawn screens, as Figma would tell of them. */
export function screenOutline(name: ScreenName, id: NodeId): Outline {
  let count = 0;
  const node = (called: string, place: Place, more: Partial<OutlineNode> = {}): OutlineNode => {
    count += 1;
    return {
      id: `${id}0${count}`,
      name: called,
      kind: 'group',
      box: rect(place),
      bounds: rect(place),
      opens: true,
      children: [],
      ...more,
    };
  };
  const text = (called: string, words: string, place: Place, fontSize: number) =>
    node(called, place, { kind: 'text', text: words, fontSize });
  const goods = ['Bowl', 'Cup', 'Vase', 'Plate'] as const;
  const prices = ['€ 38', '€ 24', '€ 62', '€ 31'] as const;
  const layers: Record<ScreenName, () => OutlineNode[]> = {
    Welcome: () => [
      node('Cup', [95, 200, 200, 200]),
      text('Headline', 'Ceramics, made slowly.', [32, 484, 326, 92], 40),
      text('Subtitle', 'From twelve studios to your table', [32, 588, 280, 22], 16),
      node('Have a look', [32, 732, 326, 56], { interactive: true }),
    ],
    Shop: () => [
      text('Title', 'Shop', [24, 66, 80, 38], 32),
      node('Search', [24, 116, 342, 44]),
      ...goods.map((good, index) => {
        const [x, y] = [24 + (index % 2) * 177, 184 + Math.floor(index / 2) * 260];
        return node('Product card', [x, y, 165, 236], {
          component: 'Product card',
          children: [
            node('Photo', [x, y, 165, 180]),
            text('Name', good, [x, y + 190, 120, 20], 16),
            text('Price', prices[index] ?? '', [x, y + 212, 60, 20], 15),
          ],
        });
      }),
      node('Tab bar', [0, 764, 390, 80], { fixed: true }),
    ],
    Product: () => [
      node('Photo', [0, 0, 390, 430]),
      text('Title', 'Vase No. 4', [24, 460, 200, 38], 30),
      text('Price', '€ 62', [24, 506, 60, 26], 20),
      node('Add to basket', [24, 732, 342, 56], { interactive: true }),
    ],
    Basket: () => [
      text('Title', 'Basket', [24, 66, 120, 38], 32),
      ...goods
        .slice(0, 3)
        .map((good, index) =>
          node(`Row ${good}`, [24, 124 + index * 112, 342, 100], { component: 'Basket row' }),
        ),
      text('Total', '€ 124', [300, 668, 66, 28], 22),
      node('Pay', [24, 732, 342, 56], { interactive: true }),
    ],
  };
  const box = { x: 0, y: 0, ...screenSize };
  return {
    id,
    name,
    kind: 'group',
    box,
    bounds: box,
    opens: true,
    children: layers[name](),
    size: screenSize,
  };
}
