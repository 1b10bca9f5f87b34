import type { Rect, RestNode } from '../../document/rest-node.ts';
import type { OpenedDocument } from '../model/opened-document.ts';
import type { CanvasView } from './canvas-view.ts';
import { titledNodes, titleHeight } from './frame-titles.ts';

const FONT = '11px "Inter UI", sans-serif';
const BADGE_HEIGHT = 20;
const NARROW = 28;

type Canvas = CanvasRenderingContext2D;

/** What lies over the page: frame titles, the outlines of what is hovered and selected, sizes, the marquee. */
export function drawOverlay(ctx: Canvas, view: CanvasView, opened: OpenedDocument, titleColor: string): void {
  const colors = getComputedStyle(document.documentElement);
  const color = (name: string) => colors.getPropertyValue(name).trim();
  const { editor, document: figma } = opened;
  const selected = editor.selection.flatMap((id) => figma.node(id) ?? []);
  const page = figma.node(editor.currentPageId);
  ctx.font = FONT;
  ctx.textBaseline = 'middle';
  for (const node of titledNodes(page)) {
    const component = node.type.startsWith('COMPONENT') || node.type === 'INSTANCE';
    const active = editor.selection.includes(node.id) || view.hovered === node.id;
    const accent = component ? color('--component') : color('--accent');
    drawTitle(ctx, view, node, active || component ? accent : titleColor, active);
  }
  const hovered = view.hovered ? figma.node(view.hovered) : undefined;
  if (hovered?.absoluteBoundingBox && !selected.includes(hovered)) {
    outline(ctx, view.toScreen(hovered.absoluteBoundingBox), accentOf(hovered, color), 2);
  }
  for (const node of selected) {
    if (node.absoluteBoundingBox)
      outline(ctx, view.toScreen(node.absoluteBoundingBox), accentOf(node, color), 1);
  }
  if (selected.length > 0) drawSelectionBox(ctx, view, selected, color);
  if (view.marquee) drawMarquee(ctx, view.toScreen(view.marquee), color('--accent'));
}

function accentOf(node: RestNode, color: (name: string) => string): string {
  return color(node.type.startsWith('COMPONENT') || node.type === 'INSTANCE' ? '--component' : '--accent');
}

/** A rectangle whose line lies on whole device pixels. */
function outline(ctx: Canvas, { x, y, width, height }: Rect, color: string, line: number): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = line;
  const half = line / 2;
  const left = Math.round(x) - half;
  const top = Math.round(y) - half;
  ctx.strokeRect(left, top, Math.round(x + width) + half - left, Math.round(y + height) + half - top);
}

function drawTitle(ctx: Canvas, view: CanvasView, node: RestNode, color: string, always: boolean): void {
  const box = node.absoluteBoundingBox;
  if (!box) return;
  const { x, y, width } = view.toScreen(box);
  if (x > view.width || x + width < 0 || y < -20 || y > view.height + titleHeight) return;
  // Titles of what is hardly to be seen would only cover one another.
  if (width < NARROW && !always) return;
  const text = fitText(ctx, node.name, Math.max(NARROW, width));
  ctx.fillStyle = color;
  ctx.fillText(text, Math.round(x), Math.round(y - titleHeight / 2 - 1));
}

function fitText(ctx: Canvas, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  let shown = text.slice(0, 200);
  while (shown.length > 0 && ctx.measureText(`${shown}…`).width > width) shown = shown.slice(0, -1);
  return `${shown}…`;
}

function drawSelectionBox(
  ctx: Canvas,
  view: CanvasView,
  selected: readonly RestNode[],
  color: (name: string) => string,
): void {
  const boxes = selected.flatMap((node) => node.absoluteBoundingBox ?? []);
  if (boxes.length === 0) return;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const area = { x: left, y: top, width: right - left, height: bottom - top };
  const screen = view.toScreen(area);
  const first = selected[0];
  const accent = selected.length === 1 && first ? accentOf(first, color) : color('--accent');
  if (selected.length > 1) outline(ctx, screen, accent, 1);
  drawHandles(ctx, screen, accent);
  const text = `${size(area.width)} × ${size(area.height)}`;
  const badge = ctx.measureText(text).width + 12;
  const x = Math.round(screen.x + screen.width / 2 - badge / 2);
  const y = Math.round(screen.y + screen.height + 8);
  ctx.fillStyle = accent;
  ctx.beginPath();
  ctx.roundRect(x, y, badge, BADGE_HEIGHT, 4);
  ctx.fill();
  ctx.fillStyle = '#fff';
  ctx.fillText(text, x + 6, y + BADGE_HEIGHT / 2 + 1);
}

function size(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function drawHandles(ctx: Canvas, { x, y, width, height }: Rect, color: string): void {
  ctx.fillStyle = '#fff';
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  for (const cx of [x, x + width]) {
    for (const cy of [y, y + height]) {
      ctx.beginPath();
      ctx.rect(Math.round(cx) - 3.5, Math.round(cy) - 3.5, 7, 7);
      ctx.fill();
      ctx.stroke();
    }
  }
}

function drawMarquee(ctx: Canvas, area: Rect, color: string): void {
  ctx.save();
  ctx.globalAlpha = 0.1;
  ctx.fillStyle = color;
  ctx.fillRect(area.x, area.y, area.width, area.height);
  ctx.restore();
  outline(ctx, area, color, 1);
}
