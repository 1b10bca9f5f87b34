import { union } from '../../document/geometry.ts';
import type { Rect, Vector } from '../../document/rest-node.ts';
import { Observable } from '../model/observable.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import { drawOverlay } from './draw-overlay.ts';
import { pageColor } from './page-color.ts';
import { VideoFills } from './video-fills.ts';

const MIN_ZOOM = 0.02;
const MAX_ZOOM = 64;
const MARGIN = 48;
/** Pixels at the foot that the toolbar covers. */
const TOOLBAR = 48;

/** The canvas: which part of the page is shown, and drawing it when something has changed. */
export class CanvasView extends Observable {
  zoom = 1;
  /** The page's point at the left top of the canvas. */
  origin: Vector = { x: 0, y: 0 };
  hovered: string | undefined;
  marquee: Rect | undefined;
  /** What was last fitted onto the screen, until somebody moves the view. */
  private fitted: { area: Rect; most: number } | undefined;
  /** Pixels at the right that the plugin's window covers. */
  private covered = 0;
  private canvas: HTMLCanvasElement | undefined;
  private opened: OpenedDocument | undefined;
  private videos: VideoFills | undefined;
  private readonly placed = new Map<string, { zoom: number; origin: Vector }>();
  private frame = 0;
  private stops: (() => void)[] = [];
  private shownPage = '';
  private waiting: Promise<void> | undefined;

  /** Draws into `canvas` from now on. */
  attach(canvas: HTMLCanvasElement | undefined): void {
    this.canvas = canvas;
    if (!canvas) return;
    this.resize();
    if (this.opened) this.showPage();
  }

  /** Shows a document, at the place where it was left. */
  show(opened: OpenedDocument): void {
    for (const stop of this.stops) stop();
    this.opened = opened;
    this.videos = new VideoFills(
      (hash) => opened.images.bytes(hash),
      () => this.invalidate(),
    );
    this.placed.clear();
    this.shownPage = '';
    this.stops = [
      opened.subscribe(() => this.invalidate()),
      opened.editor.on('currentpagechange', () => this.showPage()),
    ];
    this.showPage();
  }

  /** Where the canvas stands in the browser's window. */
  get place(): { left: number; top: number } {
    return this.canvas?.getBoundingClientRect() ?? { left: 0, top: 0 };
  }

  get width(): number {
    return this.canvas?.clientWidth ?? 1000;
  }

  get height(): number {
    return this.canvas?.clientHeight ?? 800;
  }

  toPage(x: number, y: number): Vector {
    return { x: this.origin.x + x / this.zoom, y: this.origin.y + y / this.zoom };
  }

  toScreen({ x, y, width, height }: Rect): Rect {
    const { zoom, origin } = this;
    return { x: (x - origin.x) * zoom, y: (y - origin.y) * zoom, width: width * zoom, height: height * zoom };
  }

  panBy(dx: number, dy: number): void {
    this.fitted = undefined;
    this.origin = { x: this.origin.x + dx / this.zoom, y: this.origin.y + dy / this.zoom };
    this.moved();
  }

