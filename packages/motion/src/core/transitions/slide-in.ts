import { across } from './across.ts';
import type { TransitionItems } from './passage.ts';

/** The next slides over the last, which follows a little. */
export const slideIn: TransitionItems = (passage) =>
  across(passage, { leaving: 0.25, coming: 1, top: 'coming' });
