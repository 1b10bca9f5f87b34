import type { Caption, Format, Lines, Mood, Motion, NodeId, Transition } from '@animatic/schema';
import type { StoredAsk, StoredDirected, StoredEngine, StoredScene, StoredTake } from './generation.ts';

export const BOARD_VERSION = 3;

/** Where the board was found or put: in the file, or (where the file cannot be edited) on this device. */
export const boardPlaces = ['file', 'device'] as const;
export type BoardPlace = (typeof boardPlaces)[number];

/** What the designer changed by hand of one thing that the director understood, under the director's id for it. */
export interface ChipEdit {
  id: string;
  /** The director's options by name. */
  set?: Record<string, string>;
  removed?: true;
}

/** Which of the director's readings a shot follows: 0 is the plain one. */
export type Variant = 0 | 1 | 2 | 3;

/** One card of the board, as it is kept in the file. */
export interface StoredShot {
  /** The shot's own id: a frame may be on the board twice. */
  id: string;
  /** Null: a shot of words, without a frame. */
  frame: NodeId | null;
  /** The frame's name when it was last seen, for a card whose frame is gone. */
  name: string;
  caption: Caption;
  /** Seconds; null lets the director decide. */
  duration: number | null;
  chips: ChipEdit[];
  variant: Variant;
  /** A motion that came from another shot, which holds while no words are written. */
  carried?: Motion | undefined;
  /** A motion that a language model made of these words. */
  directed?: StoredDirected | undefined;
  /** Into the next shot; null: the prototype's or the director's. */
  transition: Transition | null;
  /** The frame's fingerprint at its last render; null before the first. */
  rendered: string | null;
  engine: StoredEngine;
  /** What a model is asked; null before one was chosen. */
  ask: StoredAsk | null;
  /** In the frame's place, where an image model made one. */
  scene: StoredScene | null;
  /** What was asked for this shot, newest first. */
  takes: StoredTake[];
}

export interface StoredBoard {
  version: typeof BOARD_VERSION;
  title: string;
  format: Format;
  mood: Mood;
  loop: boolean;
  lines: Lines;
  shots: StoredShot[];
  /** The server's storyboard that this board was last sent as. */
  storyboard: { id: string; revision: number; origin: string } | null;
  /** The render that is under way or was the last, so that a reopened panel finds it. */
  render: string | null;
}

/** A render that is remembered in the file. */
export interface RememberedRender {
  render: string;
  storyboard: string;
  title: string;
  /** The preview's link once published. */
  preview: { id: string; url: string } | null;
  /** ISO 8601. */
  at: string;
  /** Seconds. */
  seconds: number;
  frames: Array<{ id: NodeId; fingerprint: string }>;
}

/** The panel's own choices, on this device. */
export interface Settings {
  /** The panel's size, pixels. */
  width: number;
  height: number;
  /** The format of a new board. */
  format: Format | null;
  /** The file's address, pasted once, for links from a preview back into it. */
  fileUrl: string | null;
}
