import type { TransitionKind } from '@animatic/schema';
import { dissolve } from './dissolve.ts';
import { moveIn } from './move-in.ts';
import { moveOut } from './move-out.ts';
import type { TransitionItems } from './passage.ts';
import { push } from './push.ts';
import { slideIn } from './slide-in.ts';
import { slideOut } from './slide-out.ts';
import { smartAnimate } from './smart-animate.ts';
import { wipe } from './wipe.ts';
import { zoomThrough } from './zoom-through.ts';

/** Every transition there is but the cut: a new one is a file, its name in the schema, and a line here. */
export const transitions: Record<Exclude<TransitionKind, 'cut'>, TransitionItems> = {
  dissolve,
  push,
  'slide-in': slideIn,
  'slide-out': slideOut,
  'move-in': moveIn,
  'move-out': moveOut,
  wipe,
  'zoom-through': zoomThrough,
  'smart-animate': smartAnimate,
};
