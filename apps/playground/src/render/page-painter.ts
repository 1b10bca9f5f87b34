import type { BoundsBook } from './bounds.ts';
import type { Matrix } from './matrix.ts';
import { isPage } from './node-kind.ts';
import { boundsThrough, intersect, isEmpty, type Rect, wholePixels } from './rect.ts';
import type { SceneNode } from './scene.ts';
import type { Context2d, Surface } from './surface.ts';

interface Source {
  find(nodeId: string): SceneNode;
  /** Draws whole page pixels. */
  draw(top: SceneNode, pixels: Rect, scale: number): Promise<Surface>;
  readonly bounds: BoundsBook;
}

type Painter = (
  ctx: CanvasRenderingContext2D | Context2d,
  nodeId: string,
  transform: Matrix,
) => Promise<void> | undefined;

/** A node's picture; without a surface where it could not be drawn, so that it is not tried for ever. */
interface Picture {
  readonly surface: Surface | undefined;
  readonly pixels: Rect;
  readonly scale: number;
}

const largestSide = 4096;
const cachedPixels = 96_000_000;

/** Pictures are kept at scales of whole powers of two: zooming within one draws what is there. */
export function paintScale(zoom: number, bounds: Rect): number {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(zoom, 1 / 16)) - 0.05);
  const side = Math.max(bounds.width, bounds.height, 1);
  return Math.min(wanted, 8, Math.max(1 / 16, largestSide / side));
}

/** Paints from pictures of the page's top nodes, each made once per scale and thrown away oldest first. */
export function createPagePainter({ find, draw, bounds }: Source): Painter {
  const pictures = new Map<SceneNode, Picture>();
  let making: Promise<void> | undefined;

  async function make(top: SceneNode, shown: Rect, scale: number): Promise<void> {
    // One picture at a time, with a breath before it: input goes first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const pixels = wholePixels(shown);
    const surface = await draw(top, pixels, scale).catch(() => undefined);
    pictures.delete(top);
    pictures.set(top, { surface, pixels, scale });
    let held = 0;
    for (const [key, { surface: kept }] of [...pictures].reverse()) {
      held += kept ? kept.area.width * kept.area.height : 0;
      if (held > cachedPixels && key !== top) pictures.delete(key);
    }
  }

  return (ctx, nodeId, transform) => {
    const node = find(nodeId);
    const tops = isPage(node.node) ? node.children : [node];
    const zoom = Math.hypot(transform.a, transform.b);
    const view: Rect = { x: 0, y: 0, width: ctx.canvas.width, height: ctx.canvas.height };
    let next: (() => Promise<void>) | undefined;
    let missing = false;
    ctx.save();
    ctx.setTransform(transform.a, transform.b, transform.c, transform.d, transform.e, transform.f);
    ctx.imageSmoothingQuality = 'high';
    for (const top of tops) {
      const shown = bounds.content(top);
      if (isEmpty(shown) || isEmpty(intersect(boundsThrough(transform, shown), view))) continue;
      const scale = paintScale(zoom, shown);
      const picture = pictures.get(top);
      if (picture?.surface) {
        const { pixels } = picture;
        ctx.drawImage(picture.surface.canvas, pixels.x, pixels.y, pixels.width, pixels.height);
      }
      // What is not there at all comes before what is not sharp.
      if (picture?.scale !== scale && (!next || (!picture && !missing))) {
        next = () => make(top, shown, scale);
        missing = !picture;
      }
    }
    ctx.restore();
    if (next && !making) {
      making = next().finally(() => {
        making = undefined;
      });
    }
    return next ? making : undefined;
  };
}
