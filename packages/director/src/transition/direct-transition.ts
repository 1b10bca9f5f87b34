import type { Direction, Outline, OutlineNode, Transition, TransitionKind } from '@animatic/schema';
import { isDense, readingLoad } from '../structure/reading-load.ts';
import { placedNodes } from '../structure/walk.ts';
import { type PrototypeEasing, toEasing } from './easing.ts';

/** A prototype link between two frames, in Figma's words. */
export interface LinkInput {
  transition: string;
  direction?: string | undefined;
  /** Seconds. */
  duration: number;
  easing?: PrototypeEasing | undefined;
}

export interface DirectedTransition {
  transition: Transition;
  /** It follows a prototype link. */
  linked: boolean;
}

/** Each of Figma's transitions and what shows it; with a name where that is only its nearest. */
const shownAs: Record<string, { kind: TransitionKind; standsFor?: string }> = {
  INSTANT: { kind: 'cut' },
  DISSOLVE: { kind: 'dissolve' },
  PUSH: { kind: 'push' },
  SLIDE_IN: { kind: 'slide' },
  SLIDE_OUT: { kind: 'slide', standsFor: 'slide out' },
  MOVE_IN: { kind: 'slide', standsFor: 'move in' },
  MOVE_OUT: { kind: 'slide', standsFor: 'move out' },
  SMART_ANIMATE: { kind: 'dissolve', standsFor: 'smart animate' },
  SCROLL_ANIMATE: { kind: 'push', standsFor: 'scroll' },
};
const directions: Record<string, Direction> = { LEFT: 'left', RIGHT: 'right', TOP: 'up', BOTTOM: 'down' };

/** taste.md: push .5 s M; where at least half of the layers match, smart animate .5 s M. */
const SECONDS = 0.5;

/**
 * How a shot passes into the next: as the prototype says, else by taste.
 *
 * @param link the prototype's link between the two frames, where there is one
 * @param frames both frames where they were read: for taste
 */
export function directTransition(
  link: LinkInput | undefined,
  frames?: { from: Outline; to: Outline },
): DirectedTransition {
  const shown = link && shownAs[link.transition];
  if (!link || !shown) return { transition: byTaste(frames), linked: false };
  const easing = toEasing(link.easing);
  return {
    linked: true,
    transition: {
      kind: shown.kind,
      direction: directions[link.direction ?? ''] ?? (link.transition === 'SCROLL_ANIMATE' ? 'up' : 'left'),
      duration: shown.kind === 'cut' ? 0 : Math.min(2, Math.max(0.1, link.duration || SECONDS)),
      ...(easing && shown.kind !== 'cut' ? { easing } : {}),
      ...(shown.standsFor ? { standsFor: shown.standsFor } : {}),
    },
  };
}

function byTaste(frames: { from: Outline; to: Outline } | undefined): Transition {
  const push: Transition = { kind: 'push', direction: 'left', duration: SECONDS, easing: 'travel' };
  if (!frames || matchShare(frames.from, frames.to) < 0.5) return push;
  const dense = [frames.from, frames.to].some((frame) => isDense(readingLoad(frame, placedNodes(frame))));
  if (dense) return { kind: 'cut', direction: 'left', duration: 0, standsFor: 'smart animate' };
  return {
    kind: 'dissolve',
    direction: 'left',
    duration: SECONDS,
    easing: 'travel',
    standsFor: 'smart animate',
  };
}

/** The share of layers (by name and place in the tree) that both frames have. */
function matchShare(from: Outline, to: Outline): number {
  const a = pathsOf(from);
  const b = pathsOf(to);
  const shared = [...a].filter((path) => b.has(path)).length;
  return shared / Math.max(1, Math.max(a.size, b.size));
}

function pathsOf(node: OutlineNode, way = ''): Set<string> {
  return new Set(
    node.children.flatMap((child) => {
      const path = `${way}/${child.name}`;
      return [path, ...pathsOf(child, path)];
    }),
  );
}
