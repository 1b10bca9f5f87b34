import type { Rect } from '@animatic/schema';
import type { LinkEasing, PrototypeLink } from '../../protocol/frame.ts';
import { roundedRect, shifted } from '../geometry.ts';
import { boxOf } from '../nodes.ts';
import type { Task } from '../task.ts';
import { visibleNodes } from '../walk.ts';

/** Nodes of one frame that are searched for links, unless told otherwise. */
const LIMIT = 3000;
type NodeAction = Extract<Action, { type: 'NODE' }>;

/** Every prototype link that leads from this frame to one of `targets`, nodes near the frame's own first. */
export async function linksOf(
  frame: SceneNode,
  targets: ReadonlySet<string>,
  task: Task,
  limit = LIMIT,
): Promise<PrototypeLink[]> {
  const links: PrototypeLink[] = [];
  const page = boxOf(frame) ?? { x: 0, y: 0, width: 0, height: 0 };
  for await (const node of visibleNodes(frame, task, limit)) {
    if (!('reactions' in node)) continue;
    for (const reaction of node.reactions)
      for (const action of navigations(reaction)) {
        const to = action.destinationId;
        if (to === null || to === frame.id || !targets.has(to)) continue;
        const box = roundedRect(shifted(boxOf(node) ?? page, page));
        links.push(linkOf({ from: frame.id, to, node: node.id, box, reaction, action }));
      }
  }
  return links;
}

/** One link for each pair of frames: the first that has a transition, or else the first. */
export function onePerPair(links: readonly PrototypeLink[]): PrototypeLink[] {
  const chosen = new Map<string, PrototypeLink>();
  for (const link of links) {
    const pair = `${link.from} → ${link.to}`;
    const known = chosen.get(pair);
    if (!known || (known.transition === 'INSTANT' && link.transition !== 'INSTANT')) chosen.set(pair, link);
  }
  return [...chosen.values()];
}

function navigations(reaction: Reaction): NodeAction[] {
  const actions = reaction.actions ?? (reaction.action ? [reaction.action] : []);
  return actions.filter(
    (action): action is NodeAction =>
      action.type === 'NODE' && ['NAVIGATE', 'SWAP', 'OVERLAY'].includes(action.navigation),
  );
}

interface Found {
  from: string;
  to: string;
  node: string;
  box: Rect;
  reaction: Reaction;
  action: NodeAction;
}

function linkOf({ from, to, node, box, reaction, action }: Found): PrototypeLink {
  const { transition } = action;
  const link: PrototypeLink = {
    from,
    to,
    trigger: { node, type: reaction.trigger?.type ?? 'ON_CLICK', box },
    transition: transition?.type ?? 'INSTANT',
    duration: transition?.duration ?? 0,
  };
  if (!transition) return link;
  link.easing = easingOf(transition.easing);
  if ('direction' in transition) {
    link.direction = transition.direction;
    link.matchLayers = transition.matchLayers;
  }
  return link;
}

function easingOf({
  type,
  easingFunctionCubicBezier: curve,
  easingFunctionSpring: spring,
}: Easing): LinkEasing {
  const easing: LinkEasing = { type };
  if (curve) easing.bezier = [curve.x1, curve.y1, curve.x2, curve.y2];
  if (spring) easing.spring = { mass: spring.mass, stiffness: spring.stiffness, damping: spring.damping };
  return easing;
}
