import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** What viewers' lines are set in where the design's own font is not there: the files of our font packages. */
const FONTS: readonly [family: string, file: string][] = [
  ['Inter', 'inter/files/inter-latin-600-normal.woff2'],
  ['Inter', 'inter/files/inter-latin-ext-600-normal.woff2'],
  ['Inter', 'inter/files/inter-cyrillic-600-normal.woff2'],
  ['Inter', 'inter/files/inter-greek-600-normal.woff2'],
  ['Inter', 'inter/files/inter-vietnamese-600-normal.woff2'],
  ['Noto Sans Arabic', 'noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2'],
  ['Noto Sans JP', 'noto-sans-jp/files/noto-sans-jp-japanese-600-normal.woff2'],
  ['Noto Color Emoji', 'noto-color-emoji/files/noto-color-emoji-emoji-400-normal.woff2'],
];

let registered = false;

/** Makes our fonts known to the canvas, once a process; called before the first line is drawn. */
export function registerFonts(): void {
  if (registered) return;
  registered = true;
  const require = createRequire(import.meta.url);
  for (const [family, file] of FONTS)
    GlobalFonts.register(readFileSync(require.resolve(`@fontsource/${file}`)), family);
}
