import type { Note, Span } from '@animatic/director';

/** A part of a direction, all of it marked alike. */
export interface MarkedPart {
  from: number;
  text: string;
  /** Nothing was made of it, or it is what the pointer asks about. */
  mark: 'missed' | 'meant' | null;
}

/**
 * A direction in parts: the words that nothing was made of, the words that are asked about, and the rest. The parts put
 * together are the direction.
 *
 * @example markedParts('zoom wildly', [{ kind: 'not-understood', words: { from: 5, to: 11 }, text: '' }], null)
 */
export function markedParts(text: string, notes: readonly Note[], meant: Span | null): MarkedPart[] {
  const missed = notes.filter(({ kind }) => kind !== 'taste').map(({ words }) => words);
  const within = (spans: readonly Span[], at: number) => spans.some(({ from, to }) => from <= at && at < to);
  const cuts = [
    0,
    text.length,
    ...[...missed, ...(meant ? [meant] : [])].flatMap(({ from, to }) => [from, to]),
  ];
  const edges = [...new Set(cuts)].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const parts: MarkedPart[] = [];
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1];
    if (to === undefined) break;
    const mark = within(missed, from) ? 'missed' : meant && within([meant], from) ? 'meant' : null;
    parts.push({ from, text: text.slice(from, to), mark });
  }
  return parts;
}
