import { readShot } from '../derive/read-shot.ts';
import type { Flows } from '../flow/flows.ts';
import { count } from '../parts/units.ts';
import { frameOf } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import { nameOf } from './board.ts';
import { type CarriedMotion, carryMotion, type MotionCopy, namesOf } from './carry-motion.ts';

/** Copying one shot's motion to others: each paste is one step back, and says what found no match. */
export function motionActions(store: Store, flows: Pick<Flows, 'notify'>) {
  const known = (id: string) => {
    const { history, frames } = store.get();
    const { shots, mood } = history.present;
    const index = shots.findIndex((shot) => shot.id === id);
    const shot = shots[index];
    const frame = shot && frameOf(frames, shot)?.description;
    if (!shot || !frame) return null;
    return { shot, frame, reading: readShot({ shot, frame, index, count: shots.length, mood }) };
  };
  const copyOf = (id: string): MotionCopy | null => {
    const found = known(id);
    if (!found) return null;
    const { shot, frame, reading } = found;
    return { name: nameOf(shot), frame, shot, reading };
  };
  const give = (from: MotionCopy, ids: readonly string[]) => {
    const given: [string, CarriedMotion][] = ids.flatMap((id) => {
      const to = known(id);
      return to ? [[id, carryMotion(from, to)] as [string, CarriedMotion]] : [];
    });
    store.dispatch({
      type: 'change-shots',
      changes: Object.fromEntries(given.map(([id, { change }]) => [id, change])),
      at: performance.now(),
    });
    const missing = [...new Set(given.flatMap(([, each]) => each.missing))];
    const shots = given.length === 1 ? '' : ` to ${count(given.length, 'shot')}`;
    if (missing.length > 0) flows.notify(`Motion copied${shots}. Without a match: ${namesOf(missing)}`);
    else if (given.length > 1) flows.notify(`Motion copied${shots}`);
  };
  return {
    copyMotion(id: string) {
      const copied = copyOf(id);
      if (copied) store.dispatch({ type: 'set', values: { copied } });
    },
    pasteMotion(id: string) {
      const { copied } = store.get();
      if (copied) give(copied, [id]);
    },
    motionToAll(id: string) {
      const from = copyOf(id);
      const others = store.get().history.present.shots.filter((shot) => shot.id !== id);
      if (from)
        give(
          from,
          others.map((shot) => shot.id),
        );
    },
  };
}
