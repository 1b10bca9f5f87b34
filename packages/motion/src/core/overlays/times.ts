import { ease } from '../easing.ts';
import type { OverlayMoment } from './overlay.ts';

/** How far an overlay is there: comes in so many seconds, goes in so many; both shrink where it is short. */
export function presence(
  { overlay, seconds }: Pick<OverlayMoment, 'overlay' | 'seconds'>,
  come: number,
  go: number,
) {
  const most = overlay.duration * 0.4;
  const comes = Math.min(come, most);
  const goes = Math.min(go, most);
  const left = overlay.duration - seconds;
  return {
    /** 0 to 1 while it comes, 1 afterwards. */
    come: comes > 0 ? Math.min(1, seconds / comes) : 1,
    /** 1 until it goes, then down to 0. */
    stay: goes > 0 ? Math.min(1, Math.max(0, left / goes)) : 1,
  };
}

/** Between two times, eased: 0 before, 1 after. */
export function between(
  seconds: number,
  from: number,
  to: number,
  curve: Parameters<typeof ease>[0],
): number {
  return ease(curve, (seconds - from) / Math.max(1e-6, to - from));
}
