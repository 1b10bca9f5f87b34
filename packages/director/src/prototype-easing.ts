import type { Easing } from '@animatic/schema';

/** Figma's easing, as its plugin API gives it. */
export interface PrototypeEasing {
  type: string;
  easingFunctionCubicBezier?: { x1: number; y1: number; x2: number; y2: number };
  easingFunctionSpring?: { mass: number; stiffness: number; damping: number };
}

const bezier = (x1: number, y1: number, x2: number, y2: number): Easing => ({ bezier: [x1, y1, x2, y2] });
const spring = (stiffness: number, damping: number): Easing => ({ spring: { mass: 1, stiffness, damping } });

/** The curves of Figma's presets. */
const PRESETS: Record<string, Easing> = {
  LINEAR: 'linear',
  EASE_IN: bezier(0.42, 0, 1, 1),
  EASE_OUT: bezier(0, 0, 0.58, 1),
  EASE_IN_AND_OUT: bezier(0.42, 0, 0.58, 1),
  EASE_IN_BACK: bezier(0.3, -0.05, 0.7, -0.5),
  EASE_OUT_BACK: bezier(0.45, 1.45, 0.8, 1),
  EASE_IN_AND_OUT_BACK: bezier(0.7, -0.4, 0.4, 1.4),
  GENTLE: spring(100, 15),
  QUICK: spring(300, 20),
  BOUNCY: spring(600, 15),
  SLOW: spring(80, 20),
};

/** Ours for one of Figma's; undefined where it is none that we know, so that taste's own curve is used. */
export function easingOf(easing: PrototypeEasing | undefined): Easing | undefined {
  if (!easing) return undefined;
  const { easingFunctionCubicBezier: curve, easingFunctionSpring: own } = easing;
  if (easing.type === 'CUSTOM_CUBIC_BEZIER' && curve) {
    const unit = (x: number) => Math.min(1, Math.max(0, x));
    return bezier(unit(curve.x1), curve.y1, unit(curve.x2), curve.y2);
  }
  if (easing.type === 'CUSTOM_SPRING' && own && own.mass > 0 && own.stiffness > 0 && own.damping > 0)
    return { spring: { mass: own.mass, stiffness: own.stiffness, damping: own.damping } };
  return PRESETS[easing.type];
}
