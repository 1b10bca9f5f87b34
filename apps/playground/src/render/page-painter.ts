import type { BoundsBook } from './bounds.ts';
import type { Matrix } from './matrix.ts';
import { isPage } from './node-kind.ts';
import { boundsThrough, devicePixels, intersect, isEmpty, type Rect, wholePixels } from './rect.ts';
import type { SceneNode } from './scene.ts';
import type { Context2d, Surface } from './surface.ts';

interface Source {
  find(nodeId: string): SceneNode;
  draw(top: SceneNode, area: Rect, scale: number): Promise<Surface>;
  readonly bounds: BoundsBook;
}

type Painter = (
  ctx: CanvasRenderingContext2D | Context2d,
  nodeId: string,
  transform: Matrix,
) => Promise<void> | undefined;

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
  const pictures = new Map<SceneNode, Surface>();
  const making = new Map<SceneNode, Promise<void>>();

  async function make(top: SceneNode, shown: Rect, scale: number): Promise<void> {
    try {
      const picture = await draw(top, devicePixels(wholePixels(shown), scale), scale);
      pictures.delete(top);
      pictures.set(top, picture);
      let held = 0;
      for (const [key, { area }] of [...pictures].reverse()) {
        held += area.width * area.height;
        if (held > cachedPixels && key !== top) pictures.delete(key);
      }
    } finally {
      making.delete(top);
    }
  }

  return (ctx, nodeId, transform) => {
    const node = find(nodeId);
    const tops = isPage(node.node) ? node.children : [node];
    const zoom = Math.hypot(transform.a, transform.b);
    const view: Rect = { x: 0, y: 0, width: ctx.canvas.width, height: ctx.canvas.height };
    const sharper: Promise<void>[] = [];
    ctx.save();
    for (const top of tops) {
      const shown = bounds.content(top);
      if (isEmpty(shown) || isEmpty(intersect(boundsThrough(transform, shown), view))) continue;
      const scale = paintScale(zoom, shown);
      const picture = pictures.get(top);
      if (picture) {
        ctx.setTransform(transform.a, transform.b, transform.c, transform.d, transform.e, transform.f);
        ctx.imageSmoothingQuality = 'high';
        const { area } = picture;
        const s = picture.scale;
        ctx.drawImage(picture.canvas, area.x / s, area.y / s, area.width / s, area.height / s);
      }
      if (picture?.scale === scale) continue;
      let job = making.get(top);
      if (!job) {
        job = make(top, shown, scale);
        making.set(top, job);
      }
      sharper.push(job);
    }
    ctx.restore();
    return sharper.length > 0 ? Promise.race(sharper) : undefined;
  };
}
