import type { Outline, OutlineNode } from '@animatic/schema';
import { type Family, familiesOf, mainFamily } from './families.ts';
import { areaOf, headlineOf, type Placed, shareOf, walk } from './outline.ts';

/** What a caption's words point at: one node, or a family of them. */
export interface Target {
  /** As it is called in the frame, for people. */
  called: string;
  members: Placed[];
}

const HEADLINE = /^(?:main )?(?:headline|heading|title|header text|h1)$/;
const BUTTON = /^(?:(?:main|primary|big) )?(?:button|cta|call[- ]to[- ]action)$/;
const CHART = /^(?:chart|graph|plot|diagram)$/;
const IMAGE = /^(?:(?:hero|main|big) )?(?:image|photo|picture|hero|visual|illustration|cover)$/;
const PRICE = /^(?:price|cost|amount)$/;
const ALL =
  /^(?:everything|all|it all|all of it|elements?|all (?:the )?(?:elements|layers|content)|content|contents|layers|things)$/;
const FAMILY =
  /^(?:all )?(?:(?:three|four|five|six|\d+) )?(cards?|tiles?|items?|rows?|list|list items|entries|boxes|panels|products?|columns?|blocks?|elements|family|grid|options?|plans?|steps?|features?|keys|stats?|metrics|kpis?|thumbnails?)$/;
const ORDINAL = /^(first|second|third|fourth|fifth|last|middle|left|right|top|bottom)(?:most)? (.+)$/;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const GENERIC = new Set(
  'the a an this that our your its card button section panel area block row text label layer screen box field icon image part of on in at and'.split(
    ' ',
  ),
);

/**
 * Finds what a caption's words name in a frame, by name, by text, or by what a thing is. Null where nothing fits:
 * the director never guesses.
 *
 * @example findTarget(outline, 'the total')?.called // 'Total'
 */
export function findTarget(outline: Outline, words: string): Target | null {
  const phrase = tidy(words);
  if (!phrase) return null;
  const ordinal = phrase.match(ORDINAL);
  return (
    byKind(outline, phrase) ??
    (ordinal?.[1] && ordinal[2] ? byOrdinal(outline, ordinal[1], ordinal[2]) : null) ??
    byFamily(outline, phrase) ??
    byName(outline, phrase)
  );
}

