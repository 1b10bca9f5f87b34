import type { Color, Shot } from '@animatic/schema';
import { fromLab, type Lab, toLab } from './color.ts';

/** The ground behind screens: lit softly from its middle. The same for a whole clip, so that transitions stand on it. */
export interface GroundTone {
  inner: Color;
  outer: Color;
  /** What the screen's shadows are tinted with. */
  shadow: Color;
}

const PAPER: Color = { r: 0.96, g: 0.96, b: 0.96, a: 1 };
/** taste.md: the design's background ± 8 L*, a radial of at most 8. */
const STEP = 8;
const INNER = 3;
const OUTER = 4;
const MOST_CHROMA = 26;

/** The ground's tones for a design's background. */
export function groundTone(background: Color): GroundTone {
  const lab = toLab(background);
  const tamed = tame(lab);
  const base = tamed.l > 50 ? tamed.l - STEP : tamed.l + STEP;
  return {
    inner: fromLab({ ...tamed, l: base + INNER }),
    outer: fromLab({ ...tamed, l: base - OUTER }),
    shadow: fromLab({ l: Math.max(2, base * 0.14), a: tamed.a * 0.6, b: tamed.b * 0.6 - 3 }),
  };
}

/** The tone for a clip: from the background that stands longest in it. */
export function clipTone(shots: ReadonlyArray<Pick<Shot, 'background' | 'duration'>>): GroundTone {
  const seconds = new Map<string, { color: Color; total: number }>();
  for (const { background, duration } of shots) {
    if (!background || background.a < 0.5) continue;
    const key = JSON.stringify([background.r, background.g, background.b]);
    const known = seconds.get(key);
    seconds.set(key, { color: background, total: (known?.total ?? 0) + duration });
  }
  let best: { color: Color; total: number } | undefined;
  for (const one of seconds.values()) if (!best || one.total > best.total) best = one;
  return groundTone(best?.color ?? PAPER);
}

function tame(lab: Lab): Lab {
  const chroma = Math.hypot(lab.a, lab.b);
  const share = chroma > MOST_CHROMA ? MOST_CHROMA / chroma : 1;
  return { l: lab.l, a: lab.a * share, b: lab.b * share };
}
