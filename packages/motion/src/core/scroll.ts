import type { ScrollStep, Shot, Size } from '@animatic/schema';
import { calmed } from './easing.ts';
import { clamp } from './geometry.ts';
import type { Keyframe, Track } from './track.ts';

/** A phone's and a window's shape, where a tall frame does not say how much of it is seen. */
const PHONE = 19.5 / 9;
const WINDOW = 10 / 16;
const PHONE_WIDTH = 520;
const LEAD = 0.5;
const REST = 0.7;
const BETWEEN = 0.5;
/** Heights of the viewport that a scroll passes in a second, in the middle of its way. */
const SPEED = 0.8;

/** How far a frame has scrolled over a shot, and what of it is seen. */
export interface Scroll {
  viewport: Size;
  /** Frame pixels above the viewport. */
  track: Track<number>;
}

/** What of a frame is seen at a time. */
export function viewportOf(shot: Pick<Shot, 'size' | 'viewport'>): Size {
  const { width, height } = shot.size;
  const shape = width <= PHONE_WIDTH ? PHONE : WINDOW;
  const { height: seen } = shot.viewport ?? { height: Math.round(width * shape) };
  return { width, height: Math.min(height, seen) };
}

/** A shot's scroll; null where it asks for none or all of the frame is seen anyway. */
export function scrollOf(
  shot: Pick<Shot, 'size' | 'viewport' | 'duration'> & { motion?: { scroll: ScrollStep[] } | undefined },
  times: { entered: number; leaves: number },
): Scroll | null {
  const steps = shot.motion?.scroll ?? [];
  const viewport = viewportOf(shot);
  const most = shot.size.height - viewport.height;
  if (steps.length === 0 || most < 1) return null;
  const begin = Math.min(times.entered + LEAD, shot.duration * 0.3);
  const end = Math.max(begin + 0.4, times.leaves - REST);
  const wanted = lengthsOf(steps, most, viewport.height);
  const free = wanted.reduce((sum, seconds, i) => sum + (steps[i]?.at === undefined ? seconds : 0), 0);
  const rests = BETWEEN * (steps.length - 1);
  const squeeze = Math.min(1, (end - begin) / Math.max(0.01, free + rests));
  const track: Keyframe<number>[] = [];
  let clock = begin;
  let from = 0;
  for (const [index, step] of steps.entries()) {
    const to = clamp(step.to, 0, most);
    const start = Math.max(step.at ?? clock, times.entered, track.at(-1)?.at ?? 0);
    const seconds = step.duration ?? (wanted[index] ?? 1) * squeeze;
    const until = Math.min(start + seconds, Math.max(start, times.leaves));
    track.push(
      // Past its end there may be no more page.
      { at: start, value: from, easing: calmed(step.easing ?? 'travel') },
      { at: until, value: to, easing: 'linear' },
    );
    from = to;
    clock = until + BETWEEN * squeeze;
  }
  return { viewport, track };
}

function lengthsOf(steps: readonly ScrollStep[], most: number, height: number): number[] {
  let from = 0;
  return steps.map(({ to, duration }) => {
    const target = clamp(to, 0, most);
    const way = Math.abs(target - from) / height;
    from = target;
    return duration ?? Math.max(0.7, way / SPEED);
  });
}

/** How far a fixed layer is drawn from where the frame has it: those of the first screen stay, lower ones stand from its end. */
export function fixedShift(box: { y: number }, frame: Size, viewport: Size): number {
  return box.y < viewport.height ? 0 : viewport.height - frame.height;
}
