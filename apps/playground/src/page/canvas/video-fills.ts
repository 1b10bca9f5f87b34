import type { FigmaDocument } from '../../document/figma-document.ts';
import type { Rect } from '../../document/rest-node.ts';
import type { CanvasView } from './canvas-view.ts';

/** Videos that plugins placed on the canvas: their first picture, with the sign that there is more to see. */
export class VideoFills {
  private readonly pictures = new Map<string, HTMLVideoElement | 'none'>();
  private readonly bytesOf: (hash: string) => Promise<Uint8Array | undefined>;
  private readonly ready: () => void;

  constructor(bytesOf: (hash: string) => Promise<Uint8Array | undefined>, ready: () => void) {
    this.bytesOf = bytesOf;
    this.ready = ready;
  }

  /** Draws the videos of the open page; the context draws in screen pixels. */
  draw(ctx: CanvasRenderingContext2D, view: CanvasView, figma: FigmaDocument, pageId: string): void {
    for (const id of figma.created) {
      const node = figma.node(id);
      const video = node?.fills?.find((paint) => paint.type === 'VIDEO' && paint.visible !== false);
      if (!node?.absoluteBoundingBox || !video?.videoRef || figma.pageOf(id)?.id !== pageId) continue;
      const area = view.toScreen(node.absoluteBoundingBox);
      const radius = (node.cornerRadius ?? 0) * view.zoom;
      ctx.save();
      ctx.beginPath();
      ctx.roundRect(area.x, area.y, area.width, area.height, radius);
      ctx.clip();
      ctx.fillStyle = '#1e1e1e';
      ctx.fillRect(area.x, area.y, area.width, area.height);
      const picture = this.picture(video.videoRef);
      if (picture) drawCovering(ctx, picture, area);
      ctx.restore();
      drawPlaySign(ctx, area);
    }
  }

  private picture(hash: string): HTMLVideoElement | undefined {
    const known = this.pictures.get(hash);
    if (known) return known === 'none' ? undefined : known;
    this.pictures.set(hash, 'none');
    void this.load(hash);
    return undefined;
  }

  private async load(hash: string): Promise<void> {
    const bytes = await this.bytesOf(hash);
    if (!bytes) return;
    const video = document.createElement('video');
    video.muted = true;
    video.preload = 'auto';
    video.addEventListener('loadeddata', () => {
      this.pictures.set(hash, video);
      this.ready();
    });
    video.src = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  }
}

function drawCovering(ctx: CanvasRenderingContext2D, video: HTMLVideoElement, area: Rect): void {
  const scale = Math.max(area.width / video.videoWidth, area.height / video.videoHeight);
  const width = video.videoWidth * scale;
  const height = video.videoHeight * scale;
  ctx.drawImage(video, area.x + (area.width - width) / 2, area.y + (area.height - height) / 2, width, height);
}

function drawPlaySign(ctx: CanvasRenderingContext2D, { x, y, width, height }: Rect): void {
  const size = Math.min(48, width / 4, height / 4);
  if (size < 6) return;
  const cx = x + width / 2;
  const cy = y + height / 2;
  ctx.fillStyle = 'rgb(0 0 0 / 50%)';
  ctx.beginPath();
  ctx.arc(cx, cy, size, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = '#fff';
  ctx.beginPath();
  ctx.moveTo(cx - size * 0.3, cy - size * 0.42);
  ctx.lineTo(cx + size * 0.46, cy);
  ctx.lineTo(cx - size * 0.3, cy + size * 0.42);
  ctx.fill();
}
