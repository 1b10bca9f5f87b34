import type { Outline } from '@animatic/schema';
import { area, type Placed, textsIn } from './walk.ts';

/** How much there is to read and to see: what decides whether a frame is left alone. */
export interface ReadingLoad {
  words: number;
  headlineWords: number;
  smallLayers: number;
  table: boolean;
}

export function readingLoad(frame: Outline, placed: readonly Placed[]): ReadingLoad {
  const texts = textsIn(frame);
  const headline = texts.reduce<(typeof texts)[number] | undefined>(
    (found, text) => (found && (found.fontSize ?? 0) >= (text.fontSize ?? 0) ? found : text),
    undefined,
  );
  const small = area(frame) * 0.01;
  return {
    words: texts.reduce((sum, text) => sum + countWords(text.text), 0),
    headlineWords: countWords(headline?.text),
    smallLayers: placed.filter(({ node }) => node.children.length === 0 && area(node) < small).length,
    table: placed.some(({ node }) => /\b(table|spreadsheet|qr ?code|barcode|legal|terms)\b/i.test(node.name)),
  };
}

/** taste.md: more than 40 words, more than 35 small layers, tables, codes and legal text are left alone. */
export function isDense(load: ReadingLoad): boolean {
  return load.words > 40 || load.smallLayers > 35 || load.table;
}

/**
 * How long a frame should stand by what there is to read, seconds to the nearest half: 2.5 to 6.
 * taste.md: rest at least max(1.2 s, words of the headline / 3 + .8 s).
 */
export function standingSeconds(load: ReadingLoad): number {
  const rest = Math.max(1.2, load.headlineWords / 3 + 0.8);
  const reading = load.words > 40 ? 1.6 : load.words / 25;
  return Math.round(Math.min(6, Math.max(2.5, 1.4 + rest + reading)) * 2) / 2;
}

function countWords(text: string | undefined): number {
  return text?.split(/\s+/).filter(Boolean).length ?? 0;
}
