import type { ShotFootage } from '@animatic/engines';
import type { Sha256, Storyboard } from '@animatic/schema';
import { type MadeFootage, MissingFootageError } from './made-footage.ts';
import { type PlannedSound, planSound } from './plan-sound.ts';
import { shotFootage } from './shot-footage.ts';
import { type TreatedShot, type Treatment, treatmentOf } from './treatment.ts';

/** What models made for a board, ready to be drawn and heard. */
export interface BoardFootage {
  /** By the shot's id. */
  shots: ReadonlyMap<string, ShotFootage>;
  sounds: readonly PlannedSound[];
  /** Where a file of a sound lies on this machine. */
  pathOf(hash: Sha256): string;
}

export interface OpenFootageOptions {
  /** A file of the store on this machine; null for what is not there. */
  locate(hash: Sha256): Promise<string | null>;
  /** An ffmpeg that may read it. */
  ffmpeg(): Promise<string>;
}

/**
 * Makes what models made ready for the painter: every file is found before anything is drawn, none is opened yet.
 *
 * @throws MissingFootageError where a file is not in the store; DecoderMissing where nothing may read it
 */
export async function openFootage(
  { shots }: Pick<Storyboard, 'shots'>,
  made: ReadonlyMap<string, MadeFootage>,
  { locate, ffmpeg }: OpenFootageOptions,
): Promise<BoardFootage> {
  const footage = new Map<string, ShotFootage>();
  const treated = new Map<string, { made: MadeFootage; treatment: Treatment }>();
  const paths = new Map<Sha256, string>();
  const find = async (hash: Sha256, shot: string) => {
    const path = paths.get(hash) ?? (await locate(hash));
    if (!path) throw new MissingFootageError(shot, `the file ${hash} is not in the store`);
    paths.set(hash, path);
    return path;
  };
  if (made.size > 0) await ffmpeg();
  let before: (TreatedShot & { treatment: Treatment }) | undefined;
  for (const shot of shots) {
    const own = made.get(shot.id);
    if (!own) {
      before = undefined;
      continue;
    }
    const treatment = treatmentOf({ shot, made: own }, before);
    before = { shot, made: own, treatment };
    treated.set(shot.id, before);
    const path = await find(own.hash, shot.id);
    const seamPath = treatment.seam ? await find(treatment.seam.after, shot.id) : undefined;
    const { duration } = shot;
    footage.set(shot.id, shotFootage({ made: own, treatment, duration, path, seamPath, ffmpeg }));
  }
  const sounds = planSound(shots, treated);
  return {
    shots: footage,
    sounds,
    pathOf(hash) {
      const path = paths.get(hash);
      if (!path) throw new Error(`the file ${hash} was not opened`);
      return path;
    },
  };
}
