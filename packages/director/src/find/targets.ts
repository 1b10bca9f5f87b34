import type { OutlineNode } from '@animatic/schema';
import type { Family } from './families.ts';
import { calledOf, type Frame, single, type Target } from './frame.ts';
import { areaOf, contains, isApart, largest, leaves, type Placed, shareOf } from './outline.ts';
import { roleOf, withRole } from './roles.ts';
import { contentOf, placedInOrder } from './structure.ts';

/** Words in a compound name. */
const MOST_COMPOUND = 4;

/**
 * What the words of a noun phrase name in a frame: by name, text, role, family or place in one. Null where nothing
 * fits: the director never guesses.
 *
 * @example findPhrase(frame, ['pay', 'button'])?.called // 'Pay button'
 */
export function findPhrase(frame: Frame, words: readonly string[], inside?: Target): Target | null {
  const key = `${inside ? inside.members.map((one) => one.node.id).join() : ''}|${words.join(' ')}`;
  const known = frame.memo.get(key);
  if (known !== undefined) return known;
  const found = find(frame, words, inside);
  frame.memo.set(key, found);
  return found;
}

function find(frame: Frame, given: readonly string[], inside?: Target): Target | null {
  const { language } = frame;
  // A number alone is no name, unless it is all that a layer says.
  if (given.every((word) => /^[\d.,:]+$/.test(word))) return byWholeName(frame, given.join(' '), inside);
  const exact = given.length > 1 ? byWholeName(frame, given.join(' '), inside) : null;
  if (exact) return exact;
  let words = [...given];
  let count: number | undefined;
  while (words.length > 1) {
    const [first = '', second = ''] = words;
    const plural = language.singular(words.at(-1) ?? '') !== words.at(-1);
    const leads = language.determiners.has(first) || language.quantifiers.has(first);
    const number = language.numbers[first] ?? (/^(?:[2-9]|1\d)$/.test(first) && second ? Number(first) : 0);
    if (!leads) {
      if (!plural || count !== undefined || number < 2) break;
      count = number;
    }
    words = words.slice(1);
  }
  if (words.length === 0) return null;
  const last = words.at(-1) ?? '';
  // “Every number” is all of them, “card two” is Card 2.
  if (given.some((word) => language.every.has(word)) && language.singular(last) === last) {
    const all = findBare(frame, [...words.slice(0, -1), `${last}s`], count, inside);
    if (all?.many) return all;
  }
  const digit = words.length > 1 ? language.numbers[last] : undefined;
  const counted = digit ? byWholeName(frame, [...words.slice(0, -1), String(digit)].join(' '), inside) : null;
  if (counted) return counted;
  const found = findBare(frame, words, count, inside);
  if (found) return found;
  const lean = words.filter((word, index) => index === words.length - 1 || !language.adjectives.has(word));
  return lean.length < words.length ? findBare(frame, lean, count, inside) : null;
}

function findBare(
  frame: Frame,
  words: readonly string[],
  count: number | undefined,
  inside?: Target,
): Target | null {
  const phrase = words.join(' ');
  return (
    (words.length > 1 ? byWholeName(frame, phrase, inside) : null) ??
    byOrdinal(frame, words, inside) ??
    byFamily(frame, words, count, inside) ??
    byRole(frame, phrase, inside) ??
    byWholeName(frame, phrase, inside) ??
    (inside ? null : compound(frame, words)) ??
    byWords(frame, words, inside)
  );
}

/** “Product photos”, “card titles”: the second in each of the first. “Sales chart”: the chart that is about sales. */
function compound(frame: Frame, words: readonly string[]): Target | null {
  if (words.length > MOST_COMPOUND) return null;
  for (let cut = words.length - 1; cut > 0; cut--) {
    const [holder, inner] = [words.slice(0, cut), words.slice(cut)];
    const about = roleAbout(frame, holder, inner);
    if (about) return about;
    const last = holder.at(-1) ?? '';
    const many = byFamily(frame, [...holder.slice(0, -1), `${last}s`], undefined);
    const around =
      many ??
      byRole(frame, holder.join(' ')) ??
      byWholeName(frame, holder.join(' ')) ??
      byWords(frame, holder);
    if (!around) continue;
    // “The KPI row”: those that are in it.
    if (many && roleOf(frame, inner.join(' '))?.role === 'list') return { ...many, called: words.join(' ') };
    const found = inEach(frame, inner, around);
    if (found) return { ...found, called: found.many ? words.join(' ') : found.called };
    const above = around.members.length === 1 ? carrying(frame, around.members[0], inner) : null;
    if (above) return above;
    const { generic, members, singular } = frame.language;
    if (
      around.members.length === 1 &&
      inner.every(
        (word) => (generic.has(singular(word)) || members.has(word)) && !frame.language.ones.has(word),
      )
    )
      return around;
  }
  return null;
}

