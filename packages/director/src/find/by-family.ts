import type { OutlineNode } from '@animatic/schema';
import { byRole, isIn } from './by-name.ts';
import type { Family } from './families.ts';
import { calledOf, type Frame, type Target } from './frame.ts';
import { areaOf, isApart, largest, type Placed } from './outline.ts';
import { placedInOrder } from './structure.ts';

/** Bars on one baseline come from left to right however tall they are. */
export function byPlace(placed: readonly Placed[]): Placed[] {
  const xs = new Set(placed.map(({ node }) => Math.round(node.box.x)));
  return [...placed].sort((a, b) =>
    xs.size > 1 ? a.node.box.x - b.node.box.x : a.node.box.y - b.node.box.y,
  );
}

/** A family by what its members are called, by their number, or by a noun for members of any family. */
export function byFamily(
  frame: Frame,
  words: readonly string[],
  count: number | undefined,
  inside?: Target,
): Target | null {
  const { language } = frame;
  const last = words.at(-1) ?? '';
  const one = language.singular(last);
  const called = words.join(' ');
  const families = inside
    ? frame.families.filter(({ members }) => members.every((member) => isIn(member, inside)))
    : frame.families;
  const fits = (family: Family) => count === undefined || family.members.length === count;
  if (one === last && count === undefined) return null;
  const wanted = words.map((word) => language.singular(word));
  const all = (family: Family, needed: readonly string[]) =>
    family.members.every(({ node }) => needed.every((word) => carries(frame, node, word)));
  const exact = families.find((family) => fits(family) && all(family, wanted));
  const cousins = sameName(frame, wanted, inside);
  // The bars of a chart are of one name and differ in height: some that are alike are not all of them.
  const more =
    exact?.members.every(({ node }) => cousins.some((each) => each.node === node)) &&
    cousins.length > exact.members.length;
  const beside =
    more && cousins.every((each) => each.ancestors.at(-1) === exact?.members[0]?.ancestors.at(-1));
  if (exact && !beside) return family(called, exact);
  if (cousins.length > 1 && (count === undefined || cousins.length === count))
    return { called, members: cousins, many: true };
  const lean = wanted.filter((word) => !language.members.has(word) && !language.adjectives.has(word));
  // “The threads” are what lies in the ThreadList.
  const listed = families.find(
    (each) =>
      fits(each) &&
      wanted.every((word) => carries(frame, each.members[0]?.ancestors.at(-1) ?? frame.outline, word)),
  );
  if (listed) return family(called, listed);
  if (!language.members.has(one)) return null;
  if (lean.length > 0) {
    // “The related stories”: a family in a container of that name.
    const holder = families.find(
      (each) =>
        fits(each) &&
        each.members[0]?.ancestors.some((above) => lean.every((word) => carries(frame, above, word))),
    );
    return holder ? family(called, holder) : null;
  }
  const rich = families.filter((each) => fits(each) && (each.members.length >= 3 || count !== undefined));
  const main = rich[0] ?? families.find(fits);
  return main ? family(called, main) : null;
}

export function family(called: string, { members }: Family): Target {
  return { called, members, many: true };
}

export function carries({ stems }: Frame, node: OutlineNode, word: string): boolean {
  return stems.get(node)?.has(word) === true;
}

