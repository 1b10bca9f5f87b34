import type {
  CameraMove,
  Direction,
  EasingName,
  LayerEffect,
  LayerPhase,
  OverlayEffect,
  StaggerOrder,
} from '@animatic/schema';

export type Pace = 'slow' | 'quick';
export type Strength = 'slight' | 'strong';
/** How a clip or a shot is tempered: the dial's moods and what words add to them. */
export type Temper = 'calm' | 'crisp' | 'playful' | 'premium';

/** What a layer does; `weak` words (come in, show) take a better word's effect where there is one. */
export interface EffectWord {
  is: 'effect';
  effect: LayerEffect;
  phase?: LayerPhase;
  from?: Direction;
  weak?: true;
  /** Each by its nature: numbers count, charts build. */
  nature?: true;
  /** Does what was done before: the button follows. */
  follows?: true;
}
/** What the camera does; some words (fly in) mean a layer where one is the subject. */
export interface CameraWord {
  is: 'camera';
  move: CameraMove | 'pan' | 'go' | 'drift' | 'start' | 'end' | 'back';
  layer?: EffectWord;
  /** Also a noun or part of names of interfaces (push, zoom): needs more to count. */
  loose?: true;
  /** Shows something: looks at one thing, lets several come in. */
  shows?: true;
}

/** What a word or phrase stands for, whatever the language. */
export type Lexeme =
  | CameraWord
  | EffectWord
  | { is: 'overlay'; effect: OverlayEffect; loose?: true }
  | { is: 'scroll'; to?: 'start' | 'end'; starts?: true }
  | { is: 'rest'; seconds?: number }
  /** Adjectives and nouns of standing still; on its own it is about all, after `camera` about the camera. */
  | { is: 'still'; about?: 'camera' | 'all'; keep?: true }
  /** Motion as a verb or noun: says nothing by itself, “no animation” does. */
  | { is: 'motion'; about?: 'camera' | 'all' }
  /** What nobody here can do: said to be so, whole. */
  | { is: 'cannot' }
  | { is: 'repeat'; times: number }
  | { is: 'not' }
  | { is: 'only' }
  | { is: 'except'; after?: 'all' }
  | { is: 'pace'; pace: Pace }
  | { is: 'easing'; easing: EasingName }
  | { is: 'strength'; strength: Strength }
  | { is: 'temper'; temper: Temper }
  | { is: 'order'; by?: StaggerOrder; each?: true; together?: true; reverse?: true; to?: Direction }
  | { is: 'side'; side: Direction; as: 'from' | 'to'; out?: true }
  | { is: 'place'; at: 'start' | 'end' | 'last' }
  | { is: 'join'; how: 'then' | 'while' | 'when' | 'before' | 'and' }
  | { is: 'prep'; prep: 'on' | 'to' | 'toward' | 'from' | 'of' | 'across' | 'with' }
  | { is: 'particle'; way: 'in' | 'out' | 'up' | 'down' }
  | { is: 'it' }
  | { is: 'all' }
  | { is: 'others' }
  | { is: 'camera-noun' }
  /** `of`: whatever follows is the frame: the whole checkout. */
  | { is: 'whole'; of?: true }
  | { is: 'long' }
  | { is: 'apart' }
  | { is: 'small' };

export const roles = [
  'headline',
  'subtitle',
  'button',
  'chart',
  'bars',
  'line',
  'ring',
  'image',
  'hero',
  'logo',
  'price',
  'number',
  'icon',
  'avatar',
  'navigation',
  'header',
  'modal',
  'text',
  'list',
  'name',
] as const;
export type Role = (typeof roles)[number];

/** A language: words and patterns only; the grammar knows none of them. */
export interface Language {
  /** What phrases stand for, their words in basic form, parted by `|`; of two that fit the longer counts. */
  lexicon: readonly (readonly [Lexeme, string])[];
  /** The basic forms that a word may have, itself first. */
  basic(word: string): string[];
  /** A plural's singular; the word itself where it is none. */
  singular(word: string): string;
  /** Words that lead a name: articles and the like. */
  determiners: ReadonlySet<string>;
  /** `all the cards`: words of number that add nothing to a plural. */
  quantifiers: ReadonlySet<string>;
  /** Leads what belongs to the last thing said: its number. */
  possessives: ReadonlySet<string>;
  /** Leads a singular that means all of them. */
  every: ReadonlySet<string>;
  numbers: Readonly<Record<string, number>>;
  ordinals: Readonly<Record<string, number>>;
  /** The outermost of a family, by what is largest. */
  superlatives: Readonly<
    Record<
      string,
      'left' | 'right' | 'up' | 'down' | 'tall' | 'short' | 'wide' | 'large' | 'small' | 'middle'
    >
  >;
  /** Nouns that say what kind a layer is and may be missing in its name: the Pay *button*. */
  generic: ReadonlySet<string>;
  /** Words of looks that names do not carry: big, blue. */
  adjectives: ReadonlySet<string>;
  /** Stands for a noun that was said: the second *one*. */
  ones: ReadonlySet<string>;
  /** Nouns for the lines that a grid lies in. */
  lines: { row: ReadonlySet<string>; column: ReadonlySet<string> };
  /** Nouns for members of any family: cards, items, rows. */
  members: ReadonlySet<string>;
  roles: Readonly<Record<Role, { nouns: string; names?: string }>>;
  units: {
    second: ReadonlySet<string>;
    millisecond: ReadonlySet<string>;
    times: ReadonlySet<string>;
    percent: ReadonlySet<string>;
    by: ReadonlySet<string>;
    /** Words between a number and its unit: two *more* seconds. */
    skip: ReadonlySet<string>;
  };
  /** What is said to people; keys are the grammar's. */
  say: Say;
}

export interface Say {
  moves: Readonly<Record<CameraMove, string>>;
  effects: Readonly<Record<LayerEffect, string>>;
  overlays: Readonly<Record<OverlayEffect, string>>;
  phases: Readonly<Record<LayerPhase, string>>;
  tempers: Readonly<Record<Temper, string>>;
  scroll: string;
  seconds(n: number): string;
  all: string;
  family(name: string, count: number): string;
  but(whole: string, left: string): string;
  options: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  missing(said: string): string;
  unknown(said: string): string;
  against(said: string): string;
  much(said: string): string;
  idle(said: string): string;
  stuck(said: string): string;
  still(why: string): string;
}
