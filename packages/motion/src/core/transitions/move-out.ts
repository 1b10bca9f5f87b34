import { across } from './across.ts';
import type { TransitionItems } from './passage.ts';

/** The last moves away over the next, which stands. */
export const moveOut: TransitionItems = (passage) =>
  across(passage, { leaving: 1, coming: 0, top: 'leaving' });
