import type { Layer } from '@animatic/schema';
import type { Bitmap, CanvasHost, Pixels } from '../canvas.ts';
import { type LayerTrack, needsOf, softestOf } from '../effects/layer-tracks.ts';
import type { Aids, Prepared, TextPart } from '../paint/aids.ts';
import { blurredCopies, pixelsOf } from './blurred.ts';
import { arcOf, inkBox } from './extent.ts';
import { placing } from './placing.ts';
import { countedLine } from './text/count.ts';
import { type Ink, inkOf, lengthOf } from './text/ink.ts';
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
  if (layer.text && runsFromRight(layer.text)) aids.fromRight = true;
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
          box: place.rect(cell, only.full),
          ink: place.rect(run, only.rows),
          digit,
          inside,
        })),
      };
  }
  return aids;
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
