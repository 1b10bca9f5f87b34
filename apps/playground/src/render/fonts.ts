import { type FontFile, type FontSubset, fontFiles } from './font-files.ts';

/** What a piece of text asks for. */
export interface FontRequest {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
}

/** A face that can be drawn with: its CSS family list for a canvas `font`. */
export interface LoadedFont {
  readonly css: string;
  /** True where the face has no italic of its own and is slanted as it is drawn. */
  readonly slant: boolean;
  /** False where the family is not shipped and Inter stands in. */
  readonly exact: boolean;
}

export interface FontLoader {
  /** Loads what a text needs. Never rejects and never hangs: what cannot be loaded is replaced. */
  load(request: FontRequest, text: string): Promise<LoadedFont>;
}

const patienceMs = 8000;
const fallbackFamily = 'Inter';

/**
 * The nearest shipped file: same family (else Inter), same slant if there is one, then the closest weight,
 * the heavier one where two are equally close and the request is bold.
 */
export function nearestFile(
  request: FontRequest,
  subset: FontSubset,
  files: readonly FontFile[] = fontFiles,
): FontFile | undefined {
  const wanted = request.family.trim().toLowerCase();
  const inSubset = files.filter((f) => f.subset === subset);
  const family = inSubset.filter((f) => f.family.toLowerCase() === wanted);
  const candidates = family.length > 0 ? family : inSubset.filter((f) => f.family === fallbackFamily);
  const style = request.italic ? 'italic' : 'normal';
  const slanted = candidates.filter((f) => f.style === style);
  const distance = (f: FontFile) =>
    Math.abs(f.weight - request.weight) * 2 + (request.weight >= 500 === f.weight > request.weight ? 0 : 1);
  return (slanted.length > 0 ? slanted : candidates).reduce<FontFile | undefined>(
    (best, f) => (best && distance(best) <= distance(f) ? best : f),
    undefined,
  );
}

/** The subsets whose letters occur in a text; plain latin always. */
export function subsetsOf(text: string): FontSubset[] {
  const subsets: FontSubset[] = ['latin'];
  if (/[Ā-ɏḀ-ỿ₠-₫₭-⃀Ⱡ-Ɀ]/u.test(text)) subsets.push('latin-ext');
  if (/[Ͱ-Ͽ]/u.test(text)) subsets.push('greek');
  if (/[Ѐ-џҐґ]/u.test(text)) subsets.push('cyrillic');
  return subsets;
}

/**
 * Loads faces over `fetch`, each file once.
 *
 * @param base where the font files are, with a slash at its end.
 * @param faces the page's or worker's font set.
 * @example const fonts = createFontLoader('/fonts/', document.fonts);
 */
export function createFontLoader(base: string, faces: FontFaceSet): FontLoader {
  const loading = new Map<string, Promise<string | undefined>>();

  function loadFile(file: FontFile): Promise<string | undefined> {
    const known = loading.get(file.file);
    if (known) return known;
    const name = `playground ${file.file.replace('.woff2', '')}`;
    const started = fetchFace(name, base + file.file).then(
      (face) => {
        faces.add(face);
        return name;
      },
      () => undefined,
    );
    loading.set(file.file, started);
    return started;
  }

  return {
    async load(request, text) {
      const wanted = subsetsOf(text).flatMap((subset) => nearestFile(request, subset) ?? []);
      const names = await Promise.all(wanted.map(loadFile));
      const found = names.filter((n) => n !== undefined);
      const exact = wanted[0]?.family.toLowerCase() === request.family.trim().toLowerCase();
      return {
        css: [...found.map((n) => `"${n}"`), 'sans-serif'].join(', '),
        slant: request.italic && wanted[0]?.style !== 'italic',
        exact: exact && found.length > 0,
      };
    },
  };
}

async function fetchFace(name: string, url: string): Promise<FontFace> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`The font ${url} answered ${response.status}.`);
  return new FontFace(name, await response.arrayBuffer()).load();
}
