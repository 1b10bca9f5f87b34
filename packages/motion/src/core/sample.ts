import type { DrawItem, DrawList } from './draw-list.ts';
import { ease, settle } from './easing.ts';
import { lineItems } from './lines/line-items.ts';
import { cameraAt, ground, picture } from './shot-items.ts';
import type { ShotTimeline, Timeline } from './timeline.ts';
import { transitions } from './transitions/registry.ts';

/**
 * What a clip shows at a time, as drawing instructions.
 *
 * @param seconds from the clip's start; past the end the last picture stands
 * @example sample(timeline, 1.5).items
 */
export function sample(timeline: Timeline, seconds: number): DrawList {
  const at = Math.min(Math.max(0, seconds), timeline.seconds);
  const shot = shotAt(timeline, at);
  const items =
    closing(timeline, at) ??
    passing(timeline, shot, at) ??
    ([
      ...ground(timeline, shot),
      ...picture(shot, at, cameraAt(shot, at), { x: 0, y: 0 }),
    ] satisfies DrawItem[]);
  const lines = lineItems(timeline.lines, timeline.tone, timeline.size, at);
  return { size: timeline.size, items: [...items, ...lines] };
}

/** The items of a transition, where one is on the way. */
function passing(timeline: Timeline, shot: ShotTimeline, at: number): DrawItem[] | null {
  const before = timeline.shots[shot.index - 1];
  const span = before?.transition;
  if (!before || !span || at >= before.end) return null;
  const passed = (at - shot.start) / span.seconds;
  return transitions[span.kind]({
    timeline,
    before,
    after: shot,
    span,
    share: ease(span.easing, passed),
    settled: settle(span.easing, passed),
    at: { before: at, after: at },
  });
}

/** The items of a clip's end that passes into its beginning: the first shot stands there as it stands before it begins. */
function closing(timeline: Timeline, at: number): DrawItem[] | null {
  const { loop, shots, seconds } = timeline;
  const before = shots.at(-1);
  const after = shots[0];
  if (!loop || !before || !after || at < seconds - loop.seconds) return null;
  const passed = (at - (seconds - loop.seconds)) / loop.seconds;
  return transitions[loop.kind]({
    timeline,
    before,
    after,
    span: loop,
    share: ease(loop.easing, passed),
    settled: settle(loop.easing, passed),
    at: { before: at, after: at - seconds },
  });
}

/** The shot that has begun last. */
export function shotAt(timeline: Timeline, seconds: number): ShotTimeline {
  let found = timeline.shots[0];
  for (const shot of timeline.shots) if (shot.start <= seconds + 1e-9) found = shot;
  if (!found) throw new RangeError('a timeline holds at least one shot');
  return found;
}
