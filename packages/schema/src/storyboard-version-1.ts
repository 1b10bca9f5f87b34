import * as z from 'zod';

/** What of version 1 changes; all else goes through as it is, for the schema of version 2 to judge. */
const shot = z.looseObject({
  motion: z
    .looseObject({
      camera: z.looseObject({ move: z.string() }),
      entrances: z.array(z.looseObject({})).default([]),
    })
    .optional(),
  transition: z.looseObject({ kind: z.string() }).optional(),
});
const board = z.looseObject({ shots: z.array(shot) });

const MOVES: Readonly<Record<string, string>> = { 'pan-up': 'tilt-up', 'pan-down': 'tilt-down' };

/**
 * Version 1 → 2: a camera of one move becomes a list, entrances become layer motions, a vertical pan is a tilt, and
 * slide is slide-in. What is no storyboard of version 1 is only renumbered: the schema says what is wrong with it.
 *
 * @example fromVersion1({ version: 1, shots: [] }) // { version: 2, shots: [] }
 */
export function fromVersion1(document: unknown): unknown {
  const read = board.safeParse(document);
  if (!read.success) return typeof document === 'object' ? { ...document, version: 2 } : document;
  return {
    ...read.data,
    version: 2,
    shots: read.data.shots.map(({ motion, transition, ...rest }) => ({
      ...rest,
      ...(motion && { motion: motionOf(motion) }),
      ...(transition && {
        transition: { ...transition, kind: transition.kind === 'slide' ? 'slide-in' : transition.kind },
      }),
    })),
  };
}

function motionOf({ camera, entrances }: { camera: { move: string }; entrances: Record<string, unknown>[] }) {
  const move = MOVES[camera.move] ?? camera.move;
  return {
    camera: move === 'hold' ? [] : [{ ...camera, move }],
    layers: entrances.map((entrance) => ({ ...entrance, phase: 'enter' })),
  };
}
