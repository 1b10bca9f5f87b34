import { across } from './across.ts';
import type { TransitionItems } from './passage.ts';

/** The last slides away over the next, which comes along a little. */
export const slideOut: TransitionItems = (passage) =>
  across(passage, { leaving: 1, coming: 0.25, top: 'leaving' });
