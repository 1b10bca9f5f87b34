import type { LayerEffect } from '@animatic/schema';
import type { Frame } from './find/frame.ts';
import type { CameraIntent, Intent, LayersIntent, OverlayIntent } from './read/intents.ts';

export interface VariantContext {
  variant: 0 | 1 | 2 | 3;
  byTaste: boolean;
  /** Taste had it stand still, and only slight moves are good. */
  resting: boolean;
  shotIndex: number;
}

/** Other tasteful ways for the same thing: calmer, in another order, bolder. */
const EFFECTS: Readonly<Partial<Record<LayerEffect, readonly [LayerEffect, LayerEffect, LayerEffect]>>> = {
  fade: ['rise', 'blur', 'mask'],
  rise: ['fade', 'mask', 'pop'],
  drop: ['rise', 'fade', 'pop'],
  slide: ['rise', 'wipe', 'mask'],
  pop: ['scale', 'rise', 'fade'],
  scale: ['pop', 'fade', 'blur'],
  wipe: ['mask', 'slide', 'fade'],
  mask: ['wipe', 'rise', 'blur'],
  blur: ['fade', 'scale', 'mask'],
  type: ['words', 'mask', 'wipe'],
  words: ['type', 'mask', 'blur'],
  pulse: ['pulse', 'pulse', 'pulse'],
};

/**
 * Other readings of the same intents: what was named stays what it is about, and the order of things stays; how it is
 * done changes. Where taste decided, it decides differently. Deterministic.
 */
export function varied(frame: Frame, intents: readonly Intent[], context: VariantContext): Intent[] {
  const { variant } = context;
  if (variant === 0) return [...intents];
  if (context.byTaste) return otherTaste(frame, intents, context);
  return intents.flatMap((one) =>
    one.kind === 'overlay' ? otherOverlay(one, variant, intents) : [other(one, variant)],
  );
}

/** Something is pointed out by looking at it, too; a tap may be seen from near. */
function otherOverlay(one: OverlayIntent, variant: 1 | 2 | 3, all: readonly Intent[]): Intent[] {
  const looked = all.some(({ kind }) => kind === 'camera');
  const look: CameraIntent = { ...one, kind: 'camera', move: 'push-in', strength: 'slight', pace: one.pace };
  const after = { ...one, join: 'then' as const };
  if (one.effect === 'tap') {
    if (variant === 1) return [{ ...one, pace: one.pace ?? 'slow' }];
    return looked
      ? [{ ...one, pace: one.pace ?? 'quick' }]
      : [variant === 2 ? look : { ...look, strength: undefined, pace: 'quick' }, after];
  }
  if (variant === 1) return [{ ...one, effect: one.effect === 'dim' ? 'highlight' : 'dim' }];
  if (variant === 3 || looked) return [{ ...one, pace: one.pace ?? 'quick' }];
  return [look, after];
}

function other(one: Intent, variant: 1 | 2 | 3): Intent {
  if (one.kind === 'layers') {
    const effect = EFFECTS[one.effect]?.[variant - 1] ?? one.effect;
    const many = one.target.members.length > 2;
    const order =
      many && variant === 2
        ? { by: 'centre' as const, each: true as const }
        : many && variant === 3 && !one.order.each
          ? { ...one.order, each: true as const }
          : one.order;
    const from =
      effect === 'wipe' || effect === 'slide'
        ? (one.from ?? 'left')
        : effect === 'mask'
          ? 'down'
          : effect === one.effect
            ? one.from
            : undefined;
    const changed: LayersIntent = { ...one, effect, order, from };
    return variant === 1 ? { ...changed, pace: one.pace ?? 'slow' } : changed;
  }
  if (one.kind !== 'camera')
    return variant === 1
      ? { ...one, pace: one.pace ?? 'slow' }
      : variant === 3
        ? { ...one, pace: one.pace ?? 'quick' }
        : one;
  if (variant === 1) return { ...one, strength: one.strength ?? 'slight', pace: one.pace ?? 'slow' };
  if (variant === 3) return { ...one, strength: 'strong', pace: one.pace ?? 'quick' };
  return turned(one);
}

/** The same look reached another way. */
function turned(one: CameraIntent): CameraIntent {
  if (one.move === 'push-in' && !one.target) return { ...one, move: 'pull-out' };
  if (one.move === 'push-in') return { ...one, move: 'dolly' };
  if (one.move === 'dolly') return { ...one, move: 'push-in', strength: 'slight' };
  return { ...one, strength: 'slight' };
}

function otherTaste(
  { families, outline, placed }: Frame,
  intents: readonly Intent[],
  { variant, resting, shotIndex }: VariantContext,
): Intent[] {
  const own = { words: { from: 0, to: 0 }, join: 'sentence', byTaste: true } as const;
  const camera = (more: Partial<CameraIntent>): Intent => ({
    ...own,
    kind: 'camera',
    move: 'push-in',
    strength: 'slight',
    ...more,
  });
  if (intents.some(({ kind }) => kind === 'scroll')) {
    const pages: Intent[] = [
      { ...own, kind: 'scroll', to: 'end', pace: 'slow' },
      camera({}),
      { ...own, kind: 'scroll', to: 'end', pace: 'quick' },
    ];
    return pages.slice(variant - 1, variant);
  }
  if (resting)
    return [
      [
        camera({}),
        camera({ move: 'pull-out' }),
        camera({ move: shotIndex % 2 === 0 ? 'pan-right' : 'pan-left' }),
      ][variant - 1] ?? camera({}),
    ];
  const family = families.find(({ members }) => members.length >= 3) ?? families[0];
  const picture = placed.find(
    ({ node }) =>
      node.hasImage && node.box.width * node.box.height > outline.size.width * outline.size.height * 0.08,
  );
  const was = intents[0];
  const enter = (effect: LayerEffect, order: LayersIntent['order']): Intent[] =>
    family
      ? [
          {
            ...own,
            kind: 'layers',
            effect,
            phase: 'enter',
            order,
            target: { called: '', members: family.members, many: true },
          },
        ]
      : [camera({ move: 'pull-out' })];
  if (variant === 1) return was?.kind === 'layers' ? [camera({})] : enter('rise', {});
  if (variant === 2)
    return picture
      ? [camera({ target: { called: picture.node.name, members: [picture] }, pace: 'slow' })]
      : [camera({ move: 'pull-out' })];
  return enter(was?.kind === 'layers' && was.effect === 'fade' ? 'pop' : 'fade', { each: true });
}
