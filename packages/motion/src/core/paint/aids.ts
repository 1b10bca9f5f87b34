import type { Rect } from '@animatic/schema';
import type { Bitmap } from '../canvas.ts';

/** A bitmap made ready for the screen: `box` is what it covers, in frame pixels. */
export interface Prepared<B extends Bitmap> {
  image: B;
  box: Rect;
}

/** A piece of a text: what of the layer's bitmap it is, frame pixels. Letters and words tile it, lines hold all ink. */
export interface TextPart {
  box: Rect;
  /** Its pixels alone, without the gaps to its neighbours. */
  ink: Rect;
  /** The number of its line, from 0, and how high the text's lines are, frame pixels. */
  line: number;
  height: number;
  /** True where its script runs from the right. */
  fromRight: boolean;
}

/** A number's characters in their places, so that other numbers can be spelled with them. */
export interface Counting {
  characters: readonly CountedCharacter[];
  /** What it says on its way, smaller to larger, digits only; the last is what it says in the end. */
  numbers: readonly string[];
  /** All digits are as wide: each stands in the middle of its place. Otherwise they are set anew from the `anchor`. */
  tabular: boolean;
  anchor: 'left' | 'right';
  /** False where its own digits spell too few numbers: then they roll into their places. */
  spelled: boolean;
}

/** One character of a number's text, and what of the bitmap is its own. */
export interface CountedCharacter {
  box: Rect;
  ink: Rect;
  /** 0 to 9; null for all else. */
  digit: number | null;
  /** Between the first and the last digit. */
  inside: boolean;
}

/** What is known of a layer's bitmap, or was made of it, for the effects that the layer has. */
export interface Aids<B extends Bitmap> {
  /** Blurred copies, softest last; radii (a Gaussian's sigma) in frame pixels. */
  blurred?: readonly (Prepared<B> & { radius: number })[];
  letters?: readonly TextPart[];
  words?: readonly TextPart[];
  lines?: readonly TextPart[];
  counting?: Counting;
  /** Where its pixels are, without what is clear around them. */
  ink?: Rect;
  /**
   * The part of a turn around its box's middle that a ring covers: shares of a turn from twelve, clockwise; and how far
   * from the middle, frame pixels, something else stands within it.
   */
  arc?: { from: number; to: number; hub: number };
  /** True where its text runs from the right. */
  fromRight?: boolean;
  /** The colour most of its pixels have, as CSS writes it, in one pixel: what a caret is drawn with. */
  caret?: B;
}