function inEach(frame: Frame, inner: readonly string[], around: Target): Target | null {
  const last = inner.at(-1) ?? '';
  const one = frame.language.singular(last);
  if (around.members.length < 2 || one === last) return findBare(frame, inner, undefined, around);
  const found = around.members.flatMap((member) => {
    const lone = { ...around, members: [member] };
    return (
      (
        findBare(frame, [...inner.slice(0, -1), one], undefined, lone) ??
        findBare(frame, inner, undefined, lone)
      )?.members ?? []
    );
  });
  return found.length > 1 ? { called: inner.join(' '), members: found, many: true } : null;
}

/** The thing itself or what it lies in, where that is called so: “the customers nav item”. */
function carrying(frame: Frame, placed: Placed | undefined, words: readonly string[]): Target | null {
  if (!placed) return null;
  const way: Placed[] = [placed];
  for (let up = placed.ancestors.length - 1; up > 0 && way.length < 4; up--) {
    const node = placed.ancestors[up];
    if (node) way.push({ node, ancestors: placed.ancestors.slice(0, up) });
  }
  return single(
    way.find(({ node }) => words.every((word) => carries(frame, node, frame.language.singular(word)))),
  );
}

/** Of those with a role the one that carries the words itself, in what it lies in, or in what lies in it. */
function roleAbout(frame: Frame, words: readonly string[], noun: readonly string[]): Target | null {
  const known = roleOf(frame, noun.join(' '));
  if (!known || known.many) return null;
  const holds = (node: OutlineNode) => {
    const text =
      `${node.name.slice(0, 200)} ${node.text?.slice(0, 200) ?? ''} ${node.component ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const all = withRole(frame, known.role).slice(0, 120);
  const own = all.find(({ node }) => holds(node));
  const around = own ?? all.find(({ ancestors }) => ancestors.slice(1).some(holds));
  const beside =
    around ??
    all.find((placed) => {
      const small = placed.ancestors
        .slice(1)
        .findLast((node) => shareOf(node, frame.outline) < 0.2 && node.children.length > 1);
      return [placed.node, ...(small ? [small] : [])].some((node) => [...leaves(node)].some(holds));
    });
  const one = single(beside);
  return one && (known.role === 'chart' || known.role === 'ring' || known.role === 'line')
    ? { ...one, chart: true }
    : one;
}

const isIn = (placed: Placed, inside: Target | undefined) =>
  !inside || inside.members.some(({ node }) => placed.ancestors.includes(node));

function byWholeName(frame: Frame, phrase: string, inside?: Target): Target | null {
  const found = (frame.byName.get(phrase) ?? []).filter((one) => isIn(one, inside));
  return rowed(frame, single(bestOf(frame, found)));
}

/** Of several of one name: what can be moved, then what is largest, then what is on top. */
function bestOf(frame: Frame, placed: readonly Placed[]): Placed | undefined {
  const movable = placed.filter((one) => isApart(one) && shareOf(one.node, frame.outline) < 0.9);
  return largest(movable.length > 0 ? movable : placed, (node) => areaOf(node.box));
}

function byRole(frame: Frame, phrase: string, inside?: Target): Target | null {
  const known = roleOf(frame, phrase);
  if (!known) return null;
  const { role, many } = known;
  const own =
    role === 'name' || role === 'price' || role === 'line' || role === 'list' || role === 'modal'
      ? byWholeName(frame, phrase, inside)
      : null;
  if (own) return own;
  const pool = inside ? frame.placed.filter((one) => isIn(one, inside)) : frame.placed;
  const found = withRole(frame, role, pool, many);
  if (found.length === 0) return null;
  const chart = role === 'chart' || role === 'bars' || role === 'line' || role === 'ring';
  if (role === 'bars') return { called: phrase, members: byPlace(found), many: true, chart: true };
  const one = many ? null : single(found[0]);
  if (!many) return one && chart ? { ...one, chart } : one;
  return {
    called: phrase,
    members: placedInOrder(found),
    many: true,
    ...(chart && { chart }),
    ...(role === 'number' && { numbers: true }),
  };
}

/** Bars on one baseline come from left to right however tall they are. */
function byPlace(placed: readonly Placed[]): Placed[] {
  const xs = new Set(placed.map(({ node }) => Math.round(node.box.x)));
  return [...placed].sort((a, b) =>
    xs.size > 1 ? a.node.box.x - b.node.box.x : a.node.box.y - b.node.box.y,
  );
}

/** A family by what its members are called, by their number, or by a noun for members of any family. */
function byFamily(
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

function family(called: string, { members }: Family): Target {
  return { called, members, many: true };
}

function carries({ stems }: Frame, node: OutlineNode, word: string): boolean {
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
function byOrdinal(frame: Frame, words: readonly string[], inside?: Target): Target | null {
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

function one(called: string, placed: Placed | undefined): Target | null {
  return placed ? { called: placed.node.text ? calledOf(placed.node) : called, members: [placed] } : null;
}

/** Every word that says something is in the name, the text or the component; the closest, then the topmost wins. */
function byWords(frame: Frame, words: readonly string[], inside?: Target): Target | null {
  const { language } = frame;
  const wanted = words.filter(
    (word) => !language.generic.has(word) && !language.generic.has(language.singular(word)),
  );
  const needed = wanted.some((word) => /\p{L}/u.test(word))
    ? wanted
    : words.map((word) => language.singular(word));
  const lists = needed.map(
    (word) => frame.byWord.get(word) ?? frame.byWord.get(language.singular(word)) ?? [],
  );
  const [fewest = []] = [...lists].sort((a, b) => a.length - b.length);
  const others = lists.filter((list) => list !== fewest).map((list) => new Set(list));
  let best: { placed: Placed; score: number } | undefined;
  for (const placed of fewest) {
    if (!others.every((list) => list.has(placed)) || !isIn(placed, inside)) continue;
    const { name, text, component } = placed.node;
    const lengths = [name, text ?? '', component ?? ''].map((each) =>
      each && needed.every((word) => each.toLowerCase().includes(word)) ? each.length : 400,
    );
    // A word in a long text is hardly what somebody means.
    const score = -Math.min(...lengths) - (placed.node.kind === 'text' && name === text ? 2 : 0);
    if (score > -300 && (!best || score > best.score)) best = { placed, score };
  }
  return best ? rowed(frame, single(best.placed)) : null;
}

/** A label stands for its row: “the total” is the line with the sum in it. */
function rowed({ outline }: Frame, target: Target | null): Target | null {
  const placed = target?.members[0];
  const parent = placed?.ancestors.at(-1);
  if (!target || !placed || placed.node.kind !== 'text' || !parent) return target;
  if (parent.id === outline.id || shareOf(parent, outline) > 0.2) return target;
  const texts = parent.children.filter((child) => child.kind === 'text');
  const beside = parent.box.height <= placed.node.box.height * 3.2;
  return texts.length <= 3 && (beside || texts.length > 1)
    ? { ...target, members: [{ node: parent, ancestors: placed.ancestors.slice(0, -1) }] }
    : target;
}

/** Everything that moves when everything moves: the frame's own layers, in taste's order later. */
export function everything(frame: Frame): Target | null {
  const members = contentOf(frame.outline);
  return members.length > 0 ? { called: frame.language.say.all, members, all: true, many: true } : null;
}

/** What of a target can be taken out of the picture and is not its ground. */
export function movable({ outline }: Frame, target: Target): Target | null {
  const members = target.members.filter((each) => isApart(each) && shareOf(each.node, outline) < 0.9);
  return members.length > 0 ? { ...target, members } : null;
}

/** The target without others: those that it names, lie in them, or hold nothing but them. */
export function without(target: Target, others: readonly Target[]): Target | null {
  const out = others.flatMap((other) => other.members.map((each) => each.node));
  const members = target.members.filter(
    ({ node, ancestors }) =>
      !out.some(
        (each) => each === node || ancestors.includes(each) || (contains(node, each.id) && !target.many),
      ),
  );
  const kept = members.filter(({ node }) => !out.some((each) => contains(node, each.id)));
  const { all: _, ...rest } = target;
  return kept.length > 0 ? { ...(kept.length < target.members.length ? rest : target), members: kept } : null;
}
