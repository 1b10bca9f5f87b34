import type { Corners, Shadow } from '@animatic/schema';
import type { GroundPaint, GroundReading } from '../../protocol/capture.ts';
import { type Looks, looksOf } from '../looks.ts';
import { color, readPaint, words } from './paint.ts';

/** What a container paints without its children, or why it cannot be painted again. */
export type Reading = { ground: GroundReading } | { reason: string };

export function readGround(node: SceneNode, looks: Looks = looksOf(node)): Reading {
  const fills = readPaints(looks.fills);
  if ('reason' in fills) return fills;
  const paints = readPaints(looks.strokes);
  if ('reason' in paints) return paints;
  const shadows = readShadows(looks.effects);
  if ('reason' in shadows) return shadows;
  if (shadows.shadows.some((shadow) => shadow.type === 'DROP_SHADOW') && fills.paints.length === 0)
    return { reason: 'its shadow is cast by what lies in it' };
  const ground: GroundReading = {
    corners: cornersOf(node),
    fills: fills.paints,
    shadows: shadows.shadows,
  };
  if (paints.paints.length > 0) {
    if ('dashPattern' in node && node.dashPattern.length > 0) return { reason: 'its stroke is dashed' };
    const weights = strokeWeights(node);
    if (weights.some((weight) => weight > 0))
      ground.stroke = { paints: paints.paints, align: strokeAlign(node), weights };
  }
  return { ground };
}

/** True where the node itself puts something on the screen. */
export function isPainted({ fills, stroke, shadows }: GroundReading): boolean {
  return fills.length > 0 || stroke !== undefined || shadows.length > 0;
}

/** How far a stroke reaches into its box, frame pixels, and the corners it follows. */
export function strokeOf({ stroke, corners }: GroundReading): { inset: number; corners: Corners } | null {
  if (!stroke) return null;
  const share = stroke.align === 'INSIDE' ? 1 : stroke.align === 'CENTER' ? 0.5 : 0;
  return { inset: Math.max(...stroke.weights) * share, corners };
}

function readPaints(paints: readonly Paint[]): { paints: GroundPaint[] } | { reason: string } {
  const read: GroundPaint[] = [];
  for (const paint of paints) {
    const reading = readPaint(paint);
    if ('reason' in reading) return reading;
    read.push(reading.paint);
  }
  return { paints: read };
}

function readShadows(effects: readonly Effect[]): { shadows: Shadow[] } | { reason: string } {
  const shadows: Shadow[] = [];
  for (const effect of effects) {
    if (effect.type !== 'DROP_SHADOW' && effect.type !== 'INNER_SHADOW')
      return { reason: `it has a ${words(effect.type)}` };
    if (effect.blendMode !== 'NORMAL' && effect.blendMode !== 'PASS_THROUGH')
      return { reason: `its shadow blends as ${words(effect.blendMode)}` };
    shadows.push({
      type: effect.type,
      color: color(effect.color),
      offset: { x: effect.offset.x, y: effect.offset.y },
      radius: effect.radius,
      spread: effect.spread ?? 0,
      behind: effect.type === 'DROP_SHADOW' && effect.showShadowBehindNode === true,
    });
  }
  return { shadows };
}

/** Upper left, upper right, lower right, lower left; at most half the shorter side, as Figma draws them. */
export function cornersOf(node: SceneNode): Corners {
  if (!('topLeftRadius' in node)) return [0, 0, 0, 0];
  const { topLeftRadius, topRightRadius, bottomRightRadius, bottomLeftRadius } = node;
  return [topLeftRadius, topRightRadius, bottomRightRadius, bottomLeftRadius];
}

function strokeWeights(node: SceneNode): Corners {
  if ('strokeTopWeight' in node)
    return [node.strokeTopWeight, node.strokeRightWeight, node.strokeBottomWeight, node.strokeLeftWeight];
  const weight = 'strokeWeight' in node && typeof node.strokeWeight === 'number' ? node.strokeWeight : 0;
  return [weight, weight, weight, weight];
}

function strokeAlign(node: SceneNode): 'INSIDE' | 'CENTER' | 'OUTSIDE' {
  return 'strokeAlign' in node ? node.strokeAlign : 'INSIDE';
}
