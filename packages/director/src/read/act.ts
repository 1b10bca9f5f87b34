import type { Direction, EasingName, StaggerOrder } from '@animatic/schema';
import type { Span } from '../api.ts';
import type { Target } from '../find/frame.ts';
import type { Lexeme, Pace, Strength, Temper } from '../language/language.ts';
import type { Item } from './scan.ts';

type Of<K extends Lexeme['is']> = Extract<Lexeme, { is: K }>;
export type Head =
  | Of<'cannot'>
  | Of<'camera'>
  | Of<'effect'>
  | Of<'overlay'>
  | Of<'scroll'>
  | Of<'rest'>
  | Of<'still'>
  | Of<'motion'>;
export type Prep = Of<'prep'>['prep'];

/** A noun phrase as it stands in a clause; what it points at may depend on what was said before. */
export interface Np extends Span {
  what: Target | 'it' | 'all' | 'others' | 'whole' | 'missing';
  prep: Prep | null;
  /** With an `@` or in quotes: no doubt that a layer is meant. */
  mention: boolean;
  /** It stood after a head of its own: `after` where something of the act's head is said of it. */
  after: boolean;
}

/** How something is done. */
export interface Mods {
  pace?: Pace;
  strength?: Strength;
  easing?: EasingName;
  temper?: Temper;
  order?: { by?: StaggerOrder; each?: true; together?: true; reverse?: true };
  /** Where an order leads, for a camera: left to right. */
  way?: Direction;
  from?: Direction;
  to?: Direction;
  place?: 'start' | 'end' | 'last';
  seconds?: number;
  /** The seconds are the whole shot's. */
  long?: true;
  /** “Over two seconds”: the act's own, whatever else is said. */
  led?: true;
  /** Seconds between one and the next. */
  apart?: number;
  zoom?: number;
  /** How often. */
  times?: number;
}

/** One thing that a direction asks for. */
export interface Act extends Span {
  head?: Head;
  headWords?: Span;
  join: 'sentence' | 'and' | 'comma' | 'then' | 'while';
  nps: Np[];
  except: Np[];
  mods: Mods;
  /** Which words the manner came from. */
  modWords: { name: keyof Mods; words: Span }[];
  unknown: Span[];
  /** Said twice and differently. */
  torn: Span[];
  camera?: true;
  not?: Span;
  only?: true;
  keep?: true;
  particle?: 'in' | 'out' | 'up' | 'down';
  /** Once …: when, not what. */
  condition?: true;
  /** Before …: what comes after the act that follows. */
  before?: true;
  sentence: number;
}

export interface Reading {
  items: readonly Item[];
  acts: Act[];
  cur: Act;
  prep: Prep | null;
  excepting: boolean;
  sentence: number;
  /** The act after this one happens at its time, or before it. */
  leading: 'while' | 'before' | null;
  nextSeconds: { seconds: number; words: Span } | null;
}

export const fresh = (join: Act['join'], sentence: number): Act => ({
  join,
  nps: [],
  except: [],
  mods: {},
  modWords: [],
  unknown: [],
  torn: [],
  from: -1,
  to: -1,
  sentence,
});

export function touch(r: Reading, { from, to }: Span): void {
  if (r.cur.from < 0) r.cur.from = from;
  r.cur.to = Math.max(r.cur.to, to);
}

export const isEmpty = (act: Act) => !act.head && act.nps.length === 0 && act.except.length === 0;
