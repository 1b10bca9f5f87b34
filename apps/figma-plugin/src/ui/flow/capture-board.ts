import type { Sha256 } from '@animatic/schema';
import { nameOf } from '../board/board.ts';
import { isCancelled } from '../bridge/bridge-error.ts';
import type { Job } from '../store/state.ts';
import type { FrameKeeper } from './look-after-frames.ts';
import { CannotRender } from './problems.ts';
import type { Session } from './session.ts';

export interface CapturedBoard {
  stills: Map<Sha256, Blob>;
  /** Each frame's, as it was captured. */
  fingerprints: Record<string, string>;
}

/**
 * Looks at every frame on the board afresh and captures what is not captured yet.
 *
 * @throws CannotRender where a shot has no picture, naming it and what to do
 */
export async function captureBoard(
  { store, captures }: Session,
  keeper: FrameKeeper,
  signal: AbortSignal,
  tell: (job: Job) => void,
): Promise<CapturedBoard> {
  const release = await keeper.hold();
  try {
    const { shots } = store.get().history.present;
    for (const shot of shots) {
      signal.throwIfAborted();
      if (shot.frame === null) continue;
      await keeper.refresh(shot.frame, signal).catch((error: unknown) => {
        if (isCancelled(error)) throw error;
        throw uncapturable(nameOf(shot), error);
      });
    }
    const wanted = new Map(captures.wanted(store.get()).map((each) => [each.shot, each]));
    const fingerprints: Record<string, string> = {};
    for (const [done, shot] of shots.entries()) {
      const name = nameOf(shot);
      const each = wanted.get(shot.id);
      tell({ step: 'capturing', done, total: shots.length, name });
      signal.throwIfAborted();
      if (shot.frame === null || shot.scene) continue;
      if (!each) throw uncapturable(name, undefined);
      fingerprints[shot.frame] = each.frame.fingerprint;
      if (captures.isDone(each)) continue;
      await captures.capture(each, { signal }).catch((error: unknown) => {
        if (isCancelled(error)) throw error;
        throw uncapturable(name, error);
      });
    }
    const stills = new Map<Sha256, Blob>();
    const state = store.get();
    for (const shot of shots)
      for (const [hash, blob] of state.captures[shot.id]?.shot.stills ?? []) stills.set(hash, blob);
    return { stills, fingerprints };
  } finally {
    release();
  }
}

function uncapturable(name: string, error: unknown): CannotRender {
  return new CannotRender({
    title: `“${name}” cannot be captured`,
    detail: `${error instanceof Error ? `${error.message} ` : ''}Change the frame or remove its shot, then render again.`,
    remedy: 'retry',
  });
}
