import type { ChipOption } from '../api.ts';
import { calledOf, type Frame, oneLine, type Target } from '../find/frame.ts';
import { headlineOf, isApart, leaves, type Placed, shareOf } from '../find/outline.ts';
import { everything } from '../find/sets.ts';
import { contentOf, placedInOrder } from '../find/structure.ts';

const MOST_FAMILIES = 6;
const MOST_LAYERS = 24;

/** How a target is written in an edit: nothing for the whole frame, `family:<its first>`, a node's id, or all ids. */
export function targetKey(target: Target | undefined): string {
  if (!target) return '';
  if (target.all) return 'all';
  const ids = target.members.map(({ node }) => node.id);
  const [first = ''] = ids;
  if (ids.length === 1) return first;
  const siblings = target.members.every(
    (one) => one.ancestors.at(-1) === target.members[0]?.ancestors.at(-1),
  );
  const smallest = siblings ? [...ids].sort()[0] : undefined;
  return smallest ? `family:${smallest}` : ids.slice(0, 8).join('+');
}

/** The target that an edit's value names; null where nothing in the frame has it. */
export function targetOfKey(frame: Frame, key: string): Target | undefined | null {
  if (key === '') return undefined;
  if (key === 'all') return everything(frame);
  const family = key.startsWith('family:')
    ? frame.families.find(({ members }) => members.map(({ node }) => node.id).sort()[0] === key.slice(7))
    : undefined;
  if (family) return { called: familyName(frame, family.members), members: family.members, many: true };
  const placed = frame.placed.filter(({ node }) => key.split('+').includes(node.id));
  const [first] = placed;
  if (!first) return null;
  return placed.length === 1
    ? { called: calledOf(first.node), members: placed }
    : {
        called: placed.map(({ node }) => calledOf(node)).join(' + '),
        members: placedInOrder(placed),
        many: true,
      };
}

/** What a chip may be about: families, the frame's own layers, and what it is about now. */
export function targetValues(
  frame: Frame,
  current: Target | undefined,
  whole: boolean,
): ChipOption['values'] {
  const values = offered(frame, whole);
  const key = current && targetKey(current);
  if (!current || key === undefined || values.some(({ value }) => value === key)) return values;
  const [first, ...rest] = values;
  return [...(first ? [first] : []), { value: key, label: labelOf(frame, current) }, ...rest];
}

const made = new WeakMap<Frame, Map<boolean, ChipOption['values']>>();

function offered(frame: Frame, whole: boolean): ChipOption['values'] {
  const known = made.get(frame) ?? new Map<boolean, ChipOption['values']>();
  made.set(frame, known);
  const before = known.get(whole);
  if (before) return before;
  const { say } = frame.language;
  const values = new Map<string, string>();
  if (whole) values.set('', say.all);
  else if (everything(frame)) values.set('all', say.all);
  for (const family of frame.families.slice(0, MOST_FAMILIES)) {
    const target: Target = { called: familyName(frame, family.members), members: family.members, many: true };
    if (family.members.length > 1) values.set(targetKey(target), labelOf(frame, target));
  }
  const headline = headlineOf(frame.outline);
  const layers = [...(headline ? [headline] : []), ...contentOf(frame.outline)];
  for (const one of layers.slice(0, MOST_LAYERS))
    if (whole || (isApart(one) && shareOf(one.node, frame.outline) < 0.9))
      values.set(one.node.id, calledOf(one.node));
  const list = [...values].map(([value, label]) => ({ value, label }));
  known.set(whole, list);
  return list;
}

function familyName(_frame: Frame, members: readonly Placed[]): string {
  const { component, name: own = '' } = members[0]?.node ?? {};
  // A variant's properties are no name.
  const name = component && !component.includes('=') ? component : own;
  return name.replace(/[\s\d]+$/, '') || name;
}

/** A target in a chip's label. */
export function labelOf(frame: Frame, target: Target | undefined): string {
  if (!target) return '';
  const [first] = target.members;
  const { say } = frame.language;
  if (target.but) return say.but(say.all, short(target.but));
  if (target.all) return say.all;
  if (target.members.length === 1 && first) return short(shownOf(frame, first, target.called));
  const names = new Set(
    target.members.map(({ node }) => node.component ?? node.name.replace(/[\s\d]+$/, '')),
  );
  const name = names.size === 1 ? familyName(frame, target.members) : target.called;
  return say.family(short(name), target.members.length);
}

/** One of alike cards that was meant by a text in it goes by that. */
function shownOf({ families }: Frame, { node }: Placed, called: string): string {
  const own = calledOf(node);
  if (node.text || called === own) return own;
  const alike = families.some(({ members }) => members.some((one) => one.node === node));
  return alike && [...leaves(node)].some((leaf) => leaf.text && calledOf(leaf) === called) ? called : own;
}

function short(raw: string): string {
  const name = oneLine(raw);
  return name.length > 28 ? `${name.slice(0, 27)}…` : name;
}
