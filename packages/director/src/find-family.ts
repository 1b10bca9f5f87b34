import type { Outline, OutlineNode } from '@animatic/schema';
import { type Family, familiesOf, inReadingOrder } from './families.ts';
import { areaOf, isApart, largest, type Placed, walk } from './outline.ts';
import type { Target } from './targets.ts';
import { singular, tidy } from './tidy.ts';

const FAMILY =
  /^(?:all )?(?:(?:three|four|five|six|\d+) )?(cards?|tiles?|items?|rows?|list|list items|entries|boxes|panels|products?|columns?|blocks?|elements|family|grid|options?|plans?|steps?|features?|keys|stats?|metrics|kpis?|thumbnails?)$/;
const ORDINAL =
  /^(first|second|third|fourth|fifth|last|middle|left|right|top|bottom|tallest|highest|widest|largest|biggest|smallest|shortest)(?:most)? (.+)$/;
const COUNTED = /^(two|three|four|five|six|seven|eight|[2-9]) (\p{L}+s)$/u;
const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
/** A family by what it is called, by the generic names of families, or by its number: “the three pieces”. */
export function byFamily(outline: Outline, phrase: string): Target | null {
  const words = phrase
    .replace(/^(?:all|both) (?:the )?/, '')
    .replace(/^(?:two|three|four|five|six|\d+) /, '');
  const last = words.split(' ').at(-1) ?? '';
  const plural = singular(last) !== last;
  const families = familiesOf(outline);
  const exact = plural || FAMILY.test(phrase) ? families.find((family) => named(family, last)) : undefined;
  if (exact) return { called: `the ${words}`, members: exact.members };
  const namesakes = plural ? sameName(outline, last) : [];
  if (namesakes.length > 1) return { called: `the ${words}`, members: namesakes };
  const counted = phrase.match(COUNTED);
  if (counted?.[1]) {
    const number = NUMBERS.includes(counted[1]) ? NUMBERS.indexOf(counted[1]) + 2 : Number(counted[1]);
    const of = families.find((family) => family.members.length === number);
    if (of) return { called: `the ${phrase}`, members: of.members };
  }
  if (!FAMILY.test(phrase) || !(plural || /list|grid|family/.test(phrase))) return null;
  const main = families.find((family) => family.members.length >= 3) ?? families[0];
  return main ? { called: `the ${words}`, members: main.members } : null;
}

function isNamed({ name, component }: OutlineNode, wanted: string): boolean {
  return tidy(`${name} ${component ?? ''}`)
    .split(/[ /,-]/)
    .some((part) => singular(part.replace(/\d+$/, '')) === wanted);
}

function named(family: Family, word: string): boolean {
  const wanted = singular(word);
  return family.members.every(({ node }) => isNamed(node, wanted));
}

/** Siblings of one name that are no family by their looks, such as the bars of a chart; the largest such group. */
function sameName(outline: Outline, word: string): Placed[] {
  const wanted = singular(word);
  const groups = new Map<string, Placed[]>();
  for (const placed of walk(outline)) {
    const parent = placed.ancestors.at(-1);
    if (!parent || !isApart(placed) || !isNamed(placed.node, wanted)) continue;
    groups.set(parent.id, [...(groups.get(parent.id) ?? []), placed]);
  }
  const [most] = [...groups.values()].sort((a, b) => b.length - a.length);
  if (!most) return [];
  return inReadingOrder(most.map((one) => one.node)).flatMap(
    (node) => most.find((one) => one.node === node) ?? [],
  );
}

const SUPERLATIVES: Record<string, (node: OutlineNode) => number> = {
  left: (node) => -node.box.x,
  right: (node) => node.box.x,
  top: (node) => -node.box.y,
  bottom: (node) => node.box.y,
  tallest: (node) => node.box.height,
  highest: (node) => node.box.height,
  widest: (node) => node.box.width,
  largest: (node) => areaOf(node.box),
  biggest: (node) => areaOf(node.box),
  smallest: (node) => -areaOf(node.box),
  shortest: (node) => -node.box.height,
};

/** “The second card”, “the tallest bar”. */
export function byOrdinal(outline: Outline, phrase: string): Target | null {
  const [, which = '', of = ''] = phrase.match(ORDINAL) ?? [];
  if (!of) return null;
  const family = byFamily(outline, of.endsWith('s') ? of : `${of}s`) ?? byFamily(outline, of);
  if (!family || family.members.length < 2) return null;
  const { members } = family;
  const superlative = SUPERLATIVES[which];
  const index = ORDINALS.indexOf(which);
  const found = superlative
    ? largest(members, superlative)
    : which === 'last'
      ? members.at(-1)
      : which === 'middle'
        ? members[Math.floor((members.length - 1) / 2)]
        : members[index];
  return found ? { called: `the ${which} ${of}`, members: [found] } : null;
}
