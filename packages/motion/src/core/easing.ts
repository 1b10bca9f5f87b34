import type { Easing } from '@animatic/schema';

type Bezier = readonly [number, number, number, number];

/** taste.md's curves: enter E, travel M, drift S, exit X. */
export const CURVES: Record<'enter' | 'travel' | 'drift' | 'exit' | 'linear', Bezier> = {
  enter: [0.16, 1, 0.3, 1],
  travel: [0.65, 0, 0.35, 1],
  drift: [0.37, 0, 0.63, 1],
  exit: [0.4, 0, 1, 1],
  linear: [0, 0, 1, 1],
};

/**
 * How far a move has come at `share` of its time; both run from 0 to 1, springs and beziers may pass 1 between.
 *
 * @example ease('travel', 0.5) // 0.5
 */
export function ease(easing: Easing, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (typeof easing === 'string') return easing === 'linear' ? share : bezierAt(CURVES[easing], share);
  if ('bezier' in easing) return bezierAt(easing.bezier, share);
  return springAt(easing.spring, share);
}

function polynomial(p1: number, p2: number, t: number): number {
  const u = 1 - t;
  return 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t;
}

/** CSS Easing Functions, cubic-bezier: solves x(t) = share by bisection (x is monotonic), then gives y(t). */
function bezierAt([x1, y1, x2, y2]: Bezier, share: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 48; i++) {
    const t = (low + high) / 2;
    if (polynomial(x1, x2, t) < share) low = t;
    else high = t;
  }
  return polynomial(y1, y2, (low + high) / 2);
}

/** A damped oscillator from rest at 0 towards 1; its time is stretched so that it has settled to 0.1 % at share 1. */
function springAt(
  { mass, stiffness, damping }: { mass: number; stiffness: number; damping: number },
  share: number,
): number {
  const omega = Math.sqrt(stiffness / mass);
  const zeta = damping / (2 * Math.sqrt(stiffness * mass));
  const slowest = zeta < 1 ? zeta * omega : omega * (zeta - Math.sqrt(zeta * zeta - 1));
  const t = (share * Math.log(1000)) / slowest;
  if (zeta < 0.9999) {
    const damped = omega * Math.sqrt(1 - zeta * zeta);
    return (
      1 -
      Math.exp(-zeta * omega * t) * (Math.cos(damped * t) + ((zeta * omega) / damped) * Math.sin(damped * t))
    );
  }
  if (zeta <= 1.0001) return 1 - Math.exp(-omega * t) * (1 + omega * t);
  const root = Math.sqrt(zeta * zeta - 1);
  const fast = -omega * (zeta + root);
  const slow = -omega * (zeta - root);
  return 1 + (slow * Math.exp(fast * t) - fast * Math.exp(slow * t)) / (fast - slow);
}
