import type { Rect, Size } from '@animatic/schema';
import { type Affine, clamp, mix } from './geometry.ts';

/** What the camera looks at: the centre in scene pixels (the view's at zoom 1) and the zoom. */
export interface View {
  x: number;
  y: number;
  zoom: number;
}

/**
 * Between two views. The zoom grows evenly to the eye (geometrically), and the centre goes along so that one
 * point of the picture stands still on the way: a straight zoom into its target, not a curve.
 */
export function mixViews(a: View, b: View, share: number): View {
  const zoom = a.zoom * (b.zoom / a.zoom) ** share;
  const far = 1 / b.zoom - 1 / a.zoom;
  const along = Math.abs(far) < 1e-6 ? share : (1 / zoom - 1 / a.zoom) / far;
  return { x: mix(a.x, b.x, along), y: mix(a.y, b.y, along), zoom };
}

/** The nearest view that does not look beyond `bounds`. */
export function keepInside(view: View, size: Size, bounds: Rect): View {
  const halfWidth = size.width / 2 / view.zoom;
  const halfHeight = size.height / 2 / view.zoom;
  return {
    x: clamp(view.x, bounds.x + halfWidth, bounds.x + bounds.width - halfWidth),
    y: clamp(view.y, bounds.y + halfHeight, bounds.y + bounds.height - halfHeight),
    zoom: view.zoom,
  };
}

/** Scene pixels to view pixels. */
export function viewMatrix(view: View, size: Size): Affine {
  return {
    a: view.zoom,
    b: 0,
    c: 0,
    d: view.zoom,
    e: size.width / 2 - view.x * view.zoom,
    f: size.height / 2 - view.y * view.zoom,
  };
}
