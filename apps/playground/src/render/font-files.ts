/**
 * The fonts that the playground ships, as plain data: the build copies the files, the page loads them.
 * This file imports nothing, so that a build script can read it.
 */
export interface FontFamily {
  /** The name a document uses. */
  readonly family: string;
  /** The folder under @fontsource, and the start of each file's name. */
  readonly slug: string;
  readonly weights: readonly number[];
  readonly italic: boolean;
  readonly subsets: readonly FontSubset[];
}

export const fontSubsets = ['latin', 'latin-ext', 'greek', 'cyrillic'] as const;
export type FontSubset = (typeof fontSubsets)[number];

export interface FontFile {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly subset: FontSubset;
  /** The file's name, in the package's `files` folder and in `dist/fonts`. */
  readonly file: string;
  /** The npm package that the file comes from. */
  readonly package: string;
}

const allWeights = [100, 200, 300, 400, 500, 600, 700, 800, 900];
const latin: readonly FontSubset[] = ['latin', 'latin-ext'];

export const fontFamilies: readonly FontFamily[] = [
  { family: 'Inter', slug: 'inter', weights: allWeights, italic: true, subsets: fontSubsets },
  {
    family: 'Space Grotesk',
    slug: 'space-grotesk',
    weights: [300, 400, 500, 600, 700],
    italic: false,
    subsets: latin,
  },
  {
    family: 'JetBrains Mono',
    slug: 'jetbrains-mono',
    weights: [100, 200, 300, 400, 500, 600, 700, 800],
    italic: true,
    subsets: latin,
  },
  { family: 'Fraunces', slug: 'fraunces', weights: allWeights, italic: true, subsets: latin },
  {
    family: 'Oswald',
    slug: 'oswald',
    weights: [200, 300, 400, 500, 600, 700],
    italic: false,
    subsets: latin,
  },
  { family: 'Poppins', slug: 'poppins', weights: allWeights, italic: true, subsets: latin },
  { family: 'Noto Sans', slug: 'noto-sans', weights: allWeights, italic: true, subsets: fontSubsets },
  {
    family: 'IBM Plex Sans',
    slug: 'ibm-plex-sans',
    weights: [100, 200, 300, 400, 500, 600, 700],
    italic: true,
    subsets: latin,
  },
];

/** Every file that the build copies to `dist/fonts`. */
export const fontFiles: readonly FontFile[] = fontFamilies.flatMap((f) =>
  f.subsets.flatMap((subset) =>
    f.weights.flatMap((weight) =>
      (f.italic ? (['normal', 'italic'] as const) : (['normal'] as const)).map((style) => ({
        family: f.family,
        weight,
        style,
        subset,
        file: `${f.slug}-${subset}-${weight}-${style}.woff2`,
        package: `@fontsource/${f.slug}`,
      })),
    ),
  ),
);
