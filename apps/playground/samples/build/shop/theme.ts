import { shadow } from '../paint.ts';
import { type Face, faceOf } from '../type.ts';

/** Loam: a small pottery that sells over the counter of a phone. Paper, ink, one clay. */
export const C = {
  paper: '#F7F3EC',
  card: '#FFFDF9',
  sand: '#EEE7DB',
  line: '#E6DED1',
  ink: '#211C17',
  soft: '#6E655A',
  faint: '#8F867A',
  clay: '#A5502B',
  clayPale: '#F3E3D7',
  sage: '#5E6B57',
  sagePale: '#E4E6DA',
} as const;

const serif = faceOf('Fraunces', 500);

const sans = faceOf('Inter');

export const T = {
  logo: serif(26, 32, 600, -0.5),
  hero: serif(34, 40, 500, -0.6),
  title: serif(32, 40, 500, -0.6),
  section: serif(20, 28, 500, -0.2),
  price: serif(24, 32, 500, -0.3),
  body: sans(15, 24),
  strong: sans(15, 24, 600),
  small: sans(13, 20),
  smallStrong: sans(13, 20, 600),
  label: sans(12, 16, 500),
  tab: sans(11, 16, 500),
  button: sans(16, 24, 600, -0.1),
  eyebrow: { ...sans(11, 16, 600, 1.1), upper: true } satisfies Face,
  clock: sans(16, 22, 600, -0.2),
} as const;

/** Shadows are brown, never black: light that has come through paper. */
export const SHADOW = {
  low: [shadow('#5A4330', 0.06, 2, 8)],
  card: [shadow('#5A4330', 0.05, 1, 2), shadow('#5A4330', 0.08, 8, 24)],
  bar: [shadow('#5A4330', 0.07, -8, 24)],
  button: [shadow('#A5502B', 0.28, 8, 20)],
} as const;

export const WIDTH = 390;
export const HEIGHT = 844;
export const EDGE = 16;
