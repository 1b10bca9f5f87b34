export { type DirectionInput, direct, movingLayers, type Reading } from './direct.ts';
export { outlineOfShot } from './outline-of-shot.ts';
export { inReadingOrder } from './structure/order.ts';
export { type DirectedTransition, directTransition, type LinkInput } from './transition/direct-transition.ts';