export function tidy(words: string): string {
  return words
    .toLowerCase()
    .replace(/[“”"'‘’«»()]/g, '')
    .replace(/[^\p{L}\p{N}€$£%.,&+ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:(?:on|to|at|into|towards?|of|from|over|across) )?(?:(?:the|a|an|this|that|our|your|its|each|every) )+/,
      '',
    )
    .replace(/[ .,-]+$/, '');
}

function single(placed: Placed | undefined, called?: string): Target | null {
  return placed ? { called: called ?? nameOf(placed.node), members: [placed] } : null;
}

function nameOf(node: OutlineNode): string {
  const text = node.text?.replace(/\s+/g, ' ').trim();
  return text && text.length <= 60 ? text : node.name;
}

function byKind(outline: Outline, phrase: string): Target | null {
  if (HEADLINE.test(phrase)) return single(headlineOf(outline));
  if (BUTTON.test(phrase)) return single(buttonOf(outline));
  if (CHART.test(phrase)) return single(chartOf(outline));
  if (PRICE.test(phrase)) return byName(outline, phrase) ?? single(priceOf(outline));
  if (IMAGE.test(phrase)) return single(imageOf(outline)) ?? byName(outline, phrase);
  if (ALL.test(phrase)) return everything(outline);
  return null;
}

function everything(outline: Outline): Target | null {
  const family = mainFamily(outline);
  if (family) return { called: 'the family of like layers', members: family.members };
  const members = [...walk(outline)].filter(
    ({ node, ancestors }) => ancestors.length === 1 && !node.fixed && shareOf(node, outline) < 0.6,
  );
  return members.length > 0 && outline.opens ? { called: 'the layers', members } : null;
}

function largest(candidates: Iterable<Placed>, most: (node: OutlineNode) => number): Placed | undefined {
  let best: Placed | undefined;
  for (const one of candidates) if (!best || most(one.node) > most(best.node)) best = one;
  return best;
}

function buttonOf(outline: Outline): Placed | undefined {
  const named = [...walk(outline)].filter(
    ({ node }) =>
      /\b(?:button|btn|cta)\b/i.test(`${node.name} ${node.component ?? ''}`) && shareOf(node, outline) < 0.25,
  );
  const pressed = [...walk(outline)].filter(
    ({ node }) => node.interactive && node.children.length > 0 && shareOf(node, outline) < 0.15,
  );
  return largest(named.length > 0 ? named : pressed, (node) => areaOf(node.box));
}

function chartOf(outline: Outline): Placed | undefined {
  const named = [...walk(outline)].filter(({ node }) =>
    /\b(?:chart|graph|plot|sparkline|donut|histogram|bars)\b/i.test(node.name),
  );
  return largest(named, (node) => areaOf(node.box));
}

function priceOf(outline: Outline): Placed | undefined {
  const priced = [...walk(outline)].filter(({ node }) => /[€$£¥]\s?\d|\d\s?[€$£¥]/.test(node.text ?? ''));
  return largest(priced, (node) => node.fontSize ?? node.box.height);
}

function imageOf(outline: Outline): Placed | undefined {
  const images = [...walk(outline)].filter(({ node }) => node.hasImage || node.kind === 'image');
  const apart = images.filter(({ node }) => shareOf(node, outline) < 0.85);
  return largest(apart, (node) => areaOf(node.box));
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:xes|sses|ches)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function named(family: Family, word: string): boolean {
  const wanted = singular(word);
  return family.members.every(({ node }) =>
    tidy(`${node.name} ${node.component ?? ''}`)
      .split(/[ /,-]/)
      .some((part) => singular(part.replace(/\d+$/, '')) === wanted),
  );
}

function byFamily(outline: Outline, phrase: string): Target | null {
  const words = phrase
    .replace(/^(?:all|both) (?:the )?/, '')
    .replace(/^(?:two|three|four|five|six|\d+) /, '');
  const last = words.split(' ').at(-1) ?? '';
  const plural = singular(last) !== last;
  const families = familiesOf(outline);
  const exact = plural || FAMILY.test(phrase) ? families.find((family) => named(family, last)) : undefined;
  if (exact) return { called: `the ${words}`, members: exact.members };
  if (!FAMILY.test(phrase) || !(plural || /list|grid|family/.test(phrase))) return null;
  const main = families.find((family) => family.members.length >= 3) ?? families[0];
  return main ? { called: `the ${words}`, members: main.members } : null;
}

function byOrdinal(outline: Outline, which: string, of: string): Target | null {
  const plural = of.endsWith('s') ? of : `${of}s`;
  const family = byFamily(outline, plural) ?? byFamily(outline, of);
  if (!family || family.members.length < 2) return null;
  const { members } = family;
  const by = (score: (node: OutlineNode) => number) => largest(members, score);
  const index = ORDINALS.indexOf(which);
  const found =
    index >= 0
      ? members[index]
      : which === 'last'
        ? members.at(-1)
        : which === 'middle'
          ? members[Math.floor((members.length - 1) / 2)]
          : which === 'left' || which === 'right'
            ? by((node) => (which === 'left' ? -node.box.x : node.box.x))
            : by((node) => (which === 'top' ? -node.box.y : node.box.y));
  return single(found, `the ${which} ${of}`);
}

/** The best match of name or text; every word of the phrase that says something must be there. */
function byName(outline: Outline, phrase: string): Target | null {
  const wanted = phrase.split(' ').filter((word) => !GENERIC.has(word));
  const words = wanted.length > 0 ? wanted : phrase.split(' ');
  let best: { placed: Placed; score: number } | undefined;
  for (const placed of walk(outline)) {
    const score = Math.max(
      scoreOf(placed.node.name, phrase, words) + 5,
      scoreOf(placed.node.text, phrase, words),
      scoreOf(placed.node.component, phrase, words),
    );
    if (score >= 40 && (!best || score > best.score)) best = { placed, score };
  }
  if (!best) return null;
  const { placed } = best;
  return placed.node.kind === 'text' ? single(rowOf(placed, outline), nameOf(placed.node)) : single(placed);
}

function scoreOf(candidate: string | undefined, phrase: string, words: readonly string[]): number {
  if (!candidate) return 0;
  const text = tidy(candidate);
  if (text === phrase) return 100;
  const parts = text.split(/[ /,._-]+/).map(singular);
  if (!words.every((word) => parts.includes(singular(word)))) return 0;
  return Math.max(40, 90 - (parts.length - words.length) * 6);
}

/** A label stands for its row: "the total" is the line with the sum in it. */
function rowOf(placed: Placed, outline: Outline): Placed {
  const parent = placed.ancestors.at(-1);
  if (!parent || parent.id === outline.id || shareOf(parent, outline) > 0.2) return placed;
  const texts = parent.children.filter((child) => child.kind === 'text');
  const beside = parent.box.height <= placed.node.box.height * 3.2;
  return texts.length <= 3 && (beside || texts.length > 1)
    ? { node: parent, ancestors: placed.ancestors.slice(0, -1) }
    : placed;
}
