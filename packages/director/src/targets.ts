import type { Outline, OutlineNode } from '@animatic/schema';
import { mainFamily } from './families.ts';
import { byFamily, byOrdinal } from './find-family.ts';
import { areaOf, headlineOf, isApart, largest, type Placed, shareOf, walk } from './outline.ts';
import { singular, tidy } from './tidy.ts';

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
  const parts = phrase.split(/ and (?:also )?/);
  if (parts.length === 1) return findOne(outline, phrase);
  const whole = byName(outline, phrase);
  if (whole) return whole;
  const found = parts.map((part) => findOne(outline, tidy(part)));
  const all = found.filter((one) => one !== null);
  if (all.length < found.length) return null;
  return { called: all.map((one) => one.called).join(' and '), members: all.flatMap((one) => one.members) };
}

function findOne(outline: Outline, phrase: string): Target | null {
  return (
    byKind(outline, phrase) ??
    byOrdinal(outline, phrase) ??
    byFamily(outline, phrase) ??
    byName(outline, phrase)
  );
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

/** What “everything” is: the most prominent family of like things, else the frame's own layers. */
export function everything(outline: Outline): Target | null {
  const family = mainFamily(outline);
  // A family in a container that cannot be taken apart does not move: then the frame's own layers do.
  if (family?.members.some(isApart)) return { called: 'the family of like layers', members: family.members };
  const members = [...walk(outline)].filter(
    (one) =>
      one.ancestors.length === 1 && isApart(one) && !one.node.fixed && shareOf(one.node, outline) < 0.6,
  );
  return members.length > 0 && outline.opens ? { called: 'the layers', members } : null;
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
  const parts = text.split(/[ /,._-]+/);
  // “Bars” are not the tab bar, but “the review” may be among “Reviews”.
  const has = (word: string) => parts.some((part) => part === word || singular(part) === word);
  if (!words.every(has)) return 0;
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
