import type { Issue, JsonPath } from './bad-storyboard.ts';

/**
 * The names in a document that its schema passed over: written wrong, most likely, and then without effect.
 *
 * @param written what was read
 * @param kept what the schema made of it
 * @param known all names that there are, for guesses
 */
export function unknownKeys(
  written: unknown,
  kept: unknown,
  known: readonly string[],
  path: JsonPath = [],
): Issue[] {
  if (Array.isArray(written) && Array.isArray(kept))
    return written.flatMap((one, index) => unknownKeys(one, kept[index], known, [...path, index]));
  if (!isFields(written) || !isFields(kept)) return [];
  return Object.entries(written).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (Object.hasOwn(kept, key)) return unknownKeys(value, kept[key], known, [...path, key]);
    const meant = nearest(key, known);
    return [
      {
        path: [...path, key],
        message: `nothing is called ${JSON.stringify(key)} here${meant ? `: did you mean "${meant}"?` : ''}`,
      },
    ];
  });
}

function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((name) => ({ name, far: distance(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(word.length / 3)) ? best.name : undefined;
}

/** Letters to change, put in or leave out (Levenshtein). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 4) return 5;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
