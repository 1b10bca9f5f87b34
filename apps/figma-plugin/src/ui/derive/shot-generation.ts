import type { Picture, ShotGeneration, Size } from '@animatic/schema';
import type { StoredAsk, StoredShot, StoredTake } from '../../protocol/index.ts';

/** What a shot asks of its model, in the document's form, and the names of what it starts from. */
export interface Asked {
  generation: ShotGeneration;
  inputs: string;
}
/** Words for people: why it cannot be asked as the board stands. */
export interface CannotAsk {
  problem: string;
}

/** A shot's own picture: its frame's or its scene's; null where it has none. */
export type PictureOf = (shot: StoredShot) => { still: Picture; size: Size } | null;

/** True where a model makes the shot. */
export function isGenerated(shot: Pick<StoredShot, 'engine' | 'ask'> | undefined): boolean {
  return shot !== undefined && shot.engine !== 'motion' && shot.ask !== null;
}

/**
 * Brings a shot's settings to the document's form: neighbours become pictures and ids.
 *
 * @returns null for a shot that is made exactly
 */
export function askedOf(
  shots: readonly StoredShot[],
  index: number,
  pictureOf: PictureOf,
): Asked | CannotAsk | null {
  const shot = shots[index];
  if (!shot) return null;
  if (!isGenerated(shot) || !shot.ask)
    return shot.frame === null && !shot.scene
      ? { problem: 'A shot of words is made by a model: choose one.' }
      : null;
  const { from, ...rest } = shot.ask;
  const { trimStart } = rest;
  const settings = { ...rest, trimStart: Math.min(trimStart, Math.max(0, rest.seconds - 0.5)) };
  if (!shot.caption.direction.trim() && from.kind !== 'still' && from.kind !== 'between')
    return { problem: 'Say in words what is to be seen.' };
  switch (from.kind) {
    case 'words':
      return { generation: { ...settings, from }, inputs: '' };
    case 'still':
    case 'between': {
      const own = pictureOf(shot);
      if (!own) return { problem: 'A shot of words has no frame to start from: start from words.' };
      if (from.kind === 'still') return { generation: { ...settings, from }, inputs: namesOf(own.still) };
      const next = shots[index + 1];
      const last = next && pictureOf(next);
      if (!last)
        return { problem: 'There is no next frame to end on: add one after it, or start from this frame.' };
      return {
        generation: { ...settings, from: { ...from, last } },
        inputs: `${namesOf(own.still)} ${namesOf(last.still)}`,
      };
    }
    case 'extend': {
      const before = shots[index - 1];
      if (!before || !isGenerated(before))
        return { problem: 'Only footage goes on: the shot before this one is not made by a model.' };
      const wish = askedOf(shots, index - 1, pictureOf);
      const { ask, caption } = before;
      return {
        generation: { ...settings, from: { kind: 'extend', shot: before.id } },
        // What it goes on from is known before it is made: by all that asks for it.
        inputs: JSON.stringify([
          caption.direction.trim(),
          ask && costly(ask),
          ask?.chosen,
          wish && 'inputs' in wish ? wish.inputs : '',
        ]),
      };
    }
    default:
      return { generation: { ...settings, from }, inputs: from.of };
  }
}

/**
 * The takes that the shot's settings ask for as they are: they are found, not made. What only concerns how a take is
 * shown (the one chosen, trimming, a loop) asks for nothing new.
 */
export function currentTakes(shot: StoredShot, inputs: string): StoredTake[] {
  const { ask } = shot;
  if (!ask) return [];
  const wanted = costly(ask);
  const found = shot.takes.filter(
    (take) =>
      take.words.trim() === shot.caption.direction.trim() &&
      take.inputs === inputs &&
      costly(take.ask) === wanted,
  );
  // One that was asked for again stands for the older one.
  return found.filter((take, at) => found.findIndex((other) => other.variation === take.variation) === at);
}

/** What of the settings another generation would be asked for. */
function costly({
  model,
  from,
  seconds,
  resolution,
  seed,
  take,
  style,
  characters,
  sound,
}: StoredAsk): string {
  return JSON.stringify([model, from, seconds, resolution, seed, take, style, characters, sound]);
}

const namesOf = (picture: Picture): string => picture.tiles.map(({ still }) => still).join('+');
