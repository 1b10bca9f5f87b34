import { useEffect } from 'preact/hooks';
import type { Playback } from '../player/playback.ts';
import { useStore } from '../store/store.ts';

/** Keys that work all over the panel: Space plays, Ctrl or Cmd with Z undoes, with Shift redoes. */
export function useShortcuts(playback: Playback): void {
  const store = useStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { screen, connecting, phase } = store.get();
      if (phase !== 'ready' || connecting || screen !== 'board') return;
      const key = event.key.toLowerCase();
      if ((event.metaKey || event.ctrlKey) && !event.altKey && (key === 'z' || key === 'y')) {
        event.preventDefault();
        store.dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
      } else if (event.key === ' ' && !takesSpace(event.target) && playback.get().ready) {
        event.preventDefault();
        playback.toggle();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, playback]);
}

/** Where Space already means something. */
function takesSpace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target.matches('textarea, button, select, summary, video, [role=menuitem]');
}
