import type { Mood, Outline } from '@animatic/schema';
import { type Placed, shareOf } from '../find/outline.ts';
import type { Pace, Temper } from '../language/language.ts';

/** taste.md: seconds that a badge, a card or text, a panel and a hero take to enter, by their share of the frame. */
const LENGTHS: readonly [number, number][] = [
  [0.015, 0.35],
  [0.15, 0.5],
  [0.4, 0.7],
  [1, 0.9],
];
export const LEAVING = 0.65;
export const FIRST_AT = 0.3;
export const STAGGER = 0.07;
export const STAGGER_IN_ALL = 0.6;
export const ONE_BY_ONE = 0.16;
export const ONE_BY_ONE_IN_ALL = 1.6;
/** Past this many siblings they come row by row. */
export const MOST_SINGLY = 12;
/** Entrances are over by this share of the shot. */
export const OVER_BY = 0.55;
/** A call to action comes this much later. */
export const CALL_LATER = 0.15;
export const TAP_BEFORE = 0.3;
export const TAP_AFTER = 0.6;
export const TAP = 0.9;
/** A rest that was asked for without a length, and the one at the end of a shot. */
export const REST = 0.8;
/** Between what happened and the camera's next move. */
export const MOVE_AFTER = 0.35;
export const OVERLAY_SECONDS = 1.6;

export const PACES: Readonly<Record<Pace, number>> = { slow: 1.5, quick: 0.65 };

/** What a temper does to lengths and strengths. */
export interface Tempering {
  lengths: number;
  stagger: number;
  /** Of the zoom's part above 1. */
  zoom: number;
  /** Of the way that layers travel. */
  travel: number;
  spring: boolean;
}

const TEMPERS: Readonly<Record<Temper, Tempering>> = {
  calm: { lengths: 1.3, stagger: 1.3, zoom: 0.75, travel: 0.75, spring: false },
  crisp: { lengths: 1, stagger: 1, zoom: 1, travel: 1, spring: false },
  playful: { lengths: 0.95, stagger: 1.1, zoom: 1.1, travel: 1.4, spring: true },
  premium: { lengths: 1.45, stagger: 1.5, zoom: 0.8, travel: 0.6, spring: false },
};

/** The words' temper, else the clip's dial. */
export function temperingOf(temper: Temper | undefined, mood: Mood | undefined): Tempering {
  return TEMPERS[temper ?? mood ?? 'crisp'];
}

/** Seconds that a layer takes to enter, by its size. */
export function lengthOf(members: readonly Placed[], outline: Outline): number {
  const size = Math.max(0, ...members.map(({ node }) => shareOf(node, outline)));
  return LENGTHS.find(([most]) => size <= most)?.[1] ?? 0.9;
}

export function hundredth(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
