import type { Color, Shot } from '@animatic/schema';
import { fromLab, type Lab, toLab } from '../color.ts';

/** The colours that overlays take from a design. */
export interface OverlayTone {
  /** What the rest of a frame is dimmed towards. */
  background: Color;
  /** The design's strongest colour that stands out from its background; a deep or a light tone where it has none. */
  accent: Color;
  /** Whether the background is dark. */
  dark: boolean;
}

const WHITE: Color = { r: 1, g: 1, b: 1, a: 1 };
/** A colour, not a grey. */
const VIVID = 32;
/** L* by which an accent must stand out. */
const APART = 24;

/** The tones of a shot's overlays, from its background and the fills of its containers. */
export function overlayTone(shot: Pick<Shot, 'background' | 'layers'>): OverlayTone {
  const background = shot.background && shot.background.a >= 0.5 ? { ...shot.background, a: 1 } : WHITE;
  const lab = toLab(background);
  const dark = lab.l < 50;
  let best: { color: Color; score: number } | undefined;
  for (const { ground } of shot.layers)
    for (const paint of ground?.fills ?? []) {
      if (paint.type !== 'SOLID' || paint.color.a < 0.9) continue;
      const own = toLab(paint.color);
      const chroma = Math.hypot(own.a, own.b);
      if (chroma < VIVID || Math.abs(own.l - lab.l) < APART) continue;
      if (!best || chroma > best.score) best = { color: { ...paint.color, a: 1 }, score: chroma };
    }
  return { background, accent: best?.color ?? fromLab(contrasting(lab)), dark };
}

/** A background's own hue, as far away in lightness as its other end. */
function contrasting({ l, a, b }: Lab): Lab {
  return l < 50 ? { l: 96, a: a * 0.15, b: b * 0.15 } : { l: 18, a: a * 0.4, b: b * 0.4 - 4 };
}
