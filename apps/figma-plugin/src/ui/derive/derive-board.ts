import { blankPicture, clipSeconds, formatSize, type Shot, type Size, shotStarts } from '@animatic/schema';
import type { StoredScene, StoredShot } from '../../protocol/index.ts';
import { nameOf } from '../board/board.ts';
import { frameOf, type State } from '../store/state.ts';
import { bareFrame } from './bare-frame.ts';
import { type Derived, waitingName } from './derived.ts';
import { readGenerated } from './read-generated.ts';
import { readShot } from './read-shot.ts';
import { readTransition } from './read-transition.ts';
import type { DirectedTransition, Reading } from './reading.ts';
import { askedOf, isGenerated, type PictureOf } from './shot-generation.ts';

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
    const known = history.present.shots.flatMap((shot) => [
      frameOf(frames, shot)?.description,
      captures[shot.id],
    ]);
    const input = [history.present, links, ...known];
    if (last && same(last.input, input)) return last.derived;
    const { mood, shots } = state.history.present;
    const count = shots.length;
    const derived = derive(state, {
      shot(shot, index) {
        const { caption, chips, variant, carried, directed, duration, engine, ask, scene } = shot;
        const described = frameOf(frames, shot)?.description;
        if (isGenerated(shot)) return readings(shot.id, [engine, ask, duration], () => readGenerated(shot));
        if (!described && !scene) return shot.frame === null ? readGenerated(shot) : null;
        const key = [described, caption.direction, chips, variant, carried, directed, duration, scene];
        return readings(shot.id, [...key, index, count, mood], () => {
          const frame = scene ? bareFrame({ id: shot.id, name: shot.name, size: scene }) : described;
          return frame ? readShot({ shot, frame, index, count, mood }) : readGenerated(shot);
        });
      },
      transition(shot, next) {
        const from = frameOf(frames, shot)?.description ?? null;
        const to = (next && frameOf(frames, next)?.description) ?? null;
        const pictures = hasLayers(shot) && (!next || hasLayers(next));
        return passages(shot.id, [from, to, links, pictures], () =>
          pictures ? readTransition(from, to, links) : intoPicture,
        );
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
    (shot && (shot.scene ?? captures[shot.id]?.shot.size ?? frameOf(frames, shot)?.description?.size)) ??
    unknownSize;
  const size = formatSize(format, sizeOf(shots[0]));
  const readings = shots.map((shot, index) => read.shot(shot, index));
  const transitions = shots.map((shot, index) => read.transition(shot, shots[index + 1]));
  const pictureOf: PictureOf = (shot) => {
    const { width, height } = sizeOf(shot);
    if (shot.scene) return { still: scenePicture(shot.scene), size: { width, height } };
    if (shot.frame === null) return null;
    const still = captures[shot.id]?.shot.still ?? waitingPicture(shot.frame, { width, height });
    return { still, size: { width, height } };
  };
  const asked = shots.map((_, index) => askedOf(shots, index, pictureOf));
  const filmed = shots.map((shot, index): Shot => {
    const own = pictureOf(shot);
    const ask = asked[index];
    const generation = ask && 'generation' in ask ? ask.generation : undefined;
    const captured = shot.scene || generation ? undefined : captures[shot.id]?.shot;
    const { background } = (!shot.scene && frameOf(frames, shot)?.description) || {};
    const reading = readings[index];
    const transition = shot.transition ?? transitions[index]?.transition;
    const { width, height } = own?.size ?? size;
    return {
      id: shot.id,
      source: { node: shot.frame ?? `words:${shot.id}`, name: shot.name },
      size: { width, height },
      still: own?.still ?? blankPicture(),
      layers: captured?.layers ?? [],
      ...(background && { background }),
      ...(shot.scene && {
        scene: {
          generation: shot.scene.generation,
          model: shot.scene.model,
          prompt: shot.scene.prompt,
        },
      }),
      caption: { ...shot.caption, title: nameOf(shot) },
      duration: reading?.duration ?? shot.duration ?? 3,
      ...(reading && { motion: reading.motion }),
      engine: generation ? shot.engine : 'motion',
      ...(generation && { generation }),
      ...(transition && index < shots.length - 1 && { transition }),
    };
  });
  return {
    readings,
    transitions,
    asked,
    shots: filmed,
    seconds: clipSeconds(filmed),
    starts: shotStarts(filmed),
    size,
  };
}

/** Footage and scenes have no layers to pass on. */
const intoPicture: DirectedTransition = {
  transition: { kind: 'dissolve', direction: 'left', duration: 0.5 },
  linked: false,
};
const hasLayers = (shot: StoredShot) => shot.frame !== null && !shot.scene && !isGenerated(shot);

function scenePicture({ still, width, height }: StoredScene): Shot['still'] {
  return { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
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
