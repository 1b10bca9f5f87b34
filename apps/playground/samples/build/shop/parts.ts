import type { Draft, Look } from '../draft.ts';
import { type IconName, icon } from '../icons.ts';
import { row } from '../layout.ts';
import { ellipse, frame, rect, vector } from '../nodes.ts';
import { image } from '../paint.ts';
import { text } from '../text.ts';
import { C, SHADOW, T, WIDTH } from './theme.ts';

/** The phone's own bar: time, signal, battery. */
export function statusBar(colour: string = C.ink, component = false): Draft {
  return frame('Status bar', 0, 0, WIDTH, 48, component ? { component, key: 'status-bar' } : {}, [
    text('Time', 32, 15, '9:41', T.clock, { fill: colour }),
    frame('Signal', 306, 20, 18, 12, {}, [
      rect('Bar 1', 0, 8, 3, 4, { fill: colour, radius: 1 }),
      rect('Bar 2', 5, 5, 3, 7, { fill: colour, radius: 1 }),
      rect('Bar 3', 10, 2, 3, 10, { fill: colour, radius: 1 }),
      rect('Bar 4', 15, 0, 3, 12, { fill: colour, radius: 1 }),
    ]),
    frame('Battery', 332, 20, 27, 12, {}, [
      rect('Case', 0, 0, 24, 12, { stroke: colour, radius: 3.5, opacity: 0.4 }),
      rect('Charge', 2, 2, 18, 8, { fill: colour, radius: 2 }),
      rect('Pole', 25.5, 4, 1.5, 4, { fill: colour, radius: 0.75, opacity: 0.5 }),
    ]),
  ]);
}

/** The strip one swipes up from. */
export function homeIndicator(colour: string = C.ink): Draft {
  return rect('Home indicator', 128, 831, 134, 5, { fill: colour, radius: 2.5 });
}

/** A round button with an icon. */
export function iconButton(name: string, which: IconName, x: number, y: number, look: Look = {}): Draft {
  return frame(name, x, y, 40, 40, { fill: C.card, radius: 20, effects: SHADOW.low, ...look }, [
    icon(which, 10, 10, C.ink, { size: 20 }),
  ]);
}

/** The one thing to do on a screen, as wide as the screen allows. */
export function button(
  name: string,
  label: string,
  x: number,
  y: number,
  width: number,
  look: ButtonLook = {},
): Draft {
  const { trailing, quiet = false, ...rest } = look;
  const colour = quiet ? C.ink : C.card;
  const parts = [text('Label', 0, 0, label, T.button, { fill: colour })];
  if (trailing) parts.push(text('Amount', 0, 0, trailing, T.button, { fill: colour, opacity: 0.85 }));
  return row(
    name,
    x,
    y,
    {
      width,
      height: 56,
      padding: [0, 24, 0, 24],
      radius: 28,
      align: 'CENTER',
      justify: trailing ? 'SPACE_BETWEEN' : 'CENTER',
      ...(quiet ? { stroke: C.line, strokeWeight: 1.5 } : { fill: C.clay, effects: SHADOW.button }),
      ...rest,
    },
    parts,
  );
}

export interface ButtonLook extends Look {
  readonly trailing?: string;
  readonly quiet?: boolean;
}

export interface Product {
  readonly name: string;
  readonly kind: string;
  readonly price: string;
  readonly picture: string;
}

/** A product as the shop's shelves show it. */
export function productCard(
  product: Product,
  look: { component?: boolean; key?: string; links?: Draft['links'] } = {},
): Draft {
  return frame('Product card', 0, 0, 152, 188, { ...look }, [
    rect(`${product.name} photo`, 0, 0, 152, 136, { fill: image(product.picture), radius: 16 }),
    text('Name', 0, 146, product.name, T.smallStrong, { fill: C.ink }),
    text('Kind', 0, 166, product.kind, T.small, { fill: C.soft }),
    text('Price', 152, 146, product.price, T.smallStrong, { fill: C.ink, align: 'RIGHT' }),
  ]);
}

const TABS: readonly (readonly [string, IconName])[] = [
  ['Shop', 'home'],
  ['Browse', 'grid'],
  ['Saved', 'heart'],
  ['Account', 'user'],
];

/** The bar at the foot; `active` counts from 0. */
export function tabBar(active: number, component = false): Draft {
  const tabs = TABS.map(([label, which], index) => {
    const colour = index === active ? C.clay : C.faint;
    return frame(`${label} tab`, 15 + index * 90, 8, 90, 48, {}, [
      icon(which, 33, 2, colour),
      text('Label', 0, 28, label, T.tab, {
        fill: index === active ? C.clay : C.soft,
        width: 90,
        align: 'CENTER',
      }),
    ]);
  });
  return frame(
    'Tab bar',
    0,
    764,
    WIDTH,
    80,
    {
      fill: C.card,
      effects: SHADOW.bar,
      fixed: true,
      constraints: ['LEFT_RIGHT', 'BOTTOM'],
      ...(component ? { component, key: 'tab-bar' } : {}),
    },
    [...tabs, rect('Home indicator', 128, 67, 134, 5, { fill: C.ink, radius: 2.5 })],
  );
}

/** A five-pointed star, filled. */
export function star(x: number, y: number, size: number, colour: string): Draft {
  const points = Array.from({ length: 10 }, (_, i) => {
    const radius = (i % 2 === 0 ? 0.5 : 0.22) * size;
    const angle = (i / 10) * Math.PI * 2 - Math.PI / 2;
    return `${(x + size / 2 + radius * Math.cos(angle)).toFixed(2)} ${(y + size / 2 + radius * Math.sin(angle)).toFixed(2)}`;
  });
  return vector('Star', `M${points.join('L')}Z`, { fill: colour });
}

/** A hairline. */
export function divider(x: number, y: number, width: number): Draft {
  return rect('Divider', x, y, width, 1, { fill: C.line });
}

/** A chosen or free radio mark. */
export function radio(x: number, y: number, on: boolean): Draft {
  return frame('Radio', x, y, 24, 24, {}, [
    ellipse('Ring', 1, 1, 22, 22, on ? { fill: C.clay } : { stroke: '#CFC5B6', strokeWeight: 1.5 }),
    ellipse('Dot', 8, 8, 8, 8, { fill: on ? C.card : C.paper, opacity: on ? 1 : 0 }),
  ]);
}
