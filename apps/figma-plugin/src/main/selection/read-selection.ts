import type { FrameOffer, FrameRefusal, Selection } from '../../protocol/frame.ts';
import { boxOf } from '../nodes.ts';
import { linksOf } from '../prototype/links-of.ts';
import type { Task } from '../task.ts';
import { offerOf } from './offer.ts';
import { prototypeOrder } from './prototype-order.ts';
import { readingOrder } from './reading-order.ts';

const FRAMES = ['FRAME', 'COMPONENT', 'COMPONENT_SET', 'INSTANCE'];
/** More than a storyboard holds, so that the panel can say so. */
const MOST = 200;
/** Nodes searched for links in all: an order is worth a moment, not more. */
const MOST_SEARCHED = 6000;

/** What these nodes offer as shots, in the order to add them. */
export async function readSelection(
  page: PageNode,
  nodes: readonly SceneNode[],
  task: Task,
): Promise<Selection> {
  const frames: FrameOffer[] = [];
  const refused: FrameRefusal[] = [];
  const byId = new Map<string, SceneNode>();
  const origin = { x: 0, y: 0, width: 0, height: 0 };
  for (const node of readingOrder(nodes.flatMap(framesIn), (node) => boxOf(node) ?? origin).slice(0, MOST)) {
    await task.breathe();
    const offered = offerOf(node);
    if ('refusal' in offered) refused.push(offered.refusal);
    else if (!byId.has(node.id)) {
      frames.push(offered.offer);
      byId.set(node.id, node);
    }
  }
  const order = await walkedOrder(page, byId, task);
  if (order) frames.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { frames, refused, order: order ? 'prototype' : 'reading', onPage: pageFrames(page).length };
}

/** The frames that lie on the page itself or in its sections. */
export function pageFrames(page: PageNode): SceneNode[] {
  return page.children.flatMap((node) =>
    node.type === 'SECTION' ? framesIn(node) : FRAMES.includes(node.type) ? [node] : [],
  );
}

async function walkedOrder(
  page: PageNode,
  frames: ReadonlyMap<string, SceneNode>,
  task: Task,
): Promise<string[] | null> {
  if (frames.size < 2) return null;
  const ids = [...frames.keys()];
  const targets = new Set(ids);
  const edges = [];
  const share = Math.ceil(MOST_SEARCHED / frames.size);
  for (const frame of frames.values()) edges.push(...(await linksOf(frame, targets, task, share)));
  const starts = page.flowStartingPoints.map(({ nodeId }) => nodeId);
  return prototypeOrder(ids, edges, starts);
}

/** A section stands for the frames in it; an empty one for itself. */
function framesIn(node: SceneNode): SceneNode[] {
  if (node.type !== 'SECTION') return [node];
  const inside = node.children.flatMap((child) =>
    child.type === 'SECTION' ? framesIn(child) : FRAMES.includes(child.type) ? [child] : [],
  );
  return inside.length > 0 ? inside : [node];
}
