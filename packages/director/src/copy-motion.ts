import type { Motion, NodeId, Outline, Rect } from '@animatic/schema';
import type { ChipEdit } from './api.ts';
import { direct } from './direct.ts';
import { type Frame, frameOf, oneLine } from './find/frame.ts';
import type { Placed } from './find/outline.ts';
import { withRole } from './find/roles.ts';
import { english } from './language/english.ts';
import type { Role } from './language/language.ts';

/** A shot whose motion is to be carried over. */
export interface MotionSource {
  outline: Outline;
  motion: Motion;
  /** The shot's direction; empty where it has none. */
  direction: string;
  chips?: readonly ChipEdit[] | undefined;
}

/** What the other shot gets. */
export interface CopiedMotion {
  direction: string;
  /** Edits by hand, with the other frame's ids. */
  chips: ChipEdit[];
  motion: Motion;
  /** Names of layers that the other frame has nothing like. */
  missing: string[];
}

const ROLES: readonly Role[] = [
  'headline',
  'subtitle',
  'hero',
  'button',
  'chart',
  'logo',
  'price',
  'navigation',
  'modal',
  'avatar',
];

/**
 * Carries a shot's motion over to another frame: by its words where it has some, else layer by layer, by name, place
 * in the tree, text and role. What the other frame has nothing like is left out and named.
 *
 * @example copyMotion({ outline: home, motion, direction: '' }, cart).motion.layers
 */
export function copyMotion(from: MotionSource, to: Outline): CopiedMotion {
  const match = matcher(from.outline, to);
  const chips = (from.chips ?? []).flatMap((edit) => chipOver(edit, match));
  if (from.direction.trim()) {
    const { motion } = direct({ outline: to, direction: from.direction, shotIndex: 0, shotCount: 1, chips });
    return { direction: from.direction, chips, motion, missing: [] };
  }
  const missing = new Set<string>();
  const box = (rect: Rect): Rect => {
    const found = match.box(rect);
    return found ?? scaled(rect, from.outline, to);
  };
  const motion: Motion = {
    camera: from.motion.camera.map((step) => ({ ...step, ...(step.focus && { focus: box(step.focus) }) })),
    layers: from.motion.layers.flatMap((one) => {
      const layers = [
        ...new Set(
          one.layers.flatMap((id) => {
            const found = match.id(id);
            if (!found) missing.add(match.name(id));
            return found ?? [];
          }),
        ),
      ];
      return layers.length > 0 ? [{ ...one, layers }] : [];
    }),
    overlays: from.motion.overlays.flatMap((one) => {
      const boxes = one.boxes.flatMap((rect) => match.box(rect) ?? []);
      return boxes.length > 0 ? [{ ...one, boxes }] : [];
    }),
    scroll: from.motion.scroll.map((step) => ({
      ...step,
      to: Math.round((step.to * to.size.height) / Math.max(1, from.outline.size.height)),
    })),
  };
  return { direction: '', chips, motion, missing: [...missing] };
}

interface Match {
  id(id: NodeId): NodeId | undefined;
  name(id: NodeId): string;
  box(rect: Rect): Rect | undefined;
}

function matcher(from: Outline, to: Outline): Match {
  const [a, b] = [frameOf(from, english), frameOf(to, english)];
  const byId = new Map(a.placed.map((one) => [one.node.id, one]));
  const partner = (id: NodeId): Placed | undefined => {
    const one = byId.get(id);
    return one && partnerOf(one, a, b);
  };
  const like = (x: Rect, y: Rect) =>
    Math.abs(x.x - y.x) + Math.abs(x.y - y.y) + Math.abs(x.width - y.width) + Math.abs(x.height - y.height) <
    2;
  return {
    id: (id) => partner(id)?.node.id,
    name: (id) => oneLine(byId.get(id)?.node.name ?? id).slice(0, 80),
    box: (rect) => {
      const one = a.placed.find(({ node }) => like(node.box, rect));
      return one && partnerOf(one, a, b)?.node.box;
    },
  };
}

const pathOf = ({ node, ancestors }: Placed) =>
  [...ancestors.slice(1).map((one) => one.name), node.name].join('\n');

function partnerOf(one: Placed, a: Frame, b: Frame): Placed | undefined {
  const same = b.placed.filter(({ node }) => node.name === one.node.name && node.kind === one.node.kind);
  const there = same.find((other) => pathOf(other) === pathOf(one));
  if (there) return there;
  if (same.length > 0) {
    const nth = a.placed
      .filter(({ node }) => node.name === one.node.name && node.kind === one.node.kind)
      .indexOf(one);
    return same[Math.min(nth, same.length - 1)];
  }
  const { text } = one.node;
  const texted = text ? b.placed.find(({ node }) => node.text === text) : undefined;
  if (texted) return texted;
  for (const role of ROLES) if (withRole(a, role)[0]?.node === one.node) return withRole(b, role)[0];
  const family = a.families.find(({ members }) => members.some(({ node }) => node === one.node));
  const index = family?.members.findIndex(({ node }) => node === one.node) ?? -1;
  const other =
    family &&
    (b.families.find(
      ({ members }) =>
        members[0]?.node.component !== undefined &&
        members[0].node.component === family.members[0]?.node.component,
    ) ??
      b.families.find(({ members }) => members.length >= 3));
  return other?.members[index];
}

/** Ids within a chip's id and its target, in the other frame's. */
function chipOver(edit: ChipEdit, match: Match): ChipEdit[] {
  const over = (key: string): string | null => {
    const prefix = key.startsWith('family:') ? 'family:' : '';
    const ids = key
      .slice(prefix.length)
      .split('+')
      .map((id) => match.id(id));
    return ids.every((id) => id !== undefined) ? prefix + ids.join('+') : null;
  };
  const [, head = '', about = '', count = ''] =
    edit.id.match(/^((?:layers:\w+|overlay:\w+|camera|scroll):)?(.*?)(#\d+)?$/s) ?? [];
  const key = over(about);
  const target = edit.set?.target;
  const mapped = target === undefined ? undefined : (over(target) ?? target);
  return [
    {
      ...edit,
      id: head ? `${head}${key ?? about}${count}` : edit.id,
      ...(edit.set && { set: { ...edit.set, ...(mapped !== undefined && { target: mapped }) } }),
    },
  ];
}

function scaled(rect: Rect, from: Outline, to: Outline): Rect {
  const [x, y] = [
    to.size.width / Math.max(1, from.size.width),
    to.size.height / Math.max(1, from.size.height),
  ];
  return { x: rect.x * x, y: rect.y * y, width: rect.width * x, height: rect.height * y };
}
