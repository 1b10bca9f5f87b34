import type { Outline, Rect } from '@animatic/schema';
import type { CameraIntent, Intent } from '../read/intents.ts';
import { boxOf } from '../read/read-camera.ts';
import type { Event } from './events.ts';
import { viewportHeight } from './scroll.ts';

/** As the engine fits a target into the view, and what it does without one. */
const FILLS = { width: 0.55, height: 0.8 };
const NEAREST = 2;
const PLAIN = 1.12;
const SECONDS = 1.1;
/** The view is nearly whole before the end of the move. */
const OVERLAP = 0.35;
/** How much of what comes must be seen. */
const SEEN = 0.6;

/** How near a camera comes that is not told how near. */
function zoomOf(focus: Rect | undefined, { size }: Outline, viewport: number): number {
  if (!focus) return PLAIN;
  const fits = Math.min(
    (size.width * FILLS.width) / Math.max(1, focus.width),
    (viewport * FILLS.height) / Math.max(1, focus.height),
  );
  return Math.round(Math.min(NEAREST, Math.max(1.06, fits)) * 1000) / 1000;
}

/** A camera that has come near before layers come says how near: else the engine holds it back. */
export function sayHowNear(events: readonly Event[], outline: Outline): void {
  for (const { camera, at, intent } of events) {
    if (!camera || camera.amount !== undefined) continue;
    if (camera.move !== 'push-in' && camera.move !== 'dolly') continue;
    const later = events.some((one) => one.layers && one.end > at && one.at > at && one.intent !== intent);
    if (later) camera.amount = zoomOf(camera.focus, outline, viewportHeight(outline));
  }
}

/** The camera steps back where what comes next would come outside of its view: null where it need not. */
export function stepBack(events: readonly Event[], next: Intent, rest: readonly Intent[], outline: Outline) {
  if (next.kind !== 'layers' || next.phase !== 'enter') return null;
  const viewport = viewportHeight(outline);
  const before = events.findLast(({ camera }) => camera && camera.move !== 'hold');
  const camera = before?.camera;
  if (!camera || (camera.move !== 'push-in' && camera.move !== 'dolly')) return null;
  // It is said when it goes back.
  if (rest.some((one) => one.kind === 'camera' && one.move === 'pull-out' && !one.target)) return null;
  const zoom = camera.amount ?? zoomOf(camera.focus, outline, viewport);
  const width = outline.size.width / zoom;
  const height = viewport / zoom;
  const {
    x,
    y,
    width: wide,
    height: tall,
  } = camera.focus ?? { x: 0, y: 0, ...outline.size, height: viewport };
  const left = Math.min(outline.size.width - width, Math.max(0, x + wide / 2 - width / 2));
  const top = Math.min(outline.size.height - height, Math.max(0, y + tall / 2 - height / 2));
  const comes = boxOf(next.target);
  // Further down a page the whole view does not show it either.
  if (comes.y > viewport) return null;
  const across = Math.min(left + width, comes.x + comes.width) - Math.max(left, comes.x);
  const down = Math.min(top + height, comes.y + comes.height) - Math.max(top, comes.y);
  const seen = (Math.max(0, across) * Math.max(0, down)) / Math.max(1, comes.width * comes.height);
  if (seen >= SEEN) return null;
  const intent: CameraIntent = { kind: 'camera', move: 'pull-out', words: next.words, join: 'then' };
  const at = Math.max(...events.map((event) => event.end)) + 0.1;
  const event: Event = { intent, at, end: at + SECONDS, camera: { move: 'pull-out' } };
  return { event, comesAt: event.end - OVERLAP };
}
