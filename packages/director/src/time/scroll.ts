import type { CameraStep, Outline, OutlineNode, ScrollStep } from '@animatic/schema';
import type { ScrollIntent } from '../read/intents.ts';
import { boxOf } from '../read/read-camera.ts';

/** A phone is this much taller than wide, a window this much less: what of a long page is seen at a time. */
const PHONE = 844 / 390;
const WINDOW = 10 / 16;
const NARROW = 600;
/** Frame pixels a second, in viewports. */
const SPEED = 0.55;
const SHORTEST = 1;
const LONGEST = 9;

/** The height of what is seen of a frame at a time, frame pixels. */
export function viewportHeight({ size }: Outline): number {
  return Math.min(size.height, Math.round(size.width * (size.width <= NARROW ? PHONE : WINDOW)));
}

export function scrolls(outline: Outline): boolean {
  return outline.size.height > viewportHeight(outline) * 1.05;
}

/** Where a scroll ends; a frame that is seen whole is tilted over instead. */
export function scrollTo(
  { to }: ScrollIntent,
  outline: Outline,
): { step?: ScrollStep; camera?: CameraStep; seconds: number } {
  const viewport = viewportHeight(outline);
  const most = Math.max(0, outline.size.height - viewport);
  if (!scrolls(outline)) {
    const focus = typeof to === 'object' ? boxOf(to) : undefined;
    return {
      camera: { move: to === 'start' ? 'tilt-up' : 'tilt-down', ...(focus && { focus }) },
      seconds: 1.6,
    };
  }
  const end =
    typeof to === 'object' ? middled(boxOf(to), viewport, most, outline) : to === 'start' ? 0 : most;
  const seconds = Math.min(LONGEST, Math.max(SHORTEST, (to === 'start' ? most : end) / viewport / SPEED));
  return { step: { to: Math.round(end) }, seconds };
}

/** A thing is scrolled to where it lies a third from the top, below what stays. */
function middled(
  box: { y: number; height: number },
  viewport: number,
  most: number,
  outline: Outline,
): number {
  const top = Math.max(
    0,
    ...outline.children
      .filter((child) => child.fixed && child.box.y <= 1 && child.box.height < viewport * 0.3)
      .map((child) => child.box.height),
  );
  const room = viewport - top;
  const above = box.height < room ? (room - box.height) * 0.4 : 0;
  return Math.min(most, Math.max(0, box.y - top - above));
}

export function isCall({ name, component, interactive, children }: OutlineNode): boolean {
  return (
    /(?:^|\W)(?:button|btn|cta)(?:$|\W)/i.test(`${name} ${component ?? ''}`.slice(0, 200)) ||
    (interactive === true && children.length > 0)
  );
}
