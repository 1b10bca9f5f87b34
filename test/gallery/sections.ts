import { formats, more, samples, words } from './clips.ts';
import { curves } from './curves.ts';
import type { Section } from './entry.ts';
import { cameras, layers, overlays, staggers, transitions } from './moves.ts';

/** The gallery's sections, in the order of the page. */
export const sections: Section[] = [
  samples,
  words,
  cameras,
  ...layers,
  staggers,
  overlays,
  ...transitions,
  curves,
  formats,
  more,
];
