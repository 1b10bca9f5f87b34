import { across } from './across.ts';
import type { TransitionItems } from './passage.ts';

/** The next moves over the last, which stands. */
export const moveIn: TransitionItems = (passage) => across(passage, { leaving: 0, coming: 1, top: 'coming' });
