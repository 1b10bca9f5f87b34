import type { StoryboardInput } from '@animatic/schema';
import { STORYBOARD_VERSION } from '@animatic/schema';
import { waitingFor } from '../derive/derived.ts';
import type { State } from '../store/state.ts';
import type { Session } from './session.ts';

/** The board as the server reads it. */
export function documentOf(state: State, derive: Session['derive']): StoryboardInput {
  const { title, format, mood, loop, lines } = state.history.present;
  return {
    version: STORYBOARD_VERSION,
    title: (title || state.file || 'Storyboard').slice(0, 300),
    format,
    mood,
    loop,
    lines,
    shots: derive(state).shots,
  };
}

/** A still's name that nobody has: a picture that is still to be captured costs as much as any other. */
const UNKNOWN = '0'.repeat(64);
const unknownPicture = { width: 1, height: 1, tiles: [{ still: UNKNOWN, x: 0, y: 0, width: 1, height: 1 }] };

/** The document as an estimate wants it, before its pictures are captured and without what costs nothing. */
export function documentToPrice(state: State, derive: Session['derive']): StoryboardInput {
  const document = documentOf(state, derive);
  const named = <P extends { tiles: { still: string }[] }>(picture: P): P => ({
    ...picture,
    tiles: picture.tiles.map((tile) => ({ ...tile, still: waitingFor(tile.still) ? UNKNOWN : tile.still })),
  });
  return {
    ...document,
    shots: document.shots.map(({ layers: _, motion: __, still, generation, ...shot }) => ({
      ...shot,
      // What is made exactly costs nothing, whatever it shows; also a shot of words that has no model yet.
      still: still && generation ? named(still) : unknownPicture,
      ...(generation && {
        generation:
          generation.from.kind === 'between'
            ? {
                ...generation,
                from: {
                  ...generation.from,
                  last: { ...generation.from.last, still: named(generation.from.last.still) },
                },
              }
            : generation,
      }),
    })),
  };
}