/** Those of one name that are no family by their looks: the bars of a chart, the photos of all cards. */
function sameName(frame: Frame, wanted: readonly string[], inside?: Target): Placed[] {
  const [first = ''] = wanted;
  const groups = new Map<string, Placed[]>();
  for (const placed of frame.byWord.get(first) ?? frame.placed) {
    if (!isApart(placed) || !isIn(placed, inside)) continue;
    if (!wanted.every((word) => carries(frame, placed.node, word))) continue;
    const key = `${placed.ancestors.length} ${placed.node.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), placed]);
  }
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (!most) return [];
  const bars = most.every((one) => one.ancestors.at(-1) === most[0]?.ancestors.at(-1));
  return bars && most.length > 2 ? byPlaceOrRows(most) : placedInOrder(most);
}

function byPlaceOrRows(placed: readonly Placed[]): Placed[] {
  const base = new Set(placed.map(({ node }) => Math.round(node.box.y + node.box.height)));
  return base.size === 1 ? byPlace(placed) : placedInOrder(placed);
}

const MOST: Readonly<Record<string, (node: OutlineNode) => number>> = {
  left: (node) => -node.box.x,
  right: (node) => node.box.x,
  up: (node) => -node.box.y,
  down: (node) => node.box.y,
  tall: (node) => node.box.height,
  short: (node) => -node.box.height,
  wide: (node) => node.box.width,
  large: (node) => areaOf(node.box),
  small: (node) => -areaOf(node.box),
};

/** “The second card”, “the tallest bar”, “the first two cards”, “the last row”. */
export function byOrdinal(frame: Frame, words: readonly string[], inside?: Target): Target | null {
  const { language } = frame;
  const [which = '', next = ''] = words;
  const nth = language.ordinals[which];
  const most = language.superlatives[which];
  if (words.length < 2 || (nth === undefined && most === undefined)) return null;
  const some =
    nth !== undefined && words.length > 2
      ? (language.numbers[next] ?? (/^\d$/.test(next) ? Number(next) : 0))
      : 0;
  const rest = words.slice(some > 1 ? 2 : 1);
  const noun = rest.at(-1) ?? '';
  const line = rest.length === 1 || rest.length === 2 ? lineOf(frame, which, rest) : null;
  if (line) return line;
  const group = (more: string) => findGroup(frame, [...rest.slice(0, -1), more], inside);
  const family = group(noun) ?? group(`${noun}s`);
  if (!family || family.members.length < 2) return null;
  const { members } = family;
  const called = words.join(' ');
  if (some > 1)
    return { called, members: nth === -1 ? members.slice(-some) : members.slice(0, some), many: true };
  if (most === 'middle') return one(called, members[Math.floor((members.length - 1) / 2)]);
  if (most) return one(called, largest(members, MOST[most] ?? (() => 0)));
  return one(called, members.at(nth === -1 ? -1 : (nth ?? 1) - 1));
}

/** “The top row”, “the second column”: of the family that lies in rows and columns. */
function lineOf(frame: Frame, which: string, words: readonly string[]): Target | null {
  const { lines, ordinals, superlatives } = frame.language;
  const noun = words.at(-1) ?? '';
  const down = lines.row.has(noun);
  if (!down && !lines.column.has(noun)) return null;
  const named = words.length > 1 ? byFamily(frame, [`${words[0]}s`], undefined) : null;
  if (words.length > 1 && !named) return null;
  const grids = named ? [named] : frame.families;
  for (const { members } of grids) {
    const edge = ({ node }: Placed) => Math.round((down ? node.box.y : node.box.x) / 4);
    const groups = [...new Set(members.map(edge))]
      .sort((a, b) => a - b)
      .map((at) => members.filter((one) => edge(one) === at));
    if (groups.length < 2 || groups.every((group) => group.length < 2)) continue;
    const nth = ordinals[which];
    const most = superlatives[which];
    const index =
      nth !== undefined
        ? nth === -1
          ? groups.length - 1
          : nth - 1
        : most === 'up' || most === 'left'
          ? 0
          : most === 'down' || most === 'right'
            ? groups.length - 1
            : most === 'middle'
              ? Math.floor((groups.length - 1) / 2)
              : -1;
    const group = groups[index];
    if (group) return { called: [which, ...words].join(' '), members: group, many: true };
  }
  return null;
}

function findGroup(frame: Frame, words: readonly string[], inside?: Target): Target | null {
  const found = byFamily(frame, words, undefined, inside) ?? byRole(frame, words.join(' '), inside);
  return found?.many ? found : null;
}

export function one(called: string, placed: Placed | undefined): Target | null {
  return placed ? { called: placed.node.text ? calledOf(placed.node) : called, members: [placed] } : null;
}
