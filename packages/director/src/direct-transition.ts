import type { Direction, Easing, NodeId, Outline, Transition } from '@animatic/schema';
import { walk } from './find/outline.ts';
import { easingOf, type PrototypeEasing } from './prototype-easing.ts';

/** A prototype connection between frames, in the plugin API's words; durations are seconds. */
export interface PrototypeLink {
  destination: NodeId;
  /** Null for an instant change. */
  transition: {
    type: string;
    direction?: 'LEFT' | 'RIGHT' | 'TOP' | 'BOTTOM';
    duration: number;
    easing?: PrototypeEasing;
  } | null;
}

/** taste.md: .5 s of the travel curve; half of the layers must match for a smart animate. */
const SECONDS = 0.5;
const MATCHING = 0.5;
const LONGEST = 5;
const DIRECTIONS: Record<string, Direction> = { LEFT: 'left', RIGHT: 'right', TOP: 'up', BOTTOM: 'down' };

type Built = Pick<Transition, 'kind' | 'standsFor'>;
/** Figma's transitions and what of ours comes nearest. */
const BUILT: Record<string, Built> = {
  DISSOLVE: { kind: 'dissolve' },
  PUSH: { kind: 'push' },
  SLIDE_IN: { kind: 'slide-in' },
  MOVE_IN: { kind: 'move-in' },
  SLIDE_OUT: { kind: 'slide-out' },
  MOVE_OUT: { kind: 'move-out' },
  SMART_ANIMATE: { kind: 'smart-animate' },
  SCROLL_ANIMATE: { kind: 'push', standsFor: 'scroll' },
};

/**
 * How one frame passes into the next: as the prototype says where a link leads there, else by taste.
 *
 * @param links the first frame's prototype connections
 * @example directTransition(home, detail, links) // { kind: 'push', direction: 'left', duration: 0.3 }
 */
export function directTransition(prev: Outline, next: Outline, links: readonly PrototypeLink[]): Transition {
  const link = links.find((one) => one.destination === next.id);
  if (link) return linked(link);
  return matching(prev, next) >= MATCHING
    ? { kind: 'smart-animate', direction: 'left', duration: SECONDS, easing: 'travel' }
    : { kind: 'push', direction: 'left', duration: SECONDS, easing: 'travel' };
}

function linked({ transition }: PrototypeLink): Transition {
  if (!transition || transition.duration <= 0) return { kind: 'cut', direction: 'left', duration: 0 };
  const built = BUILT[transition.type] ?? {
    kind: 'dissolve',
    standsFor: transition.type.toLowerCase().replaceAll('_', ' ').slice(0, 60),
  };
  const easing: Easing | undefined = easingOf(transition.easing);
  return {
    ...built,
    direction: DIRECTIONS[transition.direction ?? ''] ?? 'left',
    duration: Math.min(LONGEST, transition.duration),
    ...(easing && { easing }),
  };
}

/** The share of the larger frame's layers that have one of the same name in about the same shape in the other. */
function matching(a: Outline, b: Outline): number {
  const key = (name: string, kind: string, depth: number) => `${depth} ${kind} ${name}`;
  const count = (outline: Outline) => {
    const names = new Map<string, number>();
    for (const { node, ancestors } of walk(outline)) {
      const name = key(node.name, node.kind, ancestors.length);
      names.set(name, (names.get(name) ?? 0) + 1);
    }
    return names;
  };
  const [x, y] = [count(a), count(b)];
  const total = (names: Map<string, number>) => [...names.values()].reduce((sum, n) => sum + n, 0);
  let shared = 0;
  for (const [name, n] of x) shared += Math.min(n, y.get(name) ?? 0);
  return shared / Math.max(1, total(x), total(y));
}
