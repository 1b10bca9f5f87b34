export { alternatives } from './alternatives.ts';
export type {
  Chip,
  ChipEdit,
  ChipKind,
  ChipOption,
  Directed,
  DirectInput,
  Note,
  OptionName,
  Span,
} from './api.ts';
export { type Completion, completions, mentionFor } from './completions.ts';
export { type CopiedMotion, copyMotion, type MotionSource } from './copy-motion.ts';
export { direct } from './direct.ts';
export { directTransition, type PrototypeLink } from './direct-transition.ts';
export type { PrototypeEasing } from './prototype-easing.ts';
