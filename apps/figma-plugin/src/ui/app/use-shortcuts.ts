import { useEffect } from 'preact/hooks';
import type { Playback } from '../player/playback.ts';
import { useStore } from '../store/store.ts';

/** Keys that work all over the panel: Space plays, left and right step by frames, Ctrl or Cmd with Z undoes. */
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
      } else if (isArrow(key) && !event.altKey && !takesArrows(event.target) && playback.get().ready) {
        event.preventDefault();
        playback.step((key === 'arrowleft' ? -1 : 1) * (event.shiftKey ? playback.get().fps : 1));
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, playback]);
}

const isArrow = (key: string) => key === 'arrowleft' || key === 'arrowright';

/** Where left and right already mean something. */
function takesArrows(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input, textarea, select, video, [role=menuitem], [role=radio], [role=option]');
}

/** Where Space already means something. */
function takesSpace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'range';
  return target.matches('textarea, button, select, summary, video, [role=menuitem]');
}
