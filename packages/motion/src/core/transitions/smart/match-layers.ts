import type { Layer } from '@animatic/schema';

/** A layer of the leaving shot and the one of the coming shot that it becomes; one of them alone dissolves. */
export interface Pair {
  before?: Layer;
  after?: Layer;
}

/**
 * Which layers of two shots are the same thing: by name and place in the tree, then by a name that only they have;
 * layers without a place by name, kind and words, nearest in order. Gives all layers of both, stacked as the coming
 * shot has them; what only the leaving one has stays on what it lay on.
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
        const candidate = leaving[place];
        if (!candidate || !sameContainer(candidate, layer, partner)) continue;
        const [found] = leaving.splice(place, 1);
        if (!found) break;
        partner.set(layer, found);
        partner.set(found, layer);
      }
    }
  };
  pairUp(({ path, kind }) => (path ? JSON.stringify([kind, path]) : null), false);
  pairUp(({ path }) => (path ? JSON.stringify(path) : null), false);
  // Elsewhere in the tree a thing is known again by its name where nothing else is called so.
  const counts = [before, after].map((layers) => groups(layers, ({ name }) => name));
  pairUp(({ name, kind, text, path }) => {
    const unique = counts.every((named) => named.get(name)?.length === 1);
    return path?.length === 0 || (path && !unique) ? null : JSON.stringify([name, kind, text]);
  }, true);
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

/** False where two layers lie in things that are known again, and not as one another. */
function sameContainer(a: Layer, b: Layer, partner: ReadonlyMap<Layer, Layer>): boolean {
  const [outer, other] = [containerOf(a, partner), containerOf(b, partner)];
  return !outer || !other || outer === other || partner.get(outer) === other;
}

/** The layer whose place in the tree is the longest beginning of this one's, among those that have a partner. */
export function containerOf<P>({ path = [] }: Layer, partner: ReadonlyMap<Layer, P>): Layer | undefined {
  let best: Layer | undefined;
  for (const layer of partner.keys()) {
    const outer = layer.path ?? [];
    if (outer.length <= (best?.path?.length ?? 0) || outer.length >= path.length) continue;
    if (outer.every((name, at) => name === path[at])) best = layer;
  }
  return best;
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
