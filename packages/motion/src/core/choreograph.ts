import {
  type CameraStep,
  clipSeconds,
  type Format,
  type Overlay,
  type Rect,
  type Shot,
  type Size,
  type Storyboard,
  shotStarts,
  type Transition,
  transitionSeconds,
} from '@animatic/schema';
import { cameraTrack, largestZoom } from './camera/camera-track.ts';
import { mattersOf } from './composition/clip-matters.ts';
import { layerTracks, reachOf, settledAt } from './effects/layer-tracks.ts';
import { clipTone } from './ground-tone.ts';
import { liftedLayers } from './lift.ts';
import { bandOfLines, lineTimelines } from './lines/line-items.ts';
import { cameraThereAndBack, layersThereAndBack, loopSpan } from './loop.ts';
import { overlayTone } from './overlays/tone.ts';
import { composeScene } from './scene.ts';
import { fixedShift, scrollOf } from './scroll.ts';
import type { ShotTimeline, Timeline, TransitionSpan } from './timeline.ts';
import { withSmartPlans } from './transitions/smart/with-smart-plans.ts';

/** What of a storyboard matters for its motion: all that a document leaves out has the schema's default. */
export type Choreographed = { shots: readonly Shot[]; format?: Partial<Pick<Format, 'ground'>> } & Partial<
  Pick<Storyboard, 'loop' | 'lines'>
>;

/**
 * Turns shots into tracks of keyframes. Pure; a shot without a motion is held.
 *
 * @param size the clip's size in pixels, as `formatSize` gives it
 * @throws RangeError without any shot
 * @example choreograph(board, formatSize(board.format, board.shots[0].size)).seconds
 */
export function choreograph(board: Choreographed, size: Size): Timeline {
  const { shots } = board;
  if (shots.length === 0) throw new RangeError('a clip needs at least one shot');
  const starts = shotStarts(shots);
  const loop = board.loop ? loopSpan(shots) : null;
  const closes = (index: number) => (index === shots.length - 1 ? (loop?.seconds ?? 0) : 0);
  const returns = board.loop === true && shots.length === 1;
  // All screens make room where one has a line: they would jump from shot to shot.
  const lined = board.lines?.burnIn === true && shots.some((shot) => shot.caption.line.trim() !== '');
  const matters = mattersOf(shots, loop !== null);
  const timelines = shots.map((shot, index) =>
    shotTimeline(shots, index, starts[index] ?? 0, shot, size, closes(index), returns, lined, matters[index]),
  );
  const timeline: Timeline = {
    size,
    seconds: clipSeconds(shots),
    tone: clipTone(shots),
    ground: board.format?.ground ?? 'design',
    loop,
    lines: board.lines?.burnIn ? lineTimelines(shots, timelines, board.lines.font) : [],
    shots: timelines,
  };
  return withSmartPlans(timeline, shots);
}

function shotTimeline(
  shots: readonly Shot[],
  index: number,
  start: number,
  shot: Shot,
  size: Size,
  closes: number,
  returns: boolean,
  lined: boolean,
  matters: Rect | undefined,
): ShotTimeline {
  const incoming = index > 0 ? transitionSeconds(shots, index - 1) : 0;
  const outgoing = transitionSeconds(shots, index);
  const leaves = shot.duration - Math.max(outgoing, closes);
  const scroll = scrollOf(shot, { entered: incoming, leaves });
  const scene = composeScene(
    scroll ? { ...shot, size: scroll.viewport } : shot,
    size,
    lined ? bandOfLines(size) : 0,
    // What has scrolled lies elsewhere: a frame that scrolls is shown whole.
    scroll ? undefined : matters,
  );
  const coming = layerTracks(shot, scene, { incoming, leaves });
  const layers = returns ? layersThereAndBack(coming, shot.duration) : coming;
  const settled = settledAt(layers);
  const steps = scroll ? seenThrough(shot, scroll.track.at(-1)?.value ?? 0) : (shot.motion?.camera ?? []);
  const there = cameraTrack(scroll && steps.length === 0 ? STANDING : steps, scene, {
    duration: shot.duration,
    entered: incoming,
    leaves,
    settled,
  });
  const camera = returns ? cameraThereAndBack(there, shot.duration) : there;
  const fixed = scroll
    ? new Map(
        shot.layers.flatMap((layer) =>
          layer.fixed ? [[layer.id, fixedShift(layer.box, shot.size, scroll.viewport)] as const] : [],
        ),
      )
    : new Map<string, number>();
  const clips = new Map(shot.layers.map((layer) => [layer.id, layer.clips]));
  const reaches = new Map([
    ...layers.flatMap((track) => pairOf(track.layer, reachOf(track))),
    ...shot.layers.flatMap(({ id, bounds }) => (fixed.has(id) ? [[id, bounds] as const] : [])),
  ]);
  const transition = outgoing > 0 && shot.transition ? span(shot.transition, outgoing) : undefined;
  return {
    index,
    id: shot.id,
    start,
    end: start + shot.duration,
    scene,
    camera,
    layers,
    lifted: liftedLayers(shot.layers, reaches).map((layer) => ({ layer, clips: clips.get(layer) ?? [] })),
    scroll: scroll && { ...scroll, fixed },
    settled,
    overlays: (shot.motion?.overlays ?? []).map((overlay) => withCorner(overlay, shot)),
    overlayTone: overlayTone(shot),
    maxZoom: largestZoom(camera),
    opaque: shot.background !== undefined && shot.background.a >= 1,
    ...(transition && { transition }),
  };
}

/** A picture that scrolls moves enough: the camera does not drift. */
const STANDING: readonly CameraStep[] = [{ move: 'hold', at: 0 }];

/** An overlay that does not say how round its boxes are takes it from the ground that one of them lies on. */
function withCorner(overlay: Overlay, { layers }: Shot): Overlay {
  if (overlay.corner !== undefined) return overlay;
  const near = (a: number, b: number) => Math.abs(a - b) <= 1;
  const ground = layers.find(({ box, ground }) =>
    overlay.boxes.some(
      (one) =>
        ground &&
        near(one.x, box.x) &&
        near(one.y, box.y) &&
        near(one.width, box.width) &&
        near(one.height, box.height),
    ),
  )?.ground;
  return ground ? { ...overlay, corner: Math.max(...ground.corners) } : overlay;
}

/** A camera's steps in a frame that has scrolled: what they look at lies that much higher. */
function seenThrough(shot: Shot, scrolled: number): CameraStep[] {
  return (shot.motion?.camera ?? []).map((step) =>
    step.focus ? { ...step, focus: { ...step.focus, y: step.focus.y - scrolled } } : step,
  );
}

function span(transition: Transition, seconds: number): TransitionSpan | undefined {
  if (transition.kind === 'cut') return undefined;
  return {
    kind: transition.kind,
    direction: transition.direction,
    seconds,
    easing: transition.easing ?? 'travel',
  };
}

function pairOf<K, V>(key: K, value: V | undefined): [K, V][] {
  return value === undefined ? [] : [[key, value]];
}
