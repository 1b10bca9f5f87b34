import type { DirectorPrice } from './prices.ts';

export interface Tokens {
  input: number;
  output: number;
}

/** What the wire says that a call took. */
export interface CallUsage extends Tokens {
  /** Of the input, what was read before. */
  cached: number;
}

const MILLION = 1_000_000;
/** A token has three characters at the least in what we send; pictures are small (`MAX_SIDE`). */
const CHARACTERS = 3;
const PICTURE_TOKENS = 1600;

/** US dollars of one call. */
export function costOf({ input, output, cached }: CallUsage, price: DirectorPrice): number {
  const before = Math.min(cached, input);
  const dollars =
    (input - before) * price.input + before * (price.cachedInput ?? price.input) + output * price.output;
  return Math.round(dollars) / MILLION;
}

/** The most that a call can take, before it is made. */
export function mostOf(ask: { characters: number; pictures: number; maxOutput: number }): CallUsage {
  return {
    input: Math.ceil(ask.characters / CHARACTERS) + ask.pictures * PICTURE_TOKENS,
    output: ask.maxOutput,
    cached: 0,
  };
}
