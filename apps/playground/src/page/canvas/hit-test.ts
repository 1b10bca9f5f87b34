import type { FigmaDocument } from '../../document/figma-document.ts';
import { invert, overlaps, sizeOf } from '../../document/geometry.ts';
import type { Rect, RestNode, Vector } from '../../document/rest-node.ts';
import type { CanvasView } from './canvas-view.ts';
import { titleArea, titledNodes } from './frame-titles.ts';

/** How deep a click goes: the frame, one step into the frame that is selected, or right to the bottom. */
export type Depth = 'top' | 'into' | 'deepest';

function contains(document: FigmaDocument, node: RestNode, point: Vector): boolean {
  const [[a, c, e], [b, d, f]] = invert(document.absoluteTransform(node.id));
  const x = a * point.x + c * point.y + e;
  const y = b * point.x + d * point.y + f;
  const { width, height } = sizeOf(node);
  return x >= 0 && y >= 0 && x <= width && y <= height;
}

/** The nodes under a point of the page, outermost first, the topmost branch only. */
export function pathAt(document: FigmaDocument, page: RestNode, point: Vector): RestNode[] {
  const path: RestNode[] = [];
  let children = page.children ?? [];
  for (;;) {
    const hit = children.findLast(
      (node) => node.visible !== false && node.locked !== true && contains(document, node, point),
    );
    if (!hit) return path;
    path.push(hit);
    children = hit.children ?? [];
  }
}

/** The node that a click at a point of the canvas is meant for. */
export function nodeAt(
  document: FigmaDocument,
  view: CanvasView,
  page: RestNode,
  screen: Vector,
  depth: Depth,
  selection: readonly string[],
): RestNode | undefined {
  const titled = titledNodes(page).findLast((node) => {
    const area = titleArea(view, node);
    return area && overlaps(area, { ...screen, width: 1, height: 1 });
  });
  if (titled && depth !== 'deepest') return titled;
  const path = pathAt(document, page, view.toPage(screen.x, screen.y));
  if (depth === 'deepest') return path.at(-1);
  const outer = path.findIndex((node) => node.type !== 'SECTION');
  if (depth === 'top') {
    // Inside a frame that has been entered, a click stays on that level.
    const level = path.findIndex((node) =>
      selection.some((id) => document.parent(id)?.id === document.parent(node.id)?.id),
    );
    return path[Math.max(level, outer)] ?? path.at(-1);
  }
  const selected = path.findLastIndex((node) => selection.includes(node.id));
  return path[Math.min(path.length - 1, Math.max(selected, outer) + 1)];
}

/** The top nodes of a page that a rectangle touches; of sections, those inside. */
export function nodesInside(page: RestNode, area: Rect): RestNode[] {
  return (page.children ?? []).flatMap((node) => {
    if (node.visible === false || node.locked === true) return [];
    if (node.type === 'SECTION') return nodesInside(node, area);
    return node.absoluteBoundingBox && overlaps(node.absoluteBoundingBox, area) ? [node] : [];
  });
}
