import { createBounds } from './bounds.ts';
import { drawChildren, drawNode } from './draw-node.ts';
import type { Drawing } from './drawing.ts';
import { drawsAsText } from './fills.ts';
import type { FontLoader, LoadedFont } from './fonts.ts';
import { createImageStore } from './images.ts';
import type { Matrix } from './matrix.ts';
import { isPage } from './node-kind.ts';
import { createPagePainter } from './page-painter.ts';
import { boundsThrough, exportArea, gridAt, isEmpty, type Rect, wholePixels } from './rect.ts';
import type { RestDocument } from './rest-node.ts';
import { createScene, localBox, type SceneNode } from './scene.ts';
import type { Context2d } from './surface.ts';
import { createSurface, type Surface } from './surface.ts';
import { canvasMeasurer, inkOf } from './text/draw-text.ts';
import { layoutText, type TextLayout } from './text/text-layout.ts';
import { styledTexts, type TextStyle } from './text/text-style.ts';

export { fontFiles } from './font-files.ts';
export { createFontLoader, type FontLoader } from './fonts.ts';
export type { Matrix } from './matrix.ts';
export type { Rect } from './rect.ts';
export type { RestDocument } from './rest-node.ts';

export interface ExportOptions {
  readonly format: 'PNG' | 'JPG';
  /** Device pixels per page pixel. */
  readonly scale: number;
  /** False: what overlaps the node on the page is drawn too. */
  readonly contentsOnly: boolean;
  /** True: the bounding box instead of the render bounds, empty or cut off as it may be. */
  readonly useAbsoluteBounds: boolean;
}

