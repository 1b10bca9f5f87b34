import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { Box } from './rest.ts';

/** A face and how it is set: size, line height and tracking in pixels. */
export interface Face {
  readonly family: Family;
  readonly weight: number;
  readonly size: number;
  readonly line: number;
  readonly tracking?: number;
  readonly italic?: boolean;
  readonly upper?: boolean;
}

/**
 * Faces of one family by size and line height, in pixels; `weight` and `tracking` are what most of them have.
 *
 * @example const sans = faceOf('Inter'); sans(16, 24, 600)
 */
export const faceOf =
  (family: Family, weight = 400, tracking = 0) =>
  (size: number, line: number, ownWeight = weight, ownTracking = tracking): Face => ({
    family,
    weight: ownWeight,
    size,
    line,
    tracking: ownTracking,
  });

const PACKAGES = {
  Inter: 'inter',
  Fraunces: 'fraunces',
  'Space Grotesk': 'space-grotesk',
  'JetBrains Mono': 'jetbrains-mono',
  Oswald: 'oswald',
} as const;

export type Family = keyof typeof PACKAGES;

const STYLES: Readonly<Record<number, string>> = {
  100: 'Thin',
  200: 'ExtraLight',
  300: 'Light',
  400: 'Regular',
  500: 'Medium',
  600: 'SemiBold',
  700: 'Bold',
  800: 'ExtraBold',
  900: 'Black',
};

/** Figma's name of a face's style: `SemiBold`, `Italic`, `Medium Italic`. */
export function styleName({ weight, italic }: Face): string {
  const upright = STYLES[weight] ?? 'Regular';
  if (!italic) return upright;
  return weight === 400 ? 'Italic' : `${upright} Italic`;
}

const require = createRequire(import.meta.url);
const context = createCanvas(1, 1).getContext('2d');
const registered = new Set<string>();

/** A face as a canvas's `font`, registered on first use. */
export function canvasFont(face: Face): string {
  const alias = `${face.family} ${face.weight}${face.italic ? ' italic' : ''}`;
  if (!registered.has(alias)) {
    const name = PACKAGES[face.family];
    const file = `@fontsource/${name}/files/${name}-latin-${face.weight}-${face.italic ? 'italic' : 'normal'}.woff2`;
    GlobalFonts.register(readFileSync(require.resolve(file)), alias);
    registered.add(alias);
  }
  return `${face.size}px "${alias}"`;
}

/** Measuring this many times larger gives what is set without hinting, as Figma sets it. */
const FINE = 16;

/** A line's measures in pixels: how far the pen moves, what its glyphs cover, the face's own ascent and descent. */
function measure(face: Face, line: string) {
  context.font = canvasFont({ ...face, size: face.size * FINE });
  context.letterSpacing = `${(face.tracking ?? 0) * FINE}px`;
  const m = context.measureText(face.upper ? line.toUpperCase() : line);
  return {
    width: m.width / FINE,
    left: m.actualBoundingBoxLeft / FINE,
    right: m.actualBoundingBoxRight / FINE,
    above: m.actualBoundingBoxAscent / FINE,
    below: m.actualBoundingBoxDescent / FINE,
    ascent: m.fontBoundingBoxAscent / FINE,
    descent: m.fontBoundingBoxDescent / FINE,
  };
}

/** How far the pen moves over one line of text. */
export function advance(face: Face, line: string): number {
  return measure(face, line).width;
}

/** Breaks text at spaces, as Figma does, so that no line is wider than `width`. */
export function wrap(face: Face, text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && advance(face, longer) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

export interface Setting {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  /** What the glyphs cover, from the text box's corner. */
  readonly ink: Box;
}

/** Sets text in a face: in a box of that width, or on as many lines as it has line breaks. */
export function setText(
  face: Face,
  text: string,
  width: number | undefined,
  align: 'LEFT' | 'CENTER' | 'RIGHT',
): Setting {
  const lines = width === undefined ? text.split('\n') : wrap(face, text, width);
  const widest = Math.max(...lines.map((line) => advance(face, line)));
  const boxWidth = width ?? Math.ceil(widest);
  const part = { LEFT: 0, CENTER: 0.5, RIGHT: 1 }[align];
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  lines.forEach((line, row) => {
    if (line.trim() === '') return;
    const m = measure(face, line);
    const start = (boxWidth - m.width) * part;
    const baseline = row * face.line + (face.line - m.ascent - m.descent) / 2 + m.ascent;
    left = Math.min(left, start - m.left);
    right = Math.max(right, start + m.right);
    top = Math.min(top, baseline - m.above);
    bottom = Math.max(bottom, baseline + m.below);
  });
  const ink = { x: left, y: top, width: right - left, height: bottom - top };
  return { lines, width: boxWidth, height: Math.ceil(lines.length * face.line), ink };
}
