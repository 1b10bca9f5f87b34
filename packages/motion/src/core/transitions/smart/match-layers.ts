import type { Layer } from '@animatic/schema';

/** A layer of the leaving shot and the one of the coming shot that it becomes; one of them alone dissolves. */
export interface Pair {
  before?: Layer;
  after?: Layer;
}

/**
 * Which layers of two shots are the same thing: by name and place in the tree, then by name, kind and words, nearest
 * in order. Gives all layers of both, stacked as the coming shot has them; what only the leaving one has stays on
 * what it lay on.
 *
 * @example matchLayers(home.layers, detail.layers).filter(({ before, after }) => before && after)
 */
export function matchLayers(before: readonly Layer[], after: readonly Layer[]): Pair[] {
  const partner = new Map<Layer, Layer>();
  const pairUp = (keyOf: (layer: Layer) => string | null, nearest: boolean) => {
    const free = (layers: readonly Layer[]) => layers.filter((layer) => !partner.has(layer));
    const waiting = groups(free(before), keyOf);
    for (const [key, coming] of groups(free(after), keyOf)) {
      const leaving = waiting.get(key);
      if (!leaving) continue;
      for (const layer of coming) {
        const place = nearest ? nearestTo(after.indexOf(layer), leaving, before) : 0;
        const [found] = leaving.splice(place, 1);
        if (!found) break;
        partner.set(layer, found);
        partner.set(found, layer);
      }
    }
  };
  pairUp(({ path, kind }) => (path ? JSON.stringify([kind, path]) : null), false);
  pairUp(({ path }) => (path ? JSON.stringify(path) : null), false);
  pairUp(
    ({ name, kind, text, path }) => (path?.length === 0 ? null : JSON.stringify([name, kind, text])),
    true,
  );
  return stacked(before, after, partner);
}

function groups(layers: readonly Layer[], keyOf: (layer: Layer) => string | null): Map<string, Layer[]> {
  const found = new Map<string, Layer[]>();
  for (const layer of layers) {
    const key = keyOf(layer);
    if (key === null) continue;
    const group = found.get(key);
    if (group) group.push(layer);
    else found.set(key, [layer]);
  }
  return found;
}

function nearestTo(index: number, candidates: readonly Layer[], all: readonly Layer[]): number {
  let best = 0;
  for (const [place, layer] of candidates.entries())
    if (Math.abs(all.indexOf(layer) - index) < Math.abs(all.indexOf(candidates[best] ?? layer) - index))
      best = place;
  return best;
}

function stacked(
  before: readonly Layer[],
  after: readonly Layer[],
  partner: ReadonlyMap<Layer, Layer>,
): Pair[] {
  /** What only the leaving shot has, by the layer that it lies on; null for the very bottom. */
  const upon = new Map<Layer | null, Pair[]>([[null, []]]);
  let below: Layer | null = null;
  for (const layer of before) {
    const coming = partner.get(layer);
    if (coming) {
      below = coming;
      upon.set(below, []);
    } else upon.get(below)?.push({ before: layer });
  }
  return [
    ...(upon.get(null) ?? []),
    ...after.flatMap((layer): Pair[] => {
      const leaving = partner.get(layer);
      return [{ ...(leaving && { before: leaving }), after: layer }, ...(upon.get(layer) ?? [])];
    }),
  ];
}
