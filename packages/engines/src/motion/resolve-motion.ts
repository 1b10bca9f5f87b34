import { direct } from '@animatic/director';
import type { Mood, Outline, Shot } from '@animatic/schema';

/**
 * Shots with their motion: the designer's where there is one, else what the director reads from the caption and from
 * the layers that were captured. Pure: the same shots give the same motion.
 *
 * @param mood the clip's dial
 *
 * @example resolveMotion(board.shots)[0].motion.camera
 */
export function resolveMotion(shots: readonly Shot[], mood?: Mood): Shot[] {
  return shots.map((shot, index) =>
    shot.motion ? shot : { ...shot, motion: directed(shots, index, shot, mood).motion },
  );
}

/** What was not understood of a shot's direction, or names nothing in it. */
export interface DirectionNote {
  /** The shot's place in the storyboard. */
  shot: number;
  text: string;
}

/**
 * What the director has to say about the directions that it read; nothing of shots that carry their motion.
 *
 * @example directionNotes(board.shots, board.mood)[0].text
 */
export function directionNotes(shots: readonly Shot[], mood?: Mood): DirectionNote[] {
  return shots.flatMap((shot, index) =>
    shot.motion ? [] : directed(shots, index, shot, mood).notes.map(({ text }) => ({ shot: index, text })),
  );
}

function directed(shots: readonly Shot[], shotIndex: number, shot: Shot, mood: Mood | undefined) {
  return direct({
    outline: outlineOf(shot),
    direction: shot.caption.direction,
    shotIndex,
    shotCount: shots.length,
    duration: shot.duration,
    mood,
  });
}

/** What is known of a frame once it is captured: its movable layers, side by side. */
function outlineOf(shot: Shot): Outline {
  const box = { x: 0, y: 0, width: shot.size.width, height: shot.size.height };
  return {
    id: shot.source.node,
    name: shot.source.name,
    kind: 'group',
    box,
    bounds: box,
    size: shot.size,
    opens: true,
    children: shot.layers
      .filter((layer) => layer.picture)
      .map(({ id, name, kind, text, box, bounds, fixed, rotation }) => ({
        id,
        name,
        kind,
        ...(text !== undefined && { text }),
        ...(fixed && { fixed }),
        ...(rotation !== undefined && { rotation }),
        box,
        bounds,
        opens: false,
        children: [],
      })),
  };
}
