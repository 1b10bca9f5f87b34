import { shadow } from '../paint.ts';
import { faceOf } from '../type.ts';

/** Tern: a city's shared bicycles, seen from the desk that keeps them rolling. */
export const C = {
  ground: '#F3F5F2',
  card: '#FFFFFF',
  night: '#0F211D',
  nightSoft: '#1B322C',
  nightText: '#A9BDB5',
  ink: '#13211D',
  soft: '#5D6B66',
  faint: '#8A9692',
  line: '#E4E9E5',
  green: '#0E6B58',
  mint: '#BFE0D3',
  mintPale: '#E6F3EE',
  amber: '#D98E2B',
  amberPale: '#FBF0DD',
  red: '#B9432F',
  redPale: '#FAE9E5',
} as const;

const inter = faceOf('Inter');

const grotesk = faceOf('Space Grotesk', 500, -0.4);

export const T = {
  logo: grotesk(22, 28, 700),
  title: grotesk(28, 36, 600, -0.6),
  card: grotesk(17, 24, 600, -0.2),
  figure: grotesk(34, 40, 600, -0.8),
  middle: grotesk(28, 32, 600, -0.6),
  nav: inter(14, 20, 500),
  body: inter(14, 20),
  strong: inter(14, 20, 600),
  small: inter(13, 20),
  smallStrong: inter(13, 20, 600),
  label: inter(12, 16),
  labelStrong: inter(12, 16, 600),
} as const;

export const SHADOW = {
  card: [shadow('#12302A', 0.04, 1, 2), shadow('#12302A', 0.05, 4, 16)],
  float: [shadow('#12302A', 0.08, 2, 4), shadow('#12302A', 0.14, 12, 32)],
} as const;

export const LEFT = 264;
export const RIGHT = 1408;
