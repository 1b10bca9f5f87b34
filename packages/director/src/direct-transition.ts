import type { Direction, Easing, NodeId, Outline, Transition } from '@animatic/schema';
import { leaves, walk, wordsOf } from './outline.ts';
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

/** taste.md: .5 s of the travel curve; half of the layers must match for a smart animate; no dissolve between dense texts. */
const SECONDS = 0.5;
const MATCHING = 0.5;
const DENSE_WORDS = 40;
const LONGEST = 5;
const DIRECTIONS: Record<string, Direction> = { LEFT: 'left', RIGHT: 'right', TOP: 'up', BOTTOM: 'down' };

type Built = Pick<Transition, 'kind' | 'standsFor'>;
/** Figma's transitions and what of ours comes nearest. */
const BUILT: Record<string, Built> = {
  DISSOLVE: { kind: 'dissolve' },
  PUSH: { kind: 'push' },
  SLIDE_IN: { kind: 'slide' },
  MOVE_IN: { kind: 'slide', standsFor: 'move in' },
  SLIDE_OUT: { kind: 'slide', standsFor: 'slide out' },
  MOVE_OUT: { kind: 'slide', standsFor: 'move out' },
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
  if (link) return linked(link, prev, next);
  return dissolves(prev, next)
    ? { kind: 'dissolve', direction: 'left', duration: SECONDS, easing: 'travel', standsFor: 'smart animate' }
    : { kind: 'push', direction: 'left', duration: SECONDS, easing: 'travel' };
}

/** A dissolve between frames that have little in common shows two texts at once, like ghosts. */
function dissolves(prev: Outline, next: Outline): boolean {
  const changed = Math.max(newWords(prev, next), newWords(next, prev));
  return matching(prev, next) >= MATCHING && changed <= DENSE_WORDS;
}

/** Words of one frame's texts that the other does not have. */
function newWords(outline: Outline, other: Outline): number {
  const known = new Set([...leaves(other)].map((leaf) => leaf.text));
  const fresh = [...leaves(outline)].filter((leaf) => leaf.text && !known.has(leaf.text));
  return fresh.reduce((sum, leaf) => sum + wordsOf(leaf.text).length, 0);
}

function linked({ transition }: PrototypeLink, prev: Outline, next: Outline): Transition {
  if (!transition || transition.duration <= 0) return { kind: 'cut', direction: 'left', duration: 0 };
  if (transition.type === 'SMART_ANIMATE')
    return {
      kind: dissolves(prev, next) ? 'dissolve' : 'push',
      direction: 'left',
      duration: Math.min(LONGEST, transition.duration),
      easing: 'travel',
      standsFor: 'smart animate',
    };
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
