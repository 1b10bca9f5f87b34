import type { OutlineNode } from '@animatic/schema';
import { type Role, roles } from '../language/language.ts';
import type { Frame } from './frame.ts';
import { areaOf, headlineOf, largest, type Placed, shareOf } from './outline.ts';
import { barsAmong, isLine, isNumber, isRing } from './structure.ts';

const patterns = new Map<string, RegExp>();

/** Whether a layer's name or component carries one of a role's words. */
function named(node: OutlineNode, names: string | undefined): boolean {
  if (!names) return false;
  const pattern = patterns.get(names) ?? new RegExp(`(?:^|[^\\p{L}])(?:${names})s?(?:$|[^\\p{L}])`, 'iu');
  patterns.set(names, pattern);
  return pattern.test(node.name.slice(0, 200)) || pattern.test(node.component?.slice(0, 200) ?? '');
}

/** The role that a noun phrase names, and whether it is about many. */
export function roleOf(frame: Frame, phrase: string): { role: Role; many: boolean } | null {
  const known = nouns(frame);
  const role = known.get(phrase);
  if (role) return { role, many: false };
  const words = phrase.split(' ');
  const last = words.pop() ?? '';
  const singular = frame.language.singular(last);
  if (singular === last) return null;
  const plural = known.get([...words, singular].join(' '));
  return plural ? { role: plural, many: true } : null;
}

const nounsOf = new WeakMap<object, Map<string, Role>>();

function nouns({ language }: Frame): Map<string, Role> {
  const known = nounsOf.get(language);
  if (known) return known;
  const map = new Map<string, Role>();
  for (const role of roles)
    for (const noun of language.roles[role].nouns.split('|')) if (!map.has(noun)) map.set(noun, role);
  nounsOf.set(language, map);
  return map;
}

const money = (node: OutlineNode) => /\p{Sc}\s?\d|\d\s?\p{Sc}/u.test(node.text?.slice(0, 60) ?? '');
const size = (node: OutlineNode) => node.fontSize ?? node.box.height;
const pictured = (node: OutlineNode) => node.hasImage === true || node.kind === 'image';

/** All that have a role, the one that is most likely meant first. */
export function withRole(
  frame: Frame,
  role: Role,
  placed: readonly Placed[] = frame.placed,
  many = false,
): Placed[] {
  if (placed !== frame.placed) return look(frame, role, placed, many);
  const key = `${role} ${many}`;
  const found = frame.roles.get(key) ?? look(frame, role, placed, many);
  frame.roles.set(key, found);
  return found;
}

function look(frame: Frame, role: Role, placed: readonly Placed[], many: boolean): Placed[] {
  const { outline, language } = frame;
  const { names } = language.roles[role];
  const byName = (most: number, least = 0) =>
    placed.filter(({ node }) => {
      const share = shareOf(node, outline);
      return share < most && share >= least && named(node, names);
    });
  const by = (most: (node: OutlineNode) => number) => (a: Placed, b: Placed) => most(b.node) - most(a.node);
  const area = by((node) => areaOf(node.box));
  switch (role) {
    case 'headline': {
      const best = placed === frame.placed ? headlineOf(outline) : largest(texts(placed), size);
      const rest = byName(0.5).filter((one) => one.node !== best?.node && one.node.kind === 'text');
      return best ? [best, ...rest] : rest;
    }
    case 'subtitle': {
      const called = byName(0.5);
      if (called.length > 0) return called;
      const head = headlineOf(outline);
      const below = texts(placed).filter(
        ({ node }) =>
          head &&
          node !== head.node &&
          node.box.y >= head.node.box.y &&
          node.box.y - head.node.box.y < outline.size.height * 0.3,
      );
      return below.sort((a, b) => a.node.box.y - b.node.box.y).slice(0, 1);
    }
    case 'button': {
      const called = outermost(byName(0.25));
      const pressed = outermost(
        placed.filter(
          ({ node }) => node.interactive && node.children.length > 0 && shareOf(node, outline) < 0.15,
        ),
      );
      return (called.length > 0 ? called : pressed).sort(area);
    }
    case 'chart': {
      const called = byName(0.7).sort(area);
      if (called.length > 0 && !many) return called;
      const built = placed.filter(({ node }) => barsAmong(node) !== null || isLine(node) || isRing(node));
      return outermost([...called, ...built.filter((one) => !called.includes(one))]).sort(area);
    }
    case 'bars':
      return placed.filter(({ node, ancestors }) => {
        const parent = ancestors.at(-1);
        return parent !== undefined && barsAmong(parent)?.bars.includes(node) === true;
      });
    case 'line':
      return placed.filter(({ node }) => isLine(node) && node.children.length === 0).sort(area);
    case 'ring':
      return placed.filter(({ node }) => isRing(node)).sort(area);
    case 'hero': {
      const called = byName(0.85, 0.02).sort(area);
      if (called.length > 0) return called;
      return placed
        .filter(({ node }) => pictured(node) && shareOf(node, outline) < 0.85)
        .sort(area)
        .slice(0, 1);
    }
    case 'image':
      return placed.filter(({ node }) => pictured(node) && shareOf(node, outline) < 0.85).sort(area);
    case 'price':
      return placed.filter(({ node }) => money(node)).sort(by(size));
    case 'number': {
      const numbers = placed.filter(({ node }) => isNumber(node)).sort(by(size));
      const figures = many ? numbers.filter((one) => !isTick(one)) : numbers;
      return figures.length > 0 ? figures : numbers;
    }
    case 'text': {
      const headline = headlineOf(outline)?.node;
      return texts(placed)
        .filter(({ node }) => node !== headline)
        .sort(area);
    }
    case 'list': {
      const called = byName(0.9, 0.02).sort(area);
      if (called.length > 0) return called;
      const parents = new Set(
        frame.families.filter(({ members }) => members.length >= 3).map((family) => family.parent),
      );
      return [...parents].flatMap((id) => placed.find(({ node }) => node.id === id) ?? []);
    }
    case 'navigation':
    case 'header': {
      const called = outermost(byName(0.5));
      if (called.length > 0) return called.sort(area);
      return placed.filter(({ node, ancestors }) => node.fixed && ancestors.length === 1);
    }
    case 'name': {
      // In a card the name is its headline; in a frame a layer must be called so.
      const best = placed === frame.placed ? undefined : largest(texts(placed), size);
      return best ? [best] : [];
    }
    case 'logo':
    case 'icon':
    case 'avatar':
    case 'modal':
      return outermost(byName(0.8)).sort(role === 'modal' ? area : by((node) => -node.box.y));
  }
}

/** A number along an axis: one of several of a size beside bars or a line. */
function isTick({ node, ancestors }: Placed): boolean {
  const parent = ancestors.at(-1);
  if (!parent || (barsAmong(parent) === null && !parent.children.some(isLine))) return false;
  return parent.children.filter((each) => isNumber(each) && size(each) === size(node)).length >= 3;
}

function texts(placed: readonly Placed[]): Placed[] {
  return placed.filter(({ node }) => node.kind === 'text' && /\p{L}/u.test(node.text ?? ''));
}

/** Those that lie in none of the others. */
function outermost(placed: Placed[]): Placed[] {
  const nodes = new Set(placed.map((one) => one.node));
  return placed.filter((one) => !one.ancestors.some((above) => nodes.has(above)));
}
