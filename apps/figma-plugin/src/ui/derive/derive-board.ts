import { clipSeconds, formatSize, type Shot, type Size, shotStarts } from '@animatic/schema';
import type { StoredShot } from '../../protocol/index.ts';
import type { State } from '../store/state.ts';
import { type Derived, waitingName } from './derived.ts';
import { readShot } from './read-shot.ts';
import { readTransition } from './read-transition.ts';
import type { DirectedTransition, Reading } from './reading.ts';

export type DeriveInput = Pick<State, 'history' | 'frames' | 'captures' | 'links'>;
export type Deriver = (state: DeriveInput) => Derived;

const unknownSize: Size = { width: 1600, height: 900 };

/**
 * Makes the function that reads a board: the director's readings, transitions, and the shots of the clip.
 * It answers with the same object for the same input, so that nothing is drawn or planned twice.
 */
export function createDeriver(): Deriver {
  let last: { input: unknown[]; derived: Derived } | undefined;
  const readings = createMemory<Reading>();
  const passages = createMemory<DirectedTransition>();
  return (state) => {
    const { history, frames, captures, links } = state;
    // Not the frames themselves: a thumbnail that comes makes no other clip.
    const known = history.present.shots.flatMap(({ id, frame }) => [
      frames[frame]?.description,
      captures[id],
    ]);
    const input = [history.present, links, ...known];
    if (last && same(last.input, input)) return last.derived;
    const { mood, shots } = state.history.present;
    const count = shots.length;
    const derived = derive(state, {
      shot(shot, index) {
        const frame = frames[shot.frame]?.description;
        if (!frame) return null;
        const { caption, chips, variant, carried, duration } = shot;
        const key = [frame, caption.direction, chips, variant, carried, duration, index, count, mood];
        return readings(shot.id, key, () => readShot({ shot, frame, index, count, mood }));
      },
      transition(shot, next) {
        const from = frames[shot.frame]?.description ?? null;
        const to = (next && frames[next.frame]?.description) ?? null;
        return passages(shot.id, [from, to, links], () => readTransition(from, to, links));
      },
    });
    last = { input, derived };
    return derived;
  };
}

/** What is asked of the director, shot by shot. */
interface Readers {
  shot(shot: StoredShot, index: number): Reading | null;
  transition(shot: StoredShot, next: StoredShot | undefined): DirectedTransition;
}

/** Remembers one answer a name, and gives it again while its key holds the same values. */
function createMemory<T>(): (name: string, key: unknown[], make: () => T) => T {
  const kept = new Map<string, { key: unknown[]; value: T }>();
  return (name, key, make) => {
    const known = kept.get(name);
    if (known && same(known.key, key)) return known.value;
    const value = make();
    kept.set(name, { key, value });
    return value;
  };
}

function derive({ history, frames, captures }: DeriveInput, read: Readers): Derived {
  const { shots, format } = history.present;
  const sizeOf = (shot: StoredShot | undefined) =>
    (shot && (captures[shot.id]?.shot.size ?? frames[shot.frame]?.description?.size)) ?? unknownSize;
  const size = formatSize(format, sizeOf(shots[0]));
  const readings = shots.map((shot, index) => read.shot(shot, index));
  const transitions = shots.map((shot, index) => read.transition(shot, shots[index + 1]));
  const filmed = shots.map((shot, index): Shot => {
    const captured = captures[shot.id]?.shot;
    const frameSize = sizeOf(shot);
    const reading = readings[index];
    const transition = shot.transition ?? transitions[index]?.transition;
    const background = frames[shot.frame]?.description?.background;
    return {
      id: shot.id,
      source: { node: shot.frame, name: shot.name },
      size: frameSize,
      still: captured?.still ?? waitingPicture(shot.frame, frameSize),
      layers: captured?.layers ?? [],
      ...(background && { background }),
      caption: { ...shot.caption, title: shot.caption.title || shot.name.slice(0, 300) },
      duration: shot.duration ?? reading?.duration ?? 3,
      ...(reading && { motion: reading.motion }),
      engine: 'motion',
      ...(transition && index < shots.length - 1 && { transition }),
    };
  });
  return {
    readings,
    transitions,
    shots: filmed,
    seconds: clipSeconds(filmed),
    starts: shotStarts(filmed),
    size,
  };
}

function waitingPicture(frame: string, { width, height }: Size): Shot['still'] {
  // A thumbnail takes its place: more pixels would show no more.
  const scale = Math.min(1, 1024 / Math.max(width, height));
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const still = waitingName({ frame, width: w, height: h });
  return { width: w, height: h, tiles: [{ still, x: 0, y: 0, width: w, height: h }] };
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
