/** A link between two frames, by their ids. */
export interface Edge {
  from: string;
  to: string;
}

/**
 * Follows prototype links from their starts, so that a flow reads in the order it is walked. Frames without links keep
 * their place in `ids`, which is reading order; cycles and links to oneself do no harm.
 *
 * @param starts frames where the designer lets flows begin
 * @returns null where no link joins two of the frames
 */
export function prototypeOrder(
  ids: readonly string[],
  edges: readonly Edge[],
  starts: readonly string[] = [],
): string[] | null {
  const known = new Set(ids);
  const linked = edges.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  if (linked.length === 0) return null;
  const targets = new Set(linked.map(({ to }) => to));
  const rank = (id: string): number => (starts.includes(id) ? 0 : targets.has(id) ? 2 : 1);
  const position = new Map(ids.map((id, index) => [id, index]));
  const place = (id: string): number => position.get(id) ?? 0;
  const roots = [...ids].sort((a, b) => rank(a) - rank(b) || place(a) - place(b));
  const ordered: string[] = [];
  const seen = new Set<string>();
  for (const root of roots) {
    const open = [root];
    while (open.length > 0) {
      const id = open.pop();
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      ordered.push(id);
      const next = linked.filter(({ from, to }) => from === id && !seen.has(to)).map(({ to }) => to);
      open.push(...[...new Set(next)].sort((a, b) => place(b) - place(a)));
    }
  }
  return ordered;
}
