import type { Outline, OutlineNode } from '@animatic/schema';
import { type Family, familiesIn } from '../structure/families.ts';
import { inReadingOrder } from '../structure/order.ts';
import { findRole, standsStill } from '../structure/roles.ts';
import { area, type Placed, placedNodes } from '../structure/walk.ts';
import { plainOf } from './clauses.ts';
import type { Language } from './english.ts';

/** What words name in a frame. */
export interface Target {
  /** For people: `“Pay now”`, `6 cards`, `everything`. */
  label: string;
  /** In the order in which they come. */
  nodes: OutlineNode[];
}

/** A frame, looked through once. */
export interface Scenery {
  frame: Outline;
  placed: Placed[];
  families: Family[];
}

export function lookThrough(frame: Outline): Scenery {
  const placed = placedNodes(frame);
  return { frame, placed, families: familiesIn(frame, placed) };
}

/**
 * Finds what words name: everything, a family, a layer by name, a layer by its text, a layer by its role.
 * Gives nothing rather than a guess.
 *
 * @example findTarget('the pay button', scenery, english)
 */
export function findTarget(words: string, scenery: Scenery, language: Language): Target | undefined {
  const phrase = nounPhrase(words, language);
  if (!phrase) return undefined;
  if (language.everything.test(phrase)) return { label: 'everything', nodes: everything(scenery) };
  return (
    byFamilyName(phrase, scenery) ??
    byName(phrase, scenery) ??
    byRole(phrase, scenery, language) ??
    byFamilyWord(phrase, scenery, language) ??
    byText(phrase, scenery)
  );
}

/** The words without articles and the like around them. */
export function nounPhrase(words: string, language: Language): string {
  const list = plainOf(words).split(' ').filter(Boolean);
  const isFiller = (word: string | undefined) =>
    word !== undefined &&
    (language.filler.has(word) || /ly$/.test(word)) &&
    !/^(?:all|page|screen|everything)$/.test(word);
  while (isFiller(list[0])) list.shift();
  while (isFiller(list.at(-1))) list.pop();
  return list.join(' ');
}

/** What stands in a frame as a thing of its own: the pieces that come when everything comes. */
export function everything({ frame }: Scenery): OutlineNode[] {
  let layer: OutlineNode = frame;
  for (;;) {
    const only: OutlineNode | undefined = layer.children.filter((child) => !standsStill(child, frame))[0];
    const alone = layer.children.filter((child) => !standsStill(child, frame)).length === 1;
    if (!alone || !only?.opens || only.children.length < 2) break;
    layer = only;
  }
  return inReadingOrder(layer.children.filter((child) => !standsStill(child, frame)));
}

function byName(phrase: string, { placed, frame }: Scenery): Target | undefined {
  const wanted = tokens(phrase);
  const scored = placed
    .filter(
      ({ node }) =>
        area(node) > 0 &&
        !/^(?:frame|group|rectangle|ellipse|vector|line|polygon|star|text)(?: \d+)?$/i.test(node.name),
    )
    .map(({ node }) => ({ node, score: likeness(wanted, tokens(node.name)) }))
    .filter(({ score }) => score >= 0.75);
  if (scored.length === 0) return undefined;
  const top = Math.max(...scored.map(({ score }) => score));
  const found = scored.filter(({ score }) => score > top - 0.01).map(({ node }) => node);
  const outer = found.filter((node) => !found.some((other) => other !== node && contains(other, node)));
  if (outer.length > 1 && isPlural(phrase)) return named(inReadingOrder(outer), phrase);
  const one = outer.reduce((a, b) => (area(b) > area(a) && area(b) < area(frame) * 0.95 ? b : a));
  return { label: `“${short(one.name)}”`, nodes: [one] };
}

function byFamilyName(phrase: string, { families }: Scenery): Target | undefined {
  if (!isPlural(phrase)) return undefined;
  const wanted = tokens(phrase);
  const found = families.find(
    ({ members, parent }) =>
      members.some(
        (member) =>
          likeness(wanted, tokens(member.name)) >= 0.75 ||
          likeness(wanted, tokens(member.component ?? '')) >= 0.75,
      ) || likeness(wanted, tokens(parent.name)) >= 0.9,
  );
  return found && named(found.members, phrase);
}

function byFamilyWord(phrase: string, { families }: Scenery, language: Language): Target | undefined {
  if (!language.families.test(phrase.split(' ').at(-1) ?? '')) return undefined;
  const found = families[0];
  return found && named(found.members, phrase);
}

function byRole(phrase: string, { frame, placed }: Scenery, language: Language): Target | undefined {
  const role = language.roles.find(([pattern]) => pattern.test(phrase))?.[1];
  const node = role && findRole(role, frame, placed);
  return node && { label: `“${short(node.text ?? node.name)}”`, nodes: [node] };
}

function byText(phrase: string, { placed }: Scenery): Target | undefined {
  const wanted = tokens(phrase);
  const found = placed
    .filter(({ node }) => node.text)
    .map(({ node }) => ({ node, score: likeness(wanted, tokens(node.text ?? '').slice(0, 12)) }))
    .sort((a, b) => b.score - a.score)[0];
  if (!found || found.score < 0.75) return undefined;
  return { label: `“${short(found.node.text ?? found.node.name)}”`, nodes: [found.node] };
}

function named(nodes: OutlineNode[], phrase: string): Target {
  return { label: `${nodes.length} ${phrase.replace(/^\d+ /, '')}`, nodes };
}

/** Share of the wanted words that a name has; a name that says much more is less alike. */
function likeness(wanted: readonly string[], name: readonly string[]): number {
  if (wanted.length === 0 || name.length === 0) return 0;
  const hits = wanted.filter((word) => name.some((other) => sameWord(word, other))).length;
  return (hits / wanted.length) * (0.8 + 0.2 * Math.min(1, wanted.length / name.length));
}

function sameWord(a: string, b: string): boolean {
  return a === b || singular(a) === singular(b);
}

function singular(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

function isPlural(phrase: string): boolean {
  return /[^s]s$/.test(phrase);
}

function tokens(text: string): string[] {
  return plainOf(text.replace(/([a-z])([A-Z])/g, '$1 $2'))
    .split(/[\s/._-]+/)
    .filter((word) => word && !/^(?:the|a|an|of|and|to)$/.test(word));
}

function contains(outer: OutlineNode, inner: OutlineNode): boolean {
  return outer.children.some((child) => child === inner || contains(child, inner));
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 28 ? `${line.slice(0, 27).trimEnd()}…` : line;
}
