import type { Easing } from '@animatic/schema';

/** Figma's easing as a prototype carries it. */
export interface PrototypeEasing {
  type: string;
  bezier?: [number, number, number, number] | undefined;
  spring?: { mass: number; stiffness: number; damping: number } | undefined;
}

/** Figma's named curves and springs, as its editor shows their numbers. */
const named: Record<string, Easing> = {
  LINEAR: 'linear',
  EASE_IN: { bezier: [0.42, 0, 1, 1] },
  EASE_OUT: { bezier: [0, 0, 0.58, 1] },
  EASE_IN_AND_OUT: { bezier: [0.42, 0, 0.58, 1] },
  EASE_IN_BACK: { bezier: [0.3, -0.05, 0.7, -0.5] },
  EASE_OUT_BACK: { bezier: [0.45, 1.45, 0.8, 1] },
  EASE_IN_AND_OUT_BACK: { bezier: [0.7, -0.4, 0.4, 1.4] },
  GENTLE: { spring: { mass: 1, stiffness: 100, damping: 15 } },
  QUICK: { spring: { mass: 1, stiffness: 300, damping: 20 } },
  BOUNCY: { spring: { mass: 1, stiffness: 600, damping: 15 } },
  SLOW: { spring: { mass: 1, stiffness: 80, damping: 20 } },
};

/** The easing in our terms; undefined (taste's own) for a name that is not known. */
export function toEasing(easing: PrototypeEasing | undefined): Easing | undefined {
  if (!easing) return undefined;
  const [x1, y1, x2, y2] = easing.bezier ?? [];
  if (x1 !== undefined && y1 !== undefined && x2 !== undefined && y2 !== undefined) {
    const within = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n));
    return { bezier: [within(x1, 0, 1), within(y1, -5, 5), within(x2, 0, 1), within(y2, -5, 5)] };
  }
  const { spring } = easing;
  if (spring && spring.mass > 0 && spring.stiffness > 0 && spring.damping > 0) return { spring };
  return named[easing.type];
}
