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
  return shots.map((shot, shotIndex) => {
    if (shot.motion) return shot;
    const { motion } = direct({
      outline: outlineOf(shot),
      direction: shot.caption.direction,
      shotIndex,
      shotCount: shots.length,
      duration: shot.duration,
      mood,
    });
    return { ...shot, motion };
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
