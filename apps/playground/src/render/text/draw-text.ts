import type { LoadedFont } from '../fonts.ts';
import { identity } from '../matrix.ts';
import type { PaintPlace } from '../paint.ts';
import { type Ink, layPaint } from '../paint.ts';
import { emptyRect, type Rect, union } from '../rect.ts';
import type { RestPaint } from '../rest-node.ts';
import {
  type Context2d,
  createLayer,
  createSurface,
  drawSurface,
  enterNode,
  type Surface,
} from '../surface.ts';
import type { Measurer } from './line-break.ts';
import type { PlacedText, TextLayout } from './text-layout.ts';
import type { TextStyle } from './text-style.ts';

/** Says which loaded face a style is drawn with. */
export type FontOf = (style: TextStyle) => LoadedFont;

function setFont(ctx: Context2d, style: TextStyle, font: LoadedFont, size = style.fontSize): void {
  ctx.font = `${font.slant ? 'italic ' : ''}${size}px ${font.css}`;
  // Glyphs at their true places, neither hinted nor moved to whole pixels: text keeps its shape at every scale.
  ctx.textRendering = 'geometricPrecision';
  ctx.fontKerning = 'normal';
  ctx.letterSpacing = `${(style.letterSpacing / style.fontSize) * size}px`;
  ctx.textBaseline = 'alphabetic';
}

// Browsers round a font's ascent to whole pixels: measured large, the rounding is lost.
const measuringSize = 1000;

/** Measures with a canvas. */
export function canvasMeasurer(fontOf: FontOf): Measurer & { ink(run: PlacedText): Rect } {
  const ctx = new OffscreenCanvas(1, 1).getContext('2d');
  if (!ctx) throw new Error('This browser gives no 2D canvas.');
  const metrics = new Map<string, { ascent: number; descent: number }>();
  return {
    width(text, style) {
      setFont(ctx, style, fontOf(style));
      return ctx.measureText(text).width;
    },
    metrics(style) {
      const font = fontOf(style);
      let unit = metrics.get(font.css);
      if (!unit) {
        setFont(ctx, style, font, measuringSize);
        // Precise text moves a thousandth from the ascent to the descent (seen with Poppins in Chromium).
        ctx.textRendering = 'auto';
        const m = ctx.measureText('x');
        unit = {
          ascent: m.fontBoundingBoxAscent / measuringSize,
          descent: m.fontBoundingBoxDescent / measuringSize,
        };
        metrics.set(font.css, unit);
      }
      return { ascent: unit.ascent * style.fontSize, descent: unit.descent * style.fontSize };
    },
    ink(run) {
      // Ink is rounded outward to whole pixels too.
      const enlarged = Math.max(1, Math.min(32, 4000 / run.style.fontSize));
      setFont(ctx, run.style, fontOf(run.style), run.style.fontSize * enlarged);
      const m = ctx.measureText(run.text);
      const glyphs: Rect = {
        x: run.x - m.actualBoundingBoxLeft / enlarged,
        y: run.baseline - m.actualBoundingBoxAscent / enlarged,
        width: (m.actualBoundingBoxLeft + m.actualBoundingBoxRight) / enlarged,
        height: (m.actualBoundingBoxAscent + m.actualBoundingBoxDescent) / enlarged,
      };
      const line = decorationOf(run);
      return line ? union(glyphs, line) : glyphs;
    },
  };
}

/** Where a layout's letters have ink, in the node's pixels. */
export function inkOf(layout: TextLayout, measurer: { ink(run: PlacedText): Rect }): Rect {
  return layout.runs.reduce((all, run) => union(all, measurer.ink(run)), emptyRect);
}

/** The line under or through a run, in the node's pixels. */
function decorationOf(run: PlacedText): Rect | undefined {
  const { decoration, fontSize } = run.style;
  const height = Math.max(1, Math.round(fontSize / 14));
  const width = run.width - run.style.letterSpacing;
  if (decoration === 'UNDERLINE')
    return { x: run.x, y: run.baseline + Math.round(fontSize * 0.1), width, height };
  if (decoration === 'STRIKETHROUGH')
    return { x: run.x, y: Math.round(run.baseline - fontSize * 0.28), width, height };
  return undefined;
}

function coverRuns(ctx: Context2d, runs: readonly PlacedText[], fontOf: FontOf, widen = 0): void {
  for (const run of runs) {
    setFont(ctx, run.style, fontOf(run.style));
    if (widen > 0) {
      ctx.lineWidth = widen;
      ctx.lineJoin = 'round';
      ctx.strokeText(run.text, run.x, run.baseline);
    } else {
      ctx.fillText(run.text, run.x, run.baseline);
    }
    const line = decorationOf(run);
    if (line && widen === 0) ctx.fillRect(line.x, line.y, line.width, line.height);
  }
}

/** Letters are drawn in the node's own pixels: the canvas sets them, not we. */
function inkOfRuns(runs: readonly PlacedText[], place: PaintPlace, fontOf: FontOf, widen = 0): Ink {
  return {
    enter: (surface) => enterNode(surface, place.transform),
    fromNode: identity,
    cover: (ctx) => coverRuns(ctx, runs, fontOf, widen),
  };
}

/** Draws a layout's letters with their fills. */
export function fillText(
  surface: Surface,
  layout: TextLayout,
  place: PaintPlace,
  fontOf: FontOf,
  alpha: number,
): void {
  const byFills = new Map<readonly RestPaint[], PlacedText[]>();
  for (const run of layout.runs) {
    const same = byFills.get(run.style.fills);
    if (same) same.push(run);
    else byFills.set(run.style.fills, [run]);
  }
  for (const [fills, runs] of byFills) {
    for (const paint of fills) {
      if (!paint.visible || paint.opacity === 0) continue;
      layPaint(surface, paint, place, inkOfRuns(runs, place, fontOf), alpha);
    }
  }
}

/**
 * Draws the outlines of a layout's letters: within them, outside of them, or on their edge.
 *
 * @param area the device pixels that the letters and their outlines take.
 */
export function strokeText(
  surface: Surface,
  layout: TextLayout,
  paints: readonly RestPaint[],
  weight: number,
  align: string | undefined,
  place: PaintPlace,
  fontOf: FontOf,
  alpha: number,
  area: Rect,
): void {
  if (align === 'CENTER') {
    for (const paint of paints) {
      layPaint(surface, paint, place, inkOfRuns(layout.runs, place, fontOf, weight), alpha);
    }
    return;
  }
  // Twice as wide, and then only the part on one side of the letters' edge.
  const layer = createLayer(surface, area);
  if (!layer) return;
  for (const paint of paints) {
    layPaint(layer, paint, place, inkOfRuns(layout.runs, place, fontOf, weight * 2));
  }
  enterNode(layer, place.transform);
  layer.ctx.globalCompositeOperation = align === 'INSIDE' ? 'destination-in' : 'destination-out';
  layer.ctx.fillStyle = '#000';
  if (align === 'INSIDE') {
    // One draw for all letters: each draw of destination-in would erase the ones before.
    const letters = createSurface(layer.area, layer.grid);
    enterNode(letters, place.transform);
    coverRuns(letters.ctx, layout.runs, fontOf);
    drawSurface(layer, letters, { operation: 'destination-in' });
  } else {
    coverRuns(layer.ctx, layout.runs, fontOf);
  }
  drawSurface(surface, layer, { alpha });
}