  /** Zooms by a factor; the page's point under (x, y) of the canvas stays there. */
  zoomBy(factor: number, x = this.width / 2, y = this.height / 2): void {
    const fixed = this.toPage(x, y);
    this.fitted = undefined;
    this.zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, this.zoom * factor));
    this.origin = { x: fixed.x - x / this.zoom, y: fixed.y - y / this.zoom };
    this.moved();
  }

  setView(center: Vector, zoom: number): void {
    this.fitted = undefined;
    this.zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));
    this.origin = { x: center.x - this.width / 2 / this.zoom, y: center.y - this.height / 2 / this.zoom };
    this.moved();
  }

  /** Shows an area of the page as large as it fits, at most at 100 % unless told otherwise. */
  zoomTo(area: Rect, most = 1): void {
    const width = this.width - this.covered;
    const fit = Math.min(
      (width - 2 * MARGIN) / Math.max(1, area.width),
      (this.height - 2 * MARGIN - TOOLBAR) / Math.max(1, area.height),
    );
    const zoom = Math.max(MIN_ZOOM, Math.min(most, fit));
    this.setView(
      {
        x: area.x + area.width / 2 + this.covered / 2 / zoom,
        y: area.y + area.height / 2 + TOOLBAR / 2 / zoom,
      },
      zoom,
    );
    this.fitted = { area, most };
  }

  /** Makes room for the plugin's window: what was fitted onto the screen is fitted beside it. */
  setCovered(width: number): void {
    const covered = width < this.width * 0.6 ? width : 0;
    if (covered === this.covered) return;
    const grows = covered > this.covered;
    this.covered = covered;
    if (grows && this.fitted) this.zoomTo(this.fitted.area, this.fitted.most);
  }

  zoomToNodes(ids: readonly string[], most = 1): void {
    const area = union(ids.flatMap((id) => this.opened?.document.node(id)?.absoluteBoundingBox ?? []));
    if (area) this.zoomTo(area, most);
  }

  /** Brings nodes onto the screen where they are off it, without another zoom. */
  reveal(ids: readonly string[]): void {
    const area = union(ids.flatMap((id) => this.opened?.document.node(id)?.absoluteBoundingBox ?? []));
    if (!area) return;
    const { x, y, width, height } = this.toScreen(area);
    const seen = x < this.width - 40 && y < this.height - 40 && x + width > 40 && y + height > 40;
    if (!seen) this.setView({ x: area.x + area.width / 2, y: area.y + area.height / 2 }, this.zoom);
  }

  /** Shows everything on the page. */
  zoomToFit(): void {
    const page = this.opened?.document.node(this.opened.editor.currentPageId);
    this.zoomToNodes((page?.children ?? []).map((node) => node.id));
  }

  hover(id: string | undefined): void {
    if (this.hovered === id) return;
    this.hovered = id;
    this.invalidate();
  }

  setMarquee(area: Rect | undefined): void {
    this.marquee = area;
    this.invalidate();
  }

  /** Fits the bitmap to the element's size on the screen. */
  resize(): void {
    const { canvas } = this;
    if (!canvas) return;
    canvas.width = Math.max(1, Math.round(canvas.clientWidth * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(canvas.clientHeight * devicePixelRatio));
    if (this.fitted) this.zoomTo(this.fitted.area, this.fitted.most);
    else this.moved();
  }

  /** Draws again with the next frame of the screen. */
  invalidate(): void {
    if (this.frame || !this.canvas) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private showPage(): void {
    const { opened } = this;
    if (!opened) return;
    if (this.shownPage) this.placed.set(this.shownPage, { zoom: this.zoom, origin: this.origin });
    this.shownPage = opened.editor.currentPageId;
    this.hovered = undefined;
    const left = this.placed.get(this.shownPage);
    if (left) {
      this.zoom = left.zoom;
      this.origin = left.origin;
      this.moved();
    } else this.zoomToFit();
    this.invalidate();
  }

  private moved(): void {
    const { width, height, zoom, origin } = this;
    this.opened?.editor.setViewport({
      zoom,
      center: { x: origin.x + width / 2 / zoom, y: origin.y + height / 2 / zoom },
      bounds: { ...origin, width: width / zoom, height: height / zoom },
    });
    this.invalidate();
    this.changed();
  }

  private draw(): void {
    const { canvas, opened } = this;
    const ctx = canvas?.getContext('2d');
    if (!canvas || !ctx || !opened) return;
    const ratio = canvas.width / Math.max(1, canvas.clientWidth);
    const scale = this.zoom * ratio;
    const pageId = opened.editor.currentPageId;
    const colors = pageColor(opened.document.node(pageId));
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = colors.background;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    const sharper = opened.renderer?.paint(ctx, pageId, {
      a: scale,
      b: 0,
      c: 0,
      d: scale,
      e: -this.origin.x * scale,
      f: -this.origin.y * scale,
    });
    if (sharper && sharper !== this.waiting) {
      this.waiting = sharper;
      const again = () => this.invalidate();
      sharper.then(again, again);
    }
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.videos?.draw(ctx, this, opened.document, pageId);
    drawOverlay(ctx, this, opened, colors.text);
  }
}
