import type { Rect, Sha256, Shot } from '@animatic/schema';
import { type MadeFootage, secondsOf } from './made-footage.ts';

/** Raised whenever the same treatment of the same file gives other pixels. */
export const TREATMENT_VERSION = 1;

/** How a shot's footage is cut, timed and coloured: all that decides a pixel besides its file. Seconds and shares. */
export interface Treatment {
  version: typeof TREATMENT_VERSION;
  /** The part that is the frame itself; all of it with null. */
  inner: Rect | null;
  /** Of the file: where the shot begins. */
  start: number;
  /** The end passes into the beginning over the last `blend` seconds of each `period`. */
  loop: { period: number; blend: number } | null;
  /** Its first colours come from the last ones of this file, over so many seconds. */
  seam: { after: Sha256; inner: Rect | null; over: number } | null;
}

/** Seconds that a loop's end takes to pass into its beginning, at most. */
const BLEND = 0.5;
/** Seconds over which a jump in colour is evened out. */
const SEAM = 0.5;
/** Shown to within this of its end, footage counts as shown to its end; seconds. */
const TO_ITS_END = 0.1;

/** A generated shot with its file. */
export interface TreatedShot {
  shot: Shot;
  made: MadeFootage;
}

/**
 * What is done to a shot's footage.
 *
 * @param before the shot before it in the clip and what is done to that, where it is generated, too
 * @example treatmentOf({ shot, made }).start
 */
export function treatmentOf(
  { shot, made }: TreatedShot,
  before?: TreatedShot & { treatment: Treatment },
): Treatment {
  const { trimStart = 0, loop = false } = shot.generation ?? {};
  const follows = before !== undefined && made.parent?.generationId === before.made.generationId;
  const start = (follows ? repeated(made) : 0) + trimStart;
  return {
    version: TREATMENT_VERSION,
    inner: made.intent.inner ?? null,
    start,
    loop: loop ? loopOf(secondsOf(made) - start, shot.duration) : null,
    seam: follows && trimStart === 0 && !loop && toItsEnd(before) ? seamOf(made) : null,
  };
}

/** Seconds of an extension that its parent has shown already. */
function repeated(made: MadeFootage): number {
  const { parent, intent, fps } = made;
  if (!parent) return 0;
  // From the last frame: it is the first one again.
  if (intent.start.kind === 'last-frame') return 1 / fps;
  if (intent.start.kind !== 'extend') return 0;
  // Some models give what they went on from, too; then the file is about as much longer.
  const asked = intent.seconds ?? 0;
  return secondsOf(made) > parent.seconds + asked / 2 ? parent.seconds : 0;
}

function seamOf({ parent }: MadeFootage): Treatment['seam'] {
  return parent && { after: parent.hash, inner: parent.inner, over: SEAM };
}

/** Only where it is shown to its end does what goes on from there meet it. */
function toItsEnd({ shot, made, treatment }: TreatedShot & { treatment: Treatment }): boolean {
  return treatment.loop === null && treatment.start + shot.duration >= secondsOf(made) - TO_ITS_END;
}

/** As few rounds as the file has seconds for, all of one length: the shot's end is a round's end, too. */
function loopOf(seconds: number, duration: number): Treatment['loop'] {
  if (seconds <= 0.2) return null;
  const most = Math.min(BLEND, seconds / 4);
  const rounds = Math.max(1, Math.ceil(duration / (seconds - most) - 1e-6));
  const period = duration / rounds;
  return { period, blend: Math.min(most, period / 2) };
}
