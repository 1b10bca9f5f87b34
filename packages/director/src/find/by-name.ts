import { byPlace } from './by-family.ts';
import { type Frame, single, type Target } from './frame.ts';
import { areaOf, isApart, largest, type Placed, shareOf } from './outline.ts';
import { roleOf, withRole } from './roles.ts';
import { partsOf, placedInOrder } from './structure.ts';

export const isIn = (placed: Placed, inside: Target | undefined) =>
  !inside || inside.members.some(({ node }) => placed.ancestors.includes(node));

export function byWholeName(frame: Frame, phrase: string, inside?: Target): Target | null {
  const found = (frame.byName.get(phrase) ?? []).filter((one) => isIn(one, inside));
  return rowed(frame, single(bestOf(frame, found)));
}

/** Of several of one name: what can be moved, then what is largest, then what is on top. */
function bestOf(frame: Frame, placed: readonly Placed[]): Placed | undefined {
  const movable = placed.filter((one) => isApart(one) && shareOf(one.node, frame.outline) < 0.9);
  return largest(movable.length > 0 ? movable : placed, (node) => areaOf(node.box));
}

export function byRole(frame: Frame, phrase: string, inside?: Target): Target | null {
  const known = roleOf(frame, phrase);
  if (!known) return null;
  const { role, many } = known;
  const own =
    role === 'name' || role === 'price' || role === 'line' || role === 'list' || role === 'modal'
      ? byWholeName(frame, phrase, inside)
      : null;
  if (own) return own;
  const pool = inside ? frame.placed.filter((one) => isIn(one, inside)) : frame.placed;
  let found = withRole(frame, role, pool, many);
  // “The line chart” is one with a line in it, or one that is drawn of a piece.
  const kind = role === 'chart' ? roleOf(frame, phrase.split(' ')[0] ?? '')?.role : undefined;
  if (kind === 'bars' || kind === 'line' || kind === 'ring') {
    const of = (one: Placed) => partsOf(one).map((part) => part.kind);
    const all = withRole(frame, 'chart', pool, true);
    const drawn = all.filter((one) => of(one).includes(kind));
    found = drawn.length > 0 || kind === 'ring' ? drawn : found.filter((one) => of(one).length === 0);
  }
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

/** Every word that says something is in the name, the text or the component; the closest, then the topmost wins. */
export function byWords(frame: Frame, words: readonly string[], inside?: Target): Target | null {
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
