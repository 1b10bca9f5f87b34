import { across } from './across.ts';
import type { TransitionItems } from './passage.ts';

/** Both go. */
export const push: TransitionItems = (passage) => across(passage, { leaving: 1, coming: 1, top: 'coming' });
