import type { Outline, OutlineNode } from '@animatic/schema';
import { area, type Placed, textsIn } from './walk.ts';

/** The part that a layer plays in its frame, found by structure. */
export const roles = [
  'headline',
  'hero',
  'action',
  'logo',
  'chart',
  'total',
  'navigation',
  'search',
] as const;
export type Role = (typeof roles)[number];

const namedAs: Record<Role, RegExp> = {
  headline: /\b(head(line|ing)|title|h1)\b/i,
  hero: /\b(hero|cover|key visual|main image)\b/i,
  action: /\b(cta|call to action|(pay|buy|checkout|order|primary|submit|continue) ?(button)?|button)\b/i,
  logo: /\b(logo|logotype|wordmark|brand)\b/i,
  chart: /\b(chart|graph|plot|diagram|sparkline)\b/i,
  total: /\b(total|sum|amount due|grand total|balance)\b/i,
  navigation:
    /\b(nav(igation)?|tab ?bar|menu|side ?bar|toolbar|header|app ?bar|status ?bar|home indicator)\b/i,
  search: /\bsearch\b/i,
};

/** The layer that plays a role, or nothing: a name that says so first, then what it looks like. */
export function findRole(role: Role, frame: Outline, placed: readonly Placed[]): OutlineNode | undefined {
  const named = placed.filter(({ node }) => namedAs[role].test(node.name)).map(({ node }) => node);
  if (role === 'headline')
    return (
      best(
        named.filter((node) => textsIn(node).length === 1),
        fontSize,
      ) ?? largestText(placed)
    );
  if (role === 'hero') return best(named, area) ?? largestImage(frame, placed);
  if (role === 'action')
    return (
      best(
        named.filter((node) => area(node) < area(frame) / 4),
        actionWeight,
      ) ?? interactive(placed)
    );
  if (role === 'total') return best(named, area) ?? largestAmount(placed);
  return best(named, area);
}

/** Ground and navigation stand still by themselves. */
export function standsStill(node: OutlineNode, frame: Outline): boolean {
  if (node.fixed || namedAs.navigation.test(node.name)) return true;
  return area(node) >= area(frame) * 0.9 && node.children.length === 0;
}

function best(nodes: readonly OutlineNode[], weigh: (node: OutlineNode) => number): OutlineNode | undefined {
  return nodes.reduce<OutlineNode | undefined>(
    (found, node) => (found && weigh(found) >= weigh(node) ? found : node),
    undefined,
  );
}

function fontSize(node: OutlineNode): number {
  return Math.max(0, ...textsIn(node).map((text) => text.fontSize ?? 0));
}

function largestText(placed: readonly Placed[]): OutlineNode | undefined {
  const texts = placed.map(({ node }) => node).filter((node) => node.text && /\p{L}{2}/u.test(node.text));
  return best(texts, (node) => node.fontSize ?? 0);
}

function largestImage(frame: Outline, placed: readonly Placed[]): OutlineNode | undefined {
  const images = placed.map(({ node }) => node).filter((node) => node.hasImage || node.kind === 'image');
  return best(
    images.filter((node) => area(node) > area(frame) * 0.06),
    area,
  );
}

function actionWeight(node: OutlineNode): number {
  return (node.interactive ? 1e6 : 0) + area(node);
}

function interactive(placed: readonly Placed[]): OutlineNode | undefined {
  const links = placed.map(({ node }) => node).filter((node) => node.interactive && node.box.height < 120);
  return best(links, (node) => node.box.y + node.box.height);
}

function largestAmount(placed: readonly Placed[]): OutlineNode | undefined {
  const amounts = placed
    .map(({ node }) => node)
    .filter((node) => node.text && /[€$£¥]\s?\d|\d[\d.,]*\s?(€|\$|£|kr|chf|usd|eur)/i.test(node.text));
  return best(amounts, (node) => (node.fontSize ?? 0) * 1e4 + node.box.y);
}
