import { mentionFor } from '@animatic/director';
import { replaceRange } from '../board/mention-at.ts';
import { frameOf } from '../store/state.ts';
import { useSelect, useStore } from '../store/store.ts';
import { hitAt } from './hit.ts';
import type { Playback } from './playback.ts';

/** What the player's picture does while somebody writes: layers show under the pointer, a click names one. */
export function usePointing(playback: Playback) {
  const store = useStore();
  const writing = useSelect((state) => state.writing);
  const outlineOf = (id: string) => {
    const { history, frames } = store.get();
    const shot = history.present.shots.find((each) => each.id === id);
    return (shot && !shot.scene && frameOf(frames, shot)?.description?.outline) || null;
  };
  const hit = (event: PointerEvent) => {
    const canvas = event.currentTarget;
    if (!writing || !(canvas instanceof HTMLElement)) return null;
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const found = hitAt(
      playback.places(),
      outlineOf,
      (event.clientX - left) / width,
      (event.clientY - top) / height,
    );
    return found?.shot === writing ? found : null;
  };
  const point = (pointed: ReturnType<typeof hit>) => {
    const before = store.get().pointed;
    if (before?.node !== pointed?.node || before?.shot !== pointed?.shot)
      store.dispatch({ type: 'set', values: { pointed } });
  };
  return {
    writing: writing !== null,
    onPointerMove: (event: PointerEvent) => {
      if (writing) point(hit(event));
    },
    onPointerLeave: () => {
      if (writing) point(null);
    },
    onPointerDown: (event: PointerEvent) => {
      if (!writing) return;
      // The field keeps the focus and its caret.
      event.preventDefault();
      const found = hit(event);
      const outline = found && outlineOf(found.shot);
      const mention = found && outline ? mentionFor(outline, found.node) : null;
      const field = document.activeElement;
      if (!mention || !(field instanceof HTMLTextAreaElement)) return;
      const { selectionStart: from, selectionEnd: to, value } = field;
      const before = from > 0 && !/\s$/.test(value.slice(0, from)) ? ' ' : '';
      const after = /^\s/.test(value.slice(to)) ? '' : ' ';
      replaceRange(field, from, to, `${before}${mention}${after}`);
    },
  };
}
