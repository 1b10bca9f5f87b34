import { type Shot, type Size, shotStarts } from '@animatic/schema';
import { toLab } from '../color.ts';
import type { DrawItem } from '../draw-list.ts';
import { ease } from '../easing.ts';
import { clamp } from '../geometry.ts';
import type { GroundTone } from '../ground-tone.ts';
import type { ShotTimeline } from '../timeline.ts';
import { safeZone } from './safe-zone.ts';

/** A viewer's line in the picture: seconds in the clip. */
export interface LineTimeline {
  text: string;
  start: number;
  end: number;
  font: string | undefined;
  /** On the ground beside a screen, or on a plate of its own over a picture that fills the view. */
  on: 'ground' | 'plate';
  place: 'top' | 'bottom';
}

/** Share of the view's shorter side that a line's letters are high, and the band of letters that two rows and air take. */
const LETTERS = 0.042;
const BAND = 3.2;
/** Share of the view's width that a line fills at most. */
const WIDTH = 0.8;
const COMES = 0.3;
const GOES = 0.2;
/** A band with this much of a frame's height is looked at for texts that a line would hide. */
const LOOKED_AT = 0.22;

/** Every line that was written, as it stands in the picture. */
export function lineTimelines(
  shots: readonly Shot[],
  timelines: readonly ShotTimeline[],
  font: string | undefined,
): LineTimeline[] {
  const starts = shotStarts(shots);
  return shots.flatMap((shot, index) => {
    const text = shot.caption.line.trim();
    const timeline = timelines[index];
    if (!text || !timeline) return [];
    const start = starts[index] ?? 0;
    const end = starts[index + 1] ?? start + shot.duration;
    const on = staysClear(timeline) ? ('ground' as const) : ('plate' as const);
    return [{ text, start, end, font, on, place: on === 'ground' ? 'bottom' : emptier(shot) }];
  });
}

/** View pixels at the bottom that screens leave free for lines: two rows in the safe zone, and what lies below it. */
export function bandOfLines(size: Size): number {
  const zone = safeZone(size);
  const letters = Math.min(size.width, size.height) * LETTERS;
  return Math.round(size.height - zone.y - zone.height + letters * BAND);
}

/** True where a screen, wherever the camera takes it, leaves the line's place on the ground free. */
function staysClear({ scene, camera }: ShotTimeline): boolean {
  if (scene.kind !== 'screen') return false;
  const { view, shown } = scene;
  const top = view.height - bandOfLines(view);
  return camera.every(({ value }) => {
    const bottom = view.height / 2 + (shown.y + shown.height - value.y) * value.zoom;
    return bottom <= top;
  });
}

/** Where a line hides fewer texts of the frame: at the bottom, unless the top is emptier. */
function emptier({ layers, size }: Shot): 'top' | 'bottom' {
  const band = size.height * LOOKED_AT;
  const texts = layers.filter((layer) => layer.kind === 'text');
  const letters = (from: number, to: number) =>
    texts
      .filter(({ box }) => box.y < to && box.y + box.height > from)
      .reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  return letters(0, band) < letters(size.height - band, size.height) ? 'top' : 'bottom';
}

/** The lines that stand at a time. */
export function lineItems(
  lines: readonly LineTimeline[],
  tone: GroundTone,
  size: Size,
  seconds: number,
): DrawItem[] {
  return lines.flatMap(({ start, end, text, font, on, place }) => {
    if (seconds < start || seconds >= end) return [];
    const goes = Math.min(GOES, (end - start) / 4);
    const comes = Math.min(COMES, (end - start) / 3);
    const opacity =
      ease('drift', clamp((seconds - start) / comes, 0, 1)) *
      ease('drift', clamp((end - seconds) / goes, 0, 1));
    if (opacity <= 0) return [];
    const letters = Math.min(size.width, size.height) * LETTERS;
    const zone = safeZone(size);
    const dark = toLab(tone.outer).l < 55;
    const plate = on === 'plate';
    return [
      {
        kind: 'line',
        text,
        ...(font !== undefined && { font }),
        letters,
        place,
        zone,
        width: Math.min(zone.width, size.width * WIDTH),
        color: plate || dark ? '#ffffff' : '#17181c',
        ...(plate && { plate: 'rgba(20, 21, 26, 0.78)' }),
        opacity,
      },
    ];
  });
}
