import { shadow } from '../paint.ts';
import { type Face, faceOf } from '../type.ts';

/** Salt Hill: an oil maker's page, in the colours of its label. */
export const C = {
  cream: '#F6F0E1',
  paper: '#FCF8EE',
  olive: '#2C3620',
  moss: '#4D5B34',
  sage: '#8B955F',
  sun: '#D18F2B',
  straw: '#EBD6A8',
  rule: '#E2D8C0',
  soft: '#66664F',
  pale: '#C9CBA8',
} as const;

const serif = faceOf('Fraunces', 500);

const sans = faceOf('Inter');

export const T = {
  logo: serif(26, 32, 600, -0.4),
  hero: serif(92, 96, 500, -2.6),
  display: serif(56, 64, 500, -1.4),
  quote: serif(40, 52, 400, -0.6),
  figure: serif(48, 56, 500, -1),
  title: serif(28, 36, 500, -0.4),
  lead: sans(20, 32),
  body: sans(16, 26),
  link: sans(15, 24, 500),
  small: sans(14, 22),
  strong: sans(16, 24, 600),
  button: sans(16, 24, 600),
  initials: sans(13, 20, 600),
  eyebrow: { ...sans(13, 16, 600, 1.8), upper: true } satisfies Face,
} as const;

export const SHADOW = {
  card: [shadow('#4A3A1C', 0.05, 2, 4), shadow('#4A3A1C', 0.08, 16, 40)],
  nav: [shadow('#4A3A1C', 0.06, 1, 12)],
} as const;

/** The page's column: 1,200 in the middle of 1,440. */
export const WIDTH = 1440;
export const LEFT = 120;
export const RIGHT = 1320;
