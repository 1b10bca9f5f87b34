import type { Mood, Motion, Outline } from '@animatic/schema';

/** A part of the direction, in UTF-16 units: `direction.slice(from, to)`. Empty (0, 0) for what taste decided. */
export interface Span {
  from: number;
  to: number;
}

export const chipKinds = ['camera', 'layers', 'overlay', 'scroll', 'time', 'mood'] as const;
export type ChipKind = (typeof chipKinds)[number];

/** What can be changed of a chip by hand. */
export const optionNames = [
  'move',
  'effect',
  'target',
  'phase',
  'pace',
  'order',
  'from',
  'strength',
  'seconds',
  'mood',
] as const;
export type OptionName = (typeof optionNames)[number];

/** One thing of a chip that can be changed: a choice among values. */
export interface ChipOption {
  name: OptionName;
  /** For people: “Effect”. */
  label: string;
  /** The current one, the designer's if there is an edit. */
  value: string;
  /** All that are allowed; a target's are node ids, `family:<id of its first>`, or nothing for the whole frame. */
  values: { value: string; label: string }[];
}

/** One thing that was understood, or that taste decided. */
export interface Chip {
  /** Says what it is about, so that it outlives small edits of the words: `camera:push-in:1:23`. */
  id: string;
  kind: ChipKind;
  words: Span;
  /** Short, for people: “Push in · Total”. */
  label: string;
  options: ChipOption[];
  /** `read` from the words, decided by `taste`, `edited` by hand, or `removed` by hand (it does nothing then). */
  state: 'read' | 'taste' | 'edited' | 'removed';
}

/** What the designer changed of a chip by hand. It stays while the words still give a chip of this id. */
export interface ChipEdit {
  id: string;
  /** Values of the chip's options by name; what is not among an option's values changes nothing. */
  set?: Partial<Record<OptionName, string>> | undefined;
  removed?: true | undefined;
}

export const noteKinds = ['not-understood', 'names-nothing', 'contradiction', 'taste'] as const;

/** What was not made into motion, and why; `taste` tells why a frame without direction stands still. */
export interface Note {
  kind: (typeof noteKinds)[number];
  words: Span;
  /** A short sentence for people: “the unicorn”: nothing of that name in this frame. */
  text: string;
}

export interface DirectInput {
  outline: Outline;
  /** The designer's private words; empty for taste's defaults. */
  direction: string;
  shotIndex: number;
  shotCount: number;
  /** Seconds, where the designer has set them; the director suggests them otherwise. */
  duration?: number | undefined;
  /** The clip's dial; `crisp` without it. */
  mood?: Mood | undefined;
  /** What the designer changed by hand. */
  chips?: readonly ChipEdit[] | undefined;
  /** 0 is the plain reading; 1 to 3 are other tasteful ones of the same words. */
  variant?: 0 | 1 | 2 | 3 | undefined;
}

export interface Directed {
  motion: Motion;
  /** Seconds: the given ones, those of the words, or what the motion needs. */
  duration: number;
  chips: Chip[];
  notes: Note[];
  /** Edits whose chip is no longer there. */
  unusedEdits: ChipEdit[];
}
