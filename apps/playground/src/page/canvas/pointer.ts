import type { Vector } from '../../document/rest-node.ts';
import type { Playground } from '../model/playground.ts';
import { nodeAt, nodesInside } from './hit-test.ts';

const DRAG_STARTS = 3;

/** Mouse, pen and wheel on the canvas: select, marquee, pan, zoom. Returns how to stop listening. */
export function listenToPointer(canvas: HTMLCanvasElement, playground: Playground): () => void {
  const { view } = playground;
  let drag:
    | { from: Vector; kind: 'pan' | 'marquee' | 'press'; last: Vector; before: readonly string[] }
    | undefined;
  let space = false;

  const at = (event: MouseEvent): Vector => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const target = (event: MouseEvent, depth: 'top' | 'into' | 'deepest') => {
    const { opened } = playground;
    const page = opened?.document.node(opened.editor.currentPageId);
    if (!opened || !page) return undefined;
    return nodeAt(opened.document, view, page, at(event), depth, opened.editor.selection);
  };
  const depthOf = (event: MouseEvent) => (event.metaKey || event.ctrlKey ? 'deepest' : 'top');

  const down = (event: PointerEvent): void => {
    const editor = playground.opened?.editor;
    if (!editor || event.button === 2) return;
    canvas.setPointerCapture(event.pointerId);
    const from = at(event);
    if (event.button === 1 || space) {
      drag = { from, kind: 'pan', last: from, before: [] };
      canvas.style.cursor = 'grabbing';
      return;
    }
    const node = target(event, depthOf(event));
    const before = event.shiftKey ? editor.selection : [];
    if (node) {
      drag = { from, kind: 'press', last: from, before };
      const present = before.includes(node.id);
      editor.select(present ? before.filter((id) => id !== node.id) : [...before, node.id]);
    } else {
      drag = { from, kind: 'marquee', last: from, before };
      editor.select(before);
    }
  };

  const move = (event: PointerEvent): void => {
    const point = at(event);
    if (!drag) {
      view.hover(space ? undefined : target(event, depthOf(event))?.id);
      return;
    }
    if (drag.kind === 'pan') view.panBy(drag.last.x - point.x, drag.last.y - point.y);
    drag.last = point;
    if (drag.kind !== 'marquee') return;
    if (Math.hypot(point.x - drag.from.x, point.y - drag.from.y) < DRAG_STARTS && !view.marquee) return;
    const a = view.toPage(drag.from.x, drag.from.y);
    const b = view.toPage(point.x, point.y);
    const area = {
      x: Math.min(a.x, b.x),
      y: Math.min(a.y, b.y),
      width: Math.abs(a.x - b.x),
      height: Math.abs(a.y - b.y),
    };
    view.setMarquee(area);
    const { opened } = playground;
    const page = opened?.document.node(opened.editor.currentPageId);
    if (opened && page) {
      opened.editor.select([...drag.before, ...nodesInside(page, area).map((node) => node.id)]);
    }
  };

  const up = (): void => {
    drag = undefined;
    canvas.style.cursor = space ? 'grab' : '';
    view.setMarquee(undefined);
  };

  const double = (event: MouseEvent): void => {
    const node = target(event, 'into');
    if (node) playground.opened?.editor.select([node.id]);
  };

  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const { x, y } = at(event);
    if (event.ctrlKey || event.metaKey) view.zoomBy(Math.exp(-event.deltaY * 0.01), x, y);
    else if (event.shiftKey && event.deltaX === 0) view.panBy(event.deltaY, 0);
    else view.panBy(event.deltaX, event.deltaY);
  };

  const key = (event: KeyboardEvent): void => {
    if (event.code !== 'Space' || isTyping(event)) return;
    event.preventDefault();
    space = event.type === 'keydown';
    if (!drag) canvas.style.cursor = space ? 'grab' : '';
  };
  const leave = () => view.hover(undefined);

  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', leave);
  canvas.addEventListener('dblclick', double);
  canvas.addEventListener('wheel', wheel, { passive: false });
  addEventListener('keydown', key);
  addEventListener('keyup', key);
  return () => {
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
    canvas.removeEventListener('pointerleave', leave);
    canvas.removeEventListener('dblclick', double);
    canvas.removeEventListener('wheel', wheel);
    removeEventListener('keydown', key);
    removeEventListener('keyup', key);
  };
}

/** Whether a key is meant for a text field or a button, not for the canvas. */
export function isTyping(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLElement &&
    event.target.closest('input, textarea, select, button, [role="menu"]') !== null
  );
}
