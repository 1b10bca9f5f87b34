import type { Outline, OutlineNode } from '@animatic/schema';

/** taste.md: shots stand 2.5 to 6 s; a headline is read at three words a second, after .8 s. */
const SHORTEST = 2.5;
const LONGEST = 6;
const LEAST_REST = 1.2;

type Texts = Pick<OutlineNode, 'text'> & { fontSize?: number | undefined; box: { height: number } };

/**
 * How long a frame should stand, in seconds to the nearest half, by how much there is to read.
 *
 * @example standingSeconds(outline) // 3.5
 */
export function standingSeconds(frame: Outline): number {
  const texts = [...textsOf(frame)];
  const words = texts.reduce((sum, one) => sum + countWords(one.text), 0);
  const headline = countWords(largest(texts)?.text);
  const rest = Math.max(LEAST_REST, headline / 3 + 0.8);
  const reading = words > 40 ? 1.6 : words / 25;
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, 1.4 + rest + reading));
  return Math.round(seconds * 2) / 2;
}

function* textsOf(node: OutlineNode): Generator<Texts> {
  if (node.text) yield node;
  for (const child of node.children) yield* textsOf(child);
}

function largest(texts: readonly Texts[]): Texts | undefined {
  const size = (one: Texts) => one.fontSize ?? one.box.height;
  return texts.reduce<Texts | undefined>(
    (best, one) => (best && size(best) >= size(one) ? best : one),
    undefined,
  );
}

function countWords(text: string | undefined): number {
  return text?.split(/\s+/).filter(Boolean).length ?? 0;
}