export interface ExportedImage {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Renderer {
  /**
   * A node as a picture, transparent where it has nothing: the whole page pixels around its render bounds, times the
   * scale, so that a child's picture lies pixel upon pixel on its frame's (at whole scales).
   *
   * @throws Error where there is no such node, it shows nothing, or the picture would be too large.
   */
  exportNode(nodeId: string, options: ExportOptions): Promise<ExportedImage>;
  /**
   * Draws a node (a page, usually) on the caller's canvas, for panning and zooming: what is at hand at once; the
   * promise, if there is one, settles when a sharper picture is ready and it is worth painting again.
   *
   * @param transform from page pixels to the canvas's pixels: scale and translation.
   */
  paint(
    ctx: CanvasRenderingContext2D | Context2d,
    nodeId: string,
    transform: Matrix,
  ): Promise<void> | undefined;
  /** Where a node shows, page pixels. An export's left top is the floor of this one's. */
  renderBounds(nodeId: string): Rect;
}

export interface RendererOptions {
  readonly document: RestDocument;
  /** The bytes of an image fill by its `imageRef`; undefined where there are none. */
  readonly images: (ref: string) => Promise<Uint8Array | undefined>;
  readonly fonts: FontLoader;
}

const jpegQuality = 0.92;

/**
 * Makes a renderer of a REST document; loads its fonts first, for text has no bounds without them.
 *
 * @throws Error where the document is no REST document.
 * @example
 * const renderer = await createRenderer({ document, images, fonts: createFontLoader('/fonts/', document.fonts) });
 * const { bytes } = await renderer.exportNode('3:2', { format: 'PNG', scale: 2, contentsOnly: true, useAbsoluteBounds: false });
 */
export async function createRenderer(options: RendererOptions): Promise<Renderer> {
  const scene = createScene(options.document);
  const images = createImageStore(options.images);
  const fonts = await loadFonts([...scene.byId.values()], options.fonts);
  const fontOf = (style: TextStyle): LoadedFont =>
    fonts.get(fontKey(style)) ?? { css: 'sans-serif', slant: style.italic, exact: false };
  const measurer = canvasMeasurer(fontOf);
  const layouts = new WeakMap<SceneNode, TextLayout>();
  const layoutOf = (text: SceneNode): TextLayout => {
    const known = layouts.get(text);
    if (known) return known;
    const made = layoutText(text.node, text.size, measurer);
    layouts.set(text, made);
    return made;
  };
  const bounds = createBounds((text) =>
    drawsAsText(text) ? inkOf(layoutOf(text), measurer) : localBox(text),
  );
  const drawing: Drawing = { images, bounds, fontOf, layoutOf };

  function find(nodeId: string): SceneNode {
    const found = scene.byId.get(nodeId);
    if (!found) throw new Error(`There is no node ${nodeId} in this document.`);
    return found;
  }

  /** Draws whole page pixels. */
  async function draw(top: SceneNode, pixels: Rect, scale: number): Promise<Surface> {
    await loadImages(top, images.load);
    const grid = gridAt(scale, pixels);
    const surface = createSurface(exportArea(pixels, grid), grid);
    if (isPage(top.node)) drawChildren(drawing, surface, top);
    else drawNode(drawing, surface, top);
    return surface;
  }

  return {
    async exportNode(nodeId, { format, scale, contentsOnly, useAbsoluteBounds }) {
      if (!(scale > 0) || !Number.isFinite(scale))
        throw new Error(`A scale must be above 0; this is ${scale}.`);
      const node = find(nodeId);
      const shown = useAbsoluteBounds
        ? boundsThrough(node.transform, localBox(node))
        : isPage(node.node)
          ? bounds.content(node)
          : bounds.render(node);
      if (isEmpty(shown)) {
        throw new Error(`Failed to export node ${nodeId}. This node may not have any visible layers.`);
      }
      const surface = await draw(contentsOnly ? node : pageOf(node), wholePixels(shown), scale);
      return encode(surface, format);
    },
    paint: createPagePainter({ find, draw, bounds }),
    renderBounds: (nodeId) => bounds.render(find(nodeId)),
  };
}

const fontKey = (s: TextStyle) => `${s.family}|${s.weight}|${s.italic}`;

/** Loads every face that the document's texts ask for. */
async function loadFonts(scenes: readonly SceneNode[], loader: FontLoader): Promise<Map<string, LoadedFont>> {
  const texts = new Map<string, { style: TextStyle; letters: Set<string> }>();
  for (const { node } of scenes) {
    if (node.type !== 'TEXT') continue;
    for (const { text, style } of styledTexts(node)) {
      const wanted = texts.get(fontKey(style)) ?? { style, letters: new Set<string>() };
      for (const letter of text) wanted.letters.add(letter);
      texts.set(fontKey(style), wanted);
    }
  }
  const loaded = await Promise.all(
    [...texts].map(
      async ([key, { style, letters }]) => [key, await loader.load(style, [...letters].join(''))] as const,
    ),
  );
  return new Map(loaded);
}

async function loadImages(top: SceneNode, load: (ref: string) => Promise<unknown>): Promise<void> {
  const refs = new Set<string>();
  const open = [top];
  while (open.length > 0) {
    const { node, children } = open.pop()!;
    const overridden = Object.values(node.styleOverrideTable ?? {}).flatMap((s) => s.fills ?? []);
    for (const p of [...node.fills, ...node.strokes, ...overridden]) if (p.imageRef) refs.add(p.imageRef);
    open.push(...children);
  }
  await Promise.all([...refs].map(load));
}

function pageOf(node: SceneNode): SceneNode {
  let page = node;
  while (page.parent && !isPage(page.node)) page = page.parent;
  return page;
}

async function encode(surface: Surface, format: 'PNG' | 'JPG'): Promise<ExportedImage> {
  const { canvas, ctx } = surface;
  if (format === 'JPG') {
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = 'destination-over';
    ctx.fillStyle = '#fff';
    ctx.fillRect(0, 0, canvas.width, canvas.height);
  }
  const type = format === 'JPG' ? 'image/jpeg' : 'image/png';
  const blob = await canvas.convertToBlob({ type, quality: jpegQuality });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}
