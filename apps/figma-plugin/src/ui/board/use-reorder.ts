import { useCallback, useRef, useState } from 'preact/hooks';

export interface Reorder {
  /** The shot being dragged, and the gap it would fall into (0 is before the first card). */
  dragged: string | null;
  gap: number | null;
  /** For the handle of one card. */
  onPointerDown: (event: PointerEvent, id: string) => void;
}

/**
 * Dragging cards by their handles. `list` holds the cards as `[data-shot]` elements; `onMove` gets an index counted
 * without the moved card. Pointer events, not drag and drop: the card stays a control, and touch works too.
 */
export function useReorder(
  list: { current: HTMLElement | null },
  onMove: (id: string, to: number) => void,
): Reorder {
  const [state, setState] = useState<{ id: string; gap: number } | null>(null);
  const latest = useRef(onMove);
  latest.current = onMove;

  const onPointerDown = useCallback(
    (event: PointerEvent, id: string) => {
      const element = list.current;
      const handle = event.currentTarget;
      if (!element || event.button !== 0 || !(handle instanceof HTMLElement)) return;
      handle.setPointerCapture(event.pointerId);
      const cards = () => [...element.querySelectorAll<HTMLElement>('[data-shot]')];
      const origin = cards().findIndex((card) => card.dataset.shot === id);
      let gap = origin;
      let moved = false;

      const onPointerMove = (move: PointerEvent) => {
        if (!moved && Math.abs(move.clientY - event.clientY) < 4) return;
        moved = true;
        const box = element.getBoundingClientRect();
        if (move.clientY < box.top + 24) element.scrollBy(0, -8);
        else if (move.clientY > box.bottom - 24) element.scrollBy(0, 8);
        const boxes = cards().map((card) => card.getBoundingClientRect());
        const below = boxes.findIndex((card) => move.clientY < card.top + card.height / 2);
        gap = below === -1 ? boxes.length : below;
        setState({ id, gap });
      };
      const finish = (drop: boolean) => {
        handle.removeEventListener('pointermove', onPointerMove);
        handle.removeEventListener('pointerup', onPointerUp);
        handle.removeEventListener('pointercancel', onPointerCancel);
        window.removeEventListener('keydown', onKeyDown, true);
        setState(null);
        if (drop && moved) latest.current(id, gap > origin ? gap - 1 : gap);
      };
      const onPointerUp = () => finish(true);
      const onPointerCancel = () => finish(false);
      const onKeyDown = (key: KeyboardEvent) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        finish(false);
      };
      handle.addEventListener('pointermove', onPointerMove);
      handle.addEventListener('pointerup', onPointerUp);
      handle.addEventListener('pointercancel', onPointerCancel);
      window.addEventListener('keydown', onKeyDown, true);
    },
    [list],
  );

  return { dragged: state?.id ?? null, gap: state?.gap ?? null, onPointerDown };
}
