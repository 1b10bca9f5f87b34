import type { Color } from '@animatic/schema';
import type { GroundPaint } from '../../protocol/capture.ts';

/** A paint that can be painted again exactly, or why it cannot. */
export type PaintReading = { paint: GroundPaint } | { reason: string };

export function readPaint(paint: Paint): PaintReading {
  if (paint.blendMode && paint.blendMode !== 'NORMAL')
    return { reason: `a fill blends as ${words(paint.blendMode)}` };
  const opacity = paint.opacity ?? 1;
  switch (paint.type) {
    case 'SOLID':
      return { paint: { type: 'SOLID', color: color({ ...rgb(paint.color), a: 1 }), opacity } };
    case 'GRADIENT_LINEAR':
    case 'GRADIENT_RADIAL':
    case 'GRADIENT_ANGULAR':
    case 'GRADIENT_DIAMOND':
      return {
        paint: {
          type: paint.type,
          transform: transform(paint.gradientTransform),
          stops: paint.gradientStops.map((stop) => ({
            position: unit(stop.position),
            color: color(stop.color),
          })),
          opacity,
        },
      };
    case 'IMAGE':
      return readImage(paint, opacity);
    default:
      return { reason: `a fill is a ${words(paint.type)}` };
  }
}

function readImage(paint: ImagePaint, opacity: number): PaintReading {
  if (!paint.imageHash) return { reason: 'an image is missing' };
  if (paint.rotation) return { reason: 'an image fill is turned' };
  if (Object.values(paint.filters ?? {}).some((amount) => amount !== 0))
    return { reason: 'an image fill is adjusted' };
  return {
    paint: {
      type: 'IMAGE',
      image: paint.imageHash,
      scaleMode: paint.scaleMode,
      opacity,
      ...(paint.imageTransform ? { transform: transform(paint.imageTransform) } : {}),
      ...(paint.scalingFactor ? { scalingFactor: paint.scalingFactor } : {}),
    },
  };
}

const rgb = ({ r, g, b }: RGB): RGB => ({ r, g, b });

export function color({ r, g, b, a }: RGBA): Color {
  return { r: unit(r), g: unit(g), b: unit(b), a: unit(a) };
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function transform([[a, c, e], [b, d, f]]: Transform): [[number, number, number], [number, number, number]] {
  return [
    [a, c, e],
    [b, d, f],
  ];
}

export function words(constant: string): string {
  return constant.toLowerCase().replace(/_/g, ' ');
}
