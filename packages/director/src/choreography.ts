import type { Camera, Entrance, OutlineNode } from '@animatic/schema';
import { area } from './structure/walk.ts';
import type { CameraOrder, EntranceOrder } from './words/read-direction.ts';

/** taste.md's seconds for what comes in, by its share of the frame. */
const SMALL = 0.35;
const CARD = 0.5;
const PANEL = 0.7;
const HERO = 0.9;

/**
 * Entrances one after the other: each begins when the one before is 60 % in. Stagger is min(70 ms, 600 ms / (n − 1));
 * said to come one by one, up to 160 ms.
 */
export function toEntrances(orders: readonly EntranceOrder[], frame: OutlineNode): Entrance[] {
  let at = 0.2;
  return orders.flatMap((order) => {
    const { nodes } = order.target;
    if (nodes.length === 0) return [];
    const pace = order.tempo === 'slow' ? 1.35 : order.tempo === 'quick' ? 0.7 : 1;
    const duration = entranceSeconds(nodes, frame) * pace;
    const stagger = staggerSeconds(nodes.length, order) * pace;
    const entrance: Entrance = {
      layers: nodes.map((node) => node.id),
      effect: order.effect,
      at: round(at),
      duration: round(duration),
      stagger: round(stagger),
      ...(order.strong && order.effect === 'rise' ? { travel: 48 } : {}),
    };
    at += stagger * (nodes.length - 1) + duration * 0.6;
    return [entrance];
  });
}

/** When the last entrance is over, seconds. */
export function entrancesEnd(entrances: readonly Entrance[]): number {
  return Math.max(
    0,
    ...entrances.map(({ at, duration, stagger, layers }) => at + duration + stagger * (layers.length - 1)),
  );
}

export function toCamera(order: CameraOrder): Camera {
  const focus = order.target ? unionBox(order.target.nodes) : undefined;
  const zooms = order.move === 'push-in' || order.move === 'pull-out';
  const amount = !zooms
    ? undefined
    : order.strong
      ? 1.25
      : order.tempo === 'slow' && !focus
        ? 1.06
        : undefined;
  return { move: order.move, ...(amount ? { amount } : {}), ...(focus ? { focus } : {}) };
}

function staggerSeconds(count: number, order: EntranceOrder): number {
  if (count < 2 || order.order === 'together') return 0;
  return order.order === 'one-by-one' ? Math.min(0.16, 1.2 / (count - 1)) : Math.min(0.07, 0.6 / (count - 1));
}

function entranceSeconds(nodes: readonly OutlineNode[], frame: OutlineNode): number {
  const share = Math.max(...nodes.map((node) => area(node) / Math.max(1, area(frame))));
  if (share > 0.35) return HERO;
  if (share > 0.15) return PANEL;
  return share < 0.004 ? SMALL : CARD;
}

function unionBox(nodes: readonly OutlineNode[]) {
  const left = Math.min(...nodes.map(({ box }) => box.x));
  const top = Math.min(...nodes.map(({ box }) => box.y));
  return {
    x: left,
    y: top,
    width: Math.max(...nodes.map(({ box }) => box.x + box.width)) - left,
    height: Math.max(...nodes.map(({ box }) => box.y + box.height)) - top,
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
