import type { Color, Shot } from '@animatic/schema';
import { fromLab, type Lab, toLab } from '../color.ts';

/** The colours that overlays take from a design's background; its accent is found in its still. */
export interface OverlayTone {
  /** What the rest of a frame is dimmed towards. */
  background: Color;
  /** A tone that stands out from it, for designs without an accent colour. */
  contrast: Color;
  /** Whether the background is dark. */
  dark: boolean;
}

const WHITE: Color = { r: 1, g: 1, b: 1, a: 1 };
/** The tones of a shot's overlays, from its background. */
export function overlayTone(shot: Pick<Shot, 'background'>): OverlayTone {
  const background = shot.background && shot.background.a >= 0.5 ? { ...shot.background, a: 1 } : WHITE;
  const lab = toLab(background);
  return { background, contrast: fromLab(contrasting(lab)), dark: lab.l < 50 };
}

/** A background's own hue, as far away in lightness as its other end. */
function contrasting({ l, a, b }: Lab): Lab {
  return l < 50 ? { l: 96, a: a * 0.15, b: b * 0.15 } : { l: 18, a: a * 0.4, b: b * 0.4 - 4 };
}
