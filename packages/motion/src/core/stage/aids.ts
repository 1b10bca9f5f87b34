import type { Layer, Rect } from '@animatic/schema';
import type { Bitmap, CanvasHost, Pixels } from '../canvas.ts';
import { type LayerTrack, needsOf, softestOf } from '../effects/layer-tracks.ts';
import { middle } from '../geometry.ts';
import type { Aids, Prepared, TextPart } from '../paint/aids.ts';
import { blurredCopies, pixelsOf } from './blurred.ts';
import { countedLine } from './text/count.ts';
import { type Ink, inkOf, lengthOf, type Run } from './text/ink.ts';
import { linesOf } from './text/lines.ts';
import { type LinePart, lettersOf, wordsOf } from './text/parts.ts';
import { breaksIn, runsFromRight } from './text/script.ts';

/** A text of more pieces than this is typed by its words. */
const MOST_LETTERS = 400;
/** Larger bitmaps are not looked at: text is small, and charts need no more. */
const MOST_PIXELS = 16_000_000;

/**
 * What a layer's effects need besides its bitmap: blurred copies, where its letters, words and digits lie.
 *
 * @param own the layer as it was captured
 * @param viewScale view pixels per frame pixel
 */
export function layerAids<B extends Bitmap>(
  host: CanvasHost<B>,
  layer: Pick<Layer, 'box' | 'text'>,
  track: LayerTrack,
  own: Prepared<B>,
  viewScale: number,
): Aids<B> {
  const needs = needsOf(track);
  const aids: Aids<B> = {};
  if (needs.has('blur')) aids.blurred = blurredCopies(host, own, softestOf(track), viewScale);
  const looked = [...needs].some((need) => need !== 'blur');
  if (!looked || own.image.width * own.image.height > MOST_PIXELS) return aids;
  const pixels = pixelsOf(host, own.image);
  const ink = inkOf(pixels);
  if (!ink) return aids;
  if (needs.has('extent')) {
    aids.ink = inkBox(ink, own);
    aids.arc = arcOf(ink, own, layer.box);
  }
  if (layer.text === undefined || layer.text.trim() === '') return aids;
  return { ...aids, ...textAids(host, layer.text, needs, pixels, ink, own) };
}

function textAids<B extends Bitmap>(
  host: CanvasHost<B>,
  text: string,
  needs: ReturnType<typeof needsOf>,
  pixels: Pixels,
  ink: Ink,
  own: Prepared<B>,
): Aids<B> {
  const aids: Aids<B> = {};
  const lines = linesOf(ink, breaksIn(text));
  if (lines.length === 0) return aids;
  const fromRight = runsFromRight(text);
  const place = placing(own);
  const heights = lines.map((line) => place.height(lengthOf(line.rows)));
  // Lines of one size differ by what their letters reach; a line is as high as the highest of its size.
  const height = (index: number) => {
    const own = heights[index] ?? 0;
    return Math.max(...heights.filter((one) => one < own * 1.6));
  };
  const partsOf = (found: LinePart[][]): TextPart[] =>
    found.flatMap((line) => {
      const parts = line.map(({ cell, ink: run, line: { band, rows }, index }) => ({
        box: place.rect(cell, band),
        ink: place.rect(run, rows),
        line: index,
        height: height(index),
        fromRight,
      }));
      return fromRight ? parts.reverse() : parts;
    });
  const all = { from: 0, to: ink.width };
  aids.lines = lines.map((line, index) => ({
    box: place.rect(all, line.full),
    ink: place.rect(all, line.rows),
    line: index,
    height: height(index),
    fromRight,
  }));
  if (needs.has('words')) aids.words = partsOf(wordsOf(lines, text));
  if (needs.has('letters')) {
    const letters = lettersOf(lines, text);
    const many = letters.reduce((sum, line) => sum + line.length, 0) > MOST_LETTERS;
    aids.letters = partsOf(many ? wordsOf(lines, text) : letters);
    aids.caret = caretOf(host, pixels, ink);
  }
  const [only] = lines;
  if (needs.has('digits') && only && lines.length === 1) {
    const counted = countedLine(only, 0, text);
    if (counted)
      aids.counting = {
        ...counted,
        characters: counted.characters.map(({ cell, ink: run, digit, inside }) => ({
          box: place.rect(cell, only.band),
          ink: place.rect(run, only.rows),
          digit,
          inside,
        })),
      };
  }
  return aids;
}

/** From a bitmap's pixels to frame pixels. */
function placing({ image, box }: Prepared<Bitmap>) {
  const x = box.width / image.width;
  const y = box.height / image.height;
  return {
    height: (pixels: number) => pixels * y,
    rect: (columns: Run, rows: Run): Rect => ({
      x: box.x + columns.from * x,
      y: box.y + rows.from * y,
      width: lengthOf(columns) * x,
      height: lengthOf(rows) * y,
    }),
  };
}

function inkBox({ width, height, at }: Ink, own: Prepared<Bitmap>): Rect {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((at[y * width + x] ?? 0) > 2) {
        if (x < left) left = x;
        if (x >= right) right = x + 1;
        if (y < top) top = y;
        bottom = y + 1;
      }
  return placing(own).rect(
    { from: left, to: Math.max(left, right) },
    { from: top, to: Math.max(top, bottom) },
  );
}

const TURN = 720;

/** The part of a turn that a ring covers, clockwise from about twelve; undefined for a whole one. */
function arcOf({ width, height, at, least }: Ink, own: Prepared<Bitmap>, box: Rect): Aids<Bitmap>['arc'] {
  const centre = middle(box);
  const cx = ((centre.x - own.box.x) * own.image.width) / own.box.width;
  const cy = ((centre.y - own.box.y) * own.image.height) / own.box.height;
  const covered = new Uint8Array(TURN);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((at[y * width + x] ?? 0) >= least / 2) {
        const dx = x + 0.5 - cx;
        const dy = y + 0.5 - cy;
        if (dx * dx + dy * dy < 9) continue;
        const turn = (Math.atan2(dx, -dy) / (2 * Math.PI) + 1) % 1;
        covered[Math.floor(turn * TURN) % TURN] = 1;
      }
  // The widest gap parts the end from the beginning.
  let best = { from: 0, length: 0 };
  let length = 0;
  for (let i = 0; i < TURN * 2; i++) {
    length = covered[i % TURN] ? 0 : length + 1;
    if (length > best.length && length <= TURN) best = { from: i - length + 1, length };
  }
  if (best.length < TURN * 0.015 || best.length >= TURN) return undefined;
  const end = (best.from % TURN) / TURN;
  const begin = ((best.from + best.length) % TURN) / TURN;
  const from = begin > end ? begin - 1 : begin;
  return { from: from - 1 / TURN, to: end + 1 / TURN };
}

/** A pixel of the colour that a text has. */
function caretOf<B extends Bitmap>(host: CanvasHost<B>, { data }: Pixels, { at }: Ink): B {
  const sum = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < at.length; i++)
    if ((at[i] ?? 0) > 200) {
      count++;
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = (sum[channel] ?? 0) + (data[i * 4 + channel] ?? 0);
    }
  const surface = host.surface(1, 1);
  surface.writePixels((pixel) => {
    for (let channel = 0; channel < 3; channel++) pixel[channel] = (sum[channel] ?? 0) / Math.max(1, count);
    pixel[3] = 255;
  });
  return host.settle ? host.settle(surface.bitmap) : surface.bitmap;
}
