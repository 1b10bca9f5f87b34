import type { NodeId, Outline } from '@animatic/schema';
import { type Frame, frameOf, oneLine } from './find/frame.ts';
import { areaOf, headlineOf, isApart, leaves, type Placed, shareOf } from './find/outline.ts';
import { english } from './language/english.ts';

/** A layer that may be meant after an `@`. */
export interface Completion {
  id: NodeId;
  /** As it stands in the layer list. */
  name: string;
  /** Its text, where it has one and that is not its name. */
  text?: string;
  /** What to put in place of the `@` and what was typed after it. */
  insert: string;
}

const MOST = 8;

/**
 * Layers whose name or text fits what was typed after an `@`, the likeliest first: names that begin with it, words that
 * do, then names that hold it; of equals what is large and can move. At most eight.
 *
 * @example completions(outline, 'pa').map(({ insert }) => insert) // ['@Pay button', '@Pay now']
 */
export function completions(outline: Outline, prefix: string): Completion[] {
  const frame = frameOf(outline, english);
  const typed = oneLine(prefix).toLowerCase().slice(0, 200);
  const headline = headlineOf(outline)?.node;
  const ranked = frame.placed.flatMap((placed, order) => {
    const score = Math.max(fit(placed.node.name, typed), fit(placed.node.text, typed) - 1);
    if (score < 0) return [];
    const weight =
      (isApart(placed) ? 1 : 0) +
      (placed.node === headline ? 1 : 0) +
      Math.min(1, shareOf(placed.node, outline) * 4);
    return shareOf(placed.node, outline) < 0.95 ? [{ placed, score, weight, order }] : [];
  });
  ranked.sort(
    (a, b) =>
      b.score - a.score ||
      b.weight - a.weight ||
      areaOf(b.placed.node.box) - areaOf(a.placed.node.box) ||
      a.order - b.order,
  );
  return ranked.slice(0, MOST).flatMap(({ placed }) => {
    const insert = mentionOf(frame, placed);
    const { id, name, text } = placed.node;
    // Of alike rows a text says which is which.
    const alike = insert && frame.mentions.has(`${oneLine(name).toLowerCase()}#2`);
    const inside = alike ? [...leaves(placed.node)].find((leaf) => leaf.text)?.text : undefined;
    const shown = text ?? inside;
    return insert
      ? [
          {
            id,
            name: oneLine(name).slice(0, 120),
            insert,
            ...(shown && oneLine(shown) !== oneLine(name) && { text: oneLine(shown).slice(0, 60) }),
          },
        ]
      : [];
  });
}

/** How well a name fits: it begins so, a word does, it holds it, or its letters do in order; less than 0 for not at all. */
function fit(name: string | undefined, typed: string): number {
  if (!name) return -1;
  const low = oneLine(name.slice(0, 400)).toLowerCase();
  if (typed === '') return 1;
  if (low === typed) return 10;
  if (low.startsWith(typed)) return 8;
  const at = low.indexOf(typed);
  if (at > 0) return /[\p{L}\p{N}]/u.test(low.charAt(at - 1)) ? 4 : 6;
  let next = 0;
  for (const char of low) if (char === typed.charAt(next)) next += 1;
  return next === typed.length && typed.length > 2 ? 2 : -1;
}

/**
 * The text to put into a direction for a layer that was clicked: its name where only it has that, else with what it
 * lies in, `@Card 2/Photo`. Null where the frame has no such layer.
 *
 * @example mentionFor(outline, '1:23') // '@Pay button'
 */
export function mentionFor(outline: Outline, nodeId: NodeId): string | null {
  const frame = frameOf(outline, english);
  const placed = frame.placed.find(({ node }) => node.id === nodeId);
  return placed ? mentionOf(frame, placed) : null;
}

function mentionOf(frame: Frame, placed: Placed): string | null {
  const { node, ancestors } = placed;
  const names: string[] = [];
  let path = oneLine(node.name);
  if (path) names.push(path);
  if (node.text) names.push(oneLine(node.text));
  for (const above of [...ancestors.slice(1)].reverse().slice(0, 4)) {
    path = `${oneLine(above.name)}/${path}`;
    names.push(path);
  }
  // A name that others have too says nothing; of those that only this one has the shortest way is taken.
  const own = names.find(
    (name) =>
      frame.mentions.get(name.toLowerCase()) === placed && !frame.mentions.has(`${name.toLowerCase()}#2`),
  );
  if (own) return `@${own}`;
  const counted = [...frame.mentions].find(([, one]) => one === placed)?.[0];
  if (!counted) return null;
  // Mentions are found in lower case; people read the name's own.
  const cased = names.find((name) => counted.startsWith(name.toLowerCase()));
  return `@${cased ?? ''}${counted.slice(cased?.length ?? 0)}`;
}
