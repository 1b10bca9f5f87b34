import { invert } from '../document/geometry.ts';
import type { Matrix, RestColor, RestEffect, RestPaint, Vector } from '../document/rest-node.ts';

/** A paint as the plugin API has it. */
export type PluginPaint = Record<string, unknown> & { type: string };

const SCALE_MODES: Readonly<Record<string, string>> = {
  STRETCH: 'CROP',
  FILL: 'FILL',
  FIT: 'FIT',
  TILE: 'TILE',
};

/** A REST paint in the plugin API's words: alpha in `opacity`, handles as a transform, `imageRef` as `imageHash`. */
export function toPluginPaint(paint: RestPaint): PluginPaint {
  const common = {
    visible: paint.visible ?? true,
    opacity: paint.opacity ?? 1,
    blendMode: paint.blendMode ?? 'NORMAL',
  };
  if (paint.type === 'SOLID') {
    const { r = 0, g = 0, b = 0, a = 1 } = paint.color ?? {};
    return {
      type: 'SOLID',
      ...common,
      opacity: common.opacity * a,
      color: { r, g, b },
      boundVariables: {},
    };
  }
  if (paint.type.startsWith('GRADIENT_')) {
    return {
      type: paint.type,
      ...common,
      gradientStops: (paint.gradientStops ?? []).map(({ position, color }) => ({
        position,
        color: withAlpha(color),
        boundVariables: {},
      })),
      gradientTransform: gradientTransform(paint.gradientHandlePositions ?? []),
    };
  }
  const scaleMode = SCALE_MODES[paint.scaleMode ?? 'FILL'] ?? 'FILL';
  const source =
    paint.type === 'VIDEO' ? { videoHash: paint.videoRef ?? null } : { imageHash: paint.imageRef ?? null };
  return {
    type: paint.type,
    ...common,
    scaleMode,
    ...source,
    ...(paint.imageTransform && { imageTransform: paint.imageTransform }),
    ...(paint.scalingFactor !== undefined && { scalingFactor: paint.scalingFactor }),
    rotation: paint.rotation ?? 0,
    filters: {
      exposure: 0,
      contrast: 0,
      saturation: 0,
      temperature: 0,
      tint: 0,
      highlights: 0,
      shadows: 0,
      ...paint.filters,
    },
  };
}

function withAlpha({ r, g, b, a = 1 }: RestColor): RestColor {
  return { r, g, b, a };
}

/**
 * The transform from the node's unit square to the gradient's, from REST's three handles (start, end, width).
 * In the gradient's square the ramp runs from (0, ½) to (1, ½) and the width handle is (0, 1).
 */
export function gradientTransform(handles: readonly Vector[]): Matrix {
  const [start = { x: 0, y: 0.5 }, end = { x: 1, y: 0.5 }, width = { x: 0, y: 1 }] = handles;
  const along = { x: end.x - start.x, y: end.y - start.y };
  const across = { x: 2 * (width.x - start.x), y: 2 * (width.y - start.y) };
  return invert([
    [along.x, across.x, start.x - across.x / 2],
    [along.y, across.y, start.y - across.y / 2],
  ]);
}

/** The way back: the three handles of a gradient's transform. */
export function gradientHandles(transform: Matrix): Vector[] {
  const [[a, c, e], [b, d, f]] = invert(transform);
  const at = (x: number, y: number): Vector => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return [at(0, 0.5), at(1, 0.5), at(0, 1)];
}

/** A paint of the plugin API in REST's words, for the nodes that a plugin makes. */
export function toRestPaint(paint: PluginPaint): RestPaint {
  const { type, visible = true, opacity = 1, blendMode = 'NORMAL' } = paint;
  const common = { type, visible, opacity, blendMode } as RestPaint;
  if (type === 'SOLID') return { ...common, color: { ...(paint.color as RestColor), a: 1 } };
  if (type.startsWith('GRADIENT_')) {
    return {
      ...common,
      gradientStops: paint.gradientStops as NonNullable<RestPaint['gradientStops']>,
      gradientHandlePositions: gradientHandles(paint.gradientTransform as Matrix),
    };
  }
  return {
    ...common,
    scaleMode: paint.scaleMode === 'CROP' ? 'STRETCH' : String(paint.scaleMode),
    ...(type === 'VIDEO'
      ? { videoRef: String(paint.videoHash ?? '') }
      : { imageRef: String(paint.imageHash ?? '') }),
    ...(paint.imageTransform ? { imageTransform: paint.imageTransform as Matrix } : {}),
    ...(paint.scalingFactor === undefined ? {} : { scalingFactor: Number(paint.scalingFactor) }),
  };
}

/** A REST effect in the plugin API's words. */
export function toPluginEffect(effect: RestEffect): Record<string, unknown> {
  const { type, visible = true, radius = 0 } = effect;
  if (type === 'LAYER_BLUR' || type === 'BACKGROUND_BLUR') {
    return { type, visible, radius, blurType: 'NORMAL', boundVariables: {} };
  }
  return {
    type,
    visible,
    radius,
    color: withAlpha(effect.color ?? { r: 0, g: 0, b: 0, a: 0.25 }),
    offset: effect.offset ?? { x: 0, y: 0 },
    spread: effect.spread ?? 0,
    blendMode: effect.blendMode ?? 'NORMAL',
    boundVariables: {},
    ...(type === 'DROP_SHADOW' && { showShadowBehindNode: effect.showShadowBehindNode ?? false }),
  };
}
