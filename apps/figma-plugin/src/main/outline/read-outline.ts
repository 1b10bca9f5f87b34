import type { Rect } from '@animatic/schema';
import type { CaptureNode, CaptureOutline } from '../../protocol/frame.ts';
import { round, roundedRect, shifted, wholePixels } from '../geometry.ts';
import { cornersOf, isPainted, readGround, strokeOf } from '../ground/read-ground.ts';
import { type Looks, looksOf } from '../looks.ts';
import { boxOf, frameBox, hasChildren, renderBoundsOf } from '../nodes.ts';
import type { Task } from '../task.ts';
import { blendOf, isAlone, leaks, opens, passesThrough } from './apart.ts';
import { hasImage, kindOf } from './kind.ts';
import type { NodeLooks } from './node-looks.ts';
import { shapeOf } from './shape.ts';
import { wordsOf } from './words.ts';

/** Nodes described of one frame; past them containers stay closed. */
export const MAX_OUTLINE_NODES = 1500;
/** Frame pixels: what is no larger either way and carries no text is one thing, an icon mostly. */
const TINY = 40;
/** Looking up a main component is a call of its own. */
const MAX_COMPONENT_LOOKUPS = 200;

interface Walk {
  origin: { x: number; y: number };
  left: number;
  lookups: number;
  cut: boolean;
  looks: ReadonlyMap<string, NodeLooks>;
}
interface Step {
  node: SceneNode;
  looks: Looks;
  entry: CaptureNode;
}

export interface OutlineOptions {
  /** Nodes to describe, at most. */
  limit?: number;
  /** Every node's looks, where they are known. */
  looks?: ReadonlyMap<string, NodeLooks>;
}

/**
 * Describes a frame's visible nodes, rows by depth, so that a limit cuts the deepest ones.
 *
 * @throws PluginFailure `no-size`, `cancelled`
 */
export async function readOutline(
  frame: SceneNode,
  task: Task,
  { limit = MAX_OUTLINE_NODES, looks = new Map() }: OutlineOptions = {},
): Promise<{ outline: CaptureOutline; cut: boolean }> {
  const page = frameBox(frame);
  const walk: Walk = { origin: page, left: limit, lookups: MAX_COMPONENT_LOOKUPS, cut: false, looks };
  const root = await describe(frame, page, walk);
  const outline: CaptureOutline = { ...root.entry, size: { width: page.width, height: page.height } };
  const steps: Step[] = [{ ...root, entry: outline }];
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (step) steps.push(...(await descend(step, walk, task)));
  }
  for (const { looks, entry } of steps.reverse())
    if (!entry.leaks && passesThrough(looks) && entry.children.some((child) => child.leaks))
      entry.leaks = true;
  return { outline, cut: walk.cut };
}

async function descend({ node, entry }: Step, walk: Walk, task: Task): Promise<Step[]> {
  if (!hasChildren(node)) return [];
  if (node.type === 'BOOLEAN_OPERATION') return [];
  if (isTiny(entry) && !node.findOne((child) => child.type === 'TEXT')) {
    entry.opens = false;
    return [];
  }
  const children = inPaintOrder(node).filter((child) => child.visible && child.type !== 'SLICE');
  if (children.length > walk.left) {
    walk.cut = true;
    entry.opens = false;
    return [];
  }
  const fixedFrom =
    'numberOfFixedChildren' in node ? node.children.length - node.numberOfFixedChildren : null;
  const fixed = new Set(fixedFrom === null ? [] : node.children.slice(fixedFrom).map((child) => child.id));
  const steps: Step[] = [];
  for (const child of children) {
    await task.breathe();
    const bounds = renderBoundsOf(child);
    if (!bounds) continue;
    walk.left -= 1;
    const step = await describe(child, bounds, walk);
    if (fixed.has(child.id)) step.entry.fixed = true;
    if (step.looks.isMask) entry.opens = false;
    entry.children.push(step.entry);
    steps.push(step);
  }
  return steps;
}

async function describe(node: SceneNode, painted: Rect, walk: Walk): Promise<Step> {
  const box = boxOf(node) ?? painted;
  const looks = looksOf(node);
  const entry: CaptureNode = {
    id: node.id,
    name: node.name.slice(0, 1000),
    kind: kindOf(node, looks),
    box: roundedRect(shifted(box, walk.origin)),
    bounds: shifted(wholePixels(painted), walk.origin),
    opens: false,
    children: [],
  };
  const known = walk.looks.get(node.id);
  if (known) entry.looks = known;
  const turn = turnOf(node);
  if (turn !== 0) entry.rotation = turn;
  const shape = shapeOf(node, looks);
  if (shape) entry.shape = shape;
  if (node.type === 'RECTANGLE' && isAlone(node, looks) && isRepaintable(node, looks)) entry.repaints = true;
  if (node.type === 'TEXT') Object.assign(entry, wordsOf(node));
  if (leaks(looks)) entry.leaks = true;
  const blend = blendOf(looks);
  if (blend) entry.blend = blend;
  if (hasImage(looks)) entry.hasImage = true;
  if ('reactions' in node && node.reactions.length > 0) entry.interactive = true;
  if (hasChildren(node)) {
    if ('clipsContent' in node && node.clipsContent) entry.clip = cornersOf(node);
    const reading = readGround(node, looks);
    if ('ground' in reading) {
      entry.opens = opens(node, looks);
      if (isPainted(reading.ground)) entry.painted = true;
      const stroke = strokeOf(reading.ground);
      if (stroke) entry.stroke = stroke;
    }
    const component = await componentName(node, walk);
    if (component) entry.component = component;
  }
  return { node, looks, entry };
}

/** Degrees counter-clockwise on the page, as Figma gives them in a parent. */
function turnOf(node: SceneNode): number {
  if (!('absoluteTransform' in node)) return 0;
  const [[a], [b]] = node.absoluteTransform;
  return round((Math.atan2(-b, a) * 180) / Math.PI);
}

/** Fills, strokes, corners and shadows say all of it, and none of them is a picture. */
function isRepaintable(node: SceneNode, looks: Looks): boolean {
  const reading = readGround(node, looks);
  if (!('ground' in reading)) return false;
  const { fills, stroke } = reading.ground;
  return [...fills, ...(stroke?.paints ?? [])].every(({ type }) => type !== 'IMAGE');
}

/** Bottom to top; an auto layout may stack its first child on top. */
export function inPaintOrder(node: SceneNode & ChildrenMixin): SceneNode[] {
  const children = [...node.children];
  const reversed = 'layoutMode' in node && node.layoutMode !== 'NONE' && node.itemReverseZIndex;
  return reversed ? children.reverse() : children;
}

function isTiny({ box }: CaptureNode): boolean {
  return box.width <= TINY && box.height <= TINY;
}

async function componentName(node: SceneNode, walk: Walk): Promise<string | null> {
  if (node.type === 'COMPONENT') return setName(node);
  if (node.type !== 'INSTANCE' || walk.lookups <= 0) return null;
  walk.lookups -= 1;
  try {
    const main = await node.getMainComponentAsync();
    return main && setName(main);
  } catch {
    // A main component in a library that is out of reach only costs a hint for families.
    return null;
  }
}

function setName(main: ComponentNode): string {
  return main.parent && main.parent.type === 'COMPONENT_SET' ? main.parent.name : main.name;
}
