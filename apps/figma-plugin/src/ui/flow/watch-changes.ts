import { framesOn } from '../board/board.ts';
import { BridgeError } from '../bridge/bridge-error.ts';
import type { Session } from './session.ts';

/** Milliseconds without a change in the document until its frames are looked at. */
const PAUSE = 700;

/**
 * Notices when a frame on the board changes in Figma: its card then says so, and nothing is captured again unasked.
 */
export function watchChanges({ bridge, store }: Pick<Session, 'bridge' | 'store'>): void {
  const touched = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async () => {
    const ids = [...touched];
    touched.clear();
    for (const id of ids) {
      const known = store.get().frames[id];
      if (!known?.description) continue;
      try {
        const { fingerprint, name } = await bridge.ask('describe-frame', { id });
        const { shots } = store.get().history.present;
        if (shots.some((shot) => shot.frame === id && shot.name !== name))
          store.dispatch({ type: 'renamed', frame: id, name });
        const stale = fingerprint !== known.description.fingerprint;
        if (stale !== known.stale || known.gone)
          store.dispatch({ type: 'frame', id, known: { stale, gone: false } });
      } catch (error) {
        if (error instanceof BridgeError && error.code === 'gone')
          store.dispatch({ type: 'frame', id, known: { gone: true } });
      }
    }
  };
  bridge.on('document-changed', ({ ids, removed }) => {
    const frames = new Set(framesOn(store.get().history.present.shots));
    for (const id of removed ? frames : ids) if (frames.has(id)) touched.add(id);
    if (touched.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
}
