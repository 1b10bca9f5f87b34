import type { Easing, EasingName } from '@animatic/schema';
import { clamp } from './geometry.ts';

type Bezier = readonly [number, number, number, number];

/** taste.md's curves, and Figma's named ones. */
export const CURVES: Record<Exclude<EasingName, keyof typeof SPRINGS>, Bezier> = {
  enter: [0.16, 1, 0.3, 1],
  travel: [0.65, 0, 0.35, 1],
  drift: [0.37, 0, 0.63, 1],
  exit: [0.4, 0, 1, 1],
  linear: [0, 0, 1, 1],
  'ease-in': [0.42, 0, 1, 1],
  'ease-out': [0, 0, 0.58, 1],
  'ease-in-and-out': [0.42, 0, 0.58, 1],
  'ease-in-back': [0.3, -0.05, 0.7, -0.5],
  'ease-out-back': [0.45, 1.45, 0.8, 1],
  'ease-in-and-out-back': [0.7, -0.4, 0.4, 1.4],
};

interface Spring {
  mass: number;
  stiffness: number;
  damping: number;
}

/** taste.md's pop, and Figma's named springs. */
export const SPRINGS = {
  pop: { mass: 1, stiffness: 260, damping: 22 },
  gentle: { mass: 1, stiffness: 100, damping: 15 },
  quick: { mass: 1, stiffness: 300, damping: 20 },
  bouncy: { mass: 1, stiffness: 600, damping: 15 },
  slow: { mass: 1, stiffness: 80, damping: 20 },
} as const satisfies Record<string, Spring>;

const isNamedSpring = (name: EasingName): name is keyof typeof SPRINGS => name in SPRINGS;

/** Whether an easing is a spring, which swings and never quite rests. */
export function isSpring(easing: Easing): boolean {
  return typeof easing === 'string' ? isNamedSpring(easing) : 'spring' in easing;
}

/**
 * How far a move has come at `share` of its time; both run from 0 to 1, springs and beziers may pass 1 between.
 *
 * @example ease('travel', 0.5) // 0.5
 */
export function ease(easing: Easing, share: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return 1;
  if (easing === 'linear') return share;
  if (typeof easing === 'string')
    return isNamedSpring(easing) ? springAt(SPRINGS[easing], share) : bezierAt(CURVES[easing], share);
  if ('bezier' in easing) return bezierAt(easing.bezier, share);
  if ('spring' in easing) return springAt(easing.spring, share);
  return stepAt(easing.steps, share);
}

/** Settles without a swing, whatever its frequency: time is stretched to the move's. */
const CALM_SPRING: Easing = { spring: { mass: 1, stiffness: 100, damping: 20 } };

/**
 * The nearest easing that neither passes its end nor turns back: a spring that would swing is damped until it does not,
 * a curve that overshoots is held in. Any other easing is given back as it is.
 *
 * @example calmed('travel') // 'travel'
 */
export function calmed(easing: Easing): Easing {
  if (typeof easing === 'object' && 'steps' in easing) return easing;
  if (isSpring(easing)) return CALM_SPRING;
  const bezier =
    typeof easing === 'string' && !isNamedSpring(easing)
      ? CURVES[easing]
      : typeof easing === 'object' && 'bezier' in easing
        ? easing.bezier
        : undefined;
  if (!bezier || [bezier[1], bezier[3]].every((y) => y >= 0 && y <= 1)) return easing;
  const [x1, y1, x2, y2] = bezier;
  return { bezier: [x1, clamp(y1, 0, 1), x2, clamp(y2, 0, 1)] };
}

/**
 * How far a move has come that must neither pass its end nor turn back: what would show a hole, or what had gone.
 *
 * @example settle('bouncy', 0.5) // 0.94
 */
export function settle(easing: Easing, share: number): number {
  return ease(calmed(easing), share);
}

/** Where a critically damped spring has settled to 0.1 %, in ω·t: (1 + x)·e⁻ˣ = 0.001. */
const CRITICAL_REST = 9.2334;

/** A critically damped oscillator from rest at 0 towards 1, `x` = ω·t. */
function criticalAt(x: number): number {
  return 1 - Math.exp(-x) * (1 + x);
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
function springAt({ mass, stiffness, damping }: Spring, share: number): number {
  const omega = Math.sqrt(stiffness / mass);
  const zeta = damping / (2 * Math.sqrt(stiffness * mass));
  if (Math.abs(zeta - 1) <= 1e-4) return criticalAt(share * CRITICAL_REST);
  const slowest = zeta < 1 ? zeta * omega : omega * (zeta - Math.sqrt(zeta * zeta - 1));
  const t = (share * Math.log(1000)) / slowest;
  if (zeta < 1) {
    const damped = omega * Math.sqrt(1 - zeta * zeta);
    return (
      1 -
      Math.exp(-zeta * omega * t) * (Math.cos(damped * t) + ((zeta * omega) / damped) * Math.sin(damped * t))
    );
  }
  const root = Math.sqrt(zeta * zeta - 1);
  const fast = -omega * (zeta + root);
  const slow = -omega * (zeta - root);
  return 1 + (slow * Math.exp(fast * t) - fast * Math.exp(slow * t)) / (fast - slow);
}

/** CSS Easing Functions, steps(): jump-start or jump-end. */
function stepAt({ count, jump }: { count: number; jump: 'start' | 'end' }, share: number): number {
  const passed = Math.floor(share * count + 1e-9);
  return Math.min(1, (jump === 'start' ? passed + 1 : passed) / count);
}
