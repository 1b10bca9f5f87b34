export { type Directed, type DirectInput, direct } from './direct.ts';
export { directTransition, type PrototypeLink } from './direct-transition.ts';
export { type ByHand, entrancesByHand } from './entrances-by-hand.ts';
export type { Reading } from './phrases.ts';
export type { PrototypeEasing } from './prototype-easing.ts';
