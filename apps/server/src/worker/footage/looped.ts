import { dissolve, smooth } from './dissolve.ts';
import type { Treatment } from './treatment.ts';

/** Opens the file's frames from so many seconds after its treatment's start. */
export type OpenAt = (seconds: number) => AsyncIterator<Uint8Array, void, void>;

/**
 * Frames that come round without a seam: each round begins `blend` seconds into the file, and over its last `blend`
 * seconds the next round, which begins at the file's start, shines through more and more until it alone is seen.
 *
 * @param from seconds into the shot of the first frame
 * @param count how many
 */
export async function* looped(
  open: OpenAt,
  { period, blend }: NonNullable<Treatment['loop']>,
  fps: number,
  from: number,
  count: number,
): AsyncGenerator<Uint8Array, void, void> {
  const rounds = new Map<number, AsyncIterator<Uint8Array, void, void>>();
  let held: Uint8Array | undefined;
  try {
    for (let n = 0; n < count; n++) {
      const at = from + n / fps;
      const round = Math.floor(at / period + 1e-6);
      for (const [older, frames] of rounds)
        if (older < round) {
          rounds.delete(older);
          await frames.return?.();
        }
      const frame = await nextOf(rounds, round, open, at - round * period + blend);
      // Rounding may ask for one frame more than the file has.
      if (frame) held = frame;
      if (!held) return;
      const passed = (at - (round + 1) * period) / blend + 1;
      if (passed > 0) {
        const coming = await nextOf(rounds, round + 1, open, passed * blend);
        if (coming) dissolve(held, coming, smooth(passed));
      }
      yield held;
    }
  } finally {
    for (const frames of rounds.values()) await frames.return?.();
  }
}

async function nextOf(
  rounds: Map<number, AsyncIterator<Uint8Array, void, void>>,
  round: number,
  open: OpenAt,
  seconds: number,
): Promise<Uint8Array | undefined> {
  const frames = rounds.get(round) ?? open(seconds);
  rounds.set(round, frames);
  const next = await frames.next();
  return next.done ? undefined : next.value;
}
