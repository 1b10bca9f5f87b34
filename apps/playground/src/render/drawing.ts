import type { BoundsBook } from './bounds.ts';
import type { ImageStore } from './images.ts';
import type { PaintPlace } from './paint.ts';
import type { SceneNode } from './scene.ts';
import { strokeReach } from './stroke.ts';
import type { FontOf } from './text/draw-text.ts';
import type { TextLayout } from './text/text-layout.ts';

/** What every draw needs besides its node and its surface. */
export interface Drawing {
  readonly images: ImageStore;
  readonly bounds: BoundsBook;
  readonly fontOf: FontOf;
  layoutOf(scene: SceneNode): TextLayout;
}

export function placeOf(drawing: Drawing, scene: SceneNode): PaintPlace {
  // Letters and vectors may hang over their box; one em or the stroke is far enough for any paint.
  const overhang = scene.node.type === 'TEXT' ? (scene.node.style?.fontSize ?? 12) * 2 : 0;
  return {
    size: scene.size,
    reach: strokeReach(scene.node) + overhang,
    transform: scene.transform,
    images: drawing.images,
  };
}
