import type { Size } from '@animatic/schema';
import type { FrameDescription } from '../../protocol/index.ts';

/** As much of a description as a picture without layers has: one not described yet, a scene, a shot of words. */
export function bareFrame(about: { id: string; name: string; size: Size }): FrameDescription {
  const box = { x: 0, y: 0, ...about.size };
  return {
    ...about,
    outline: {
      id: about.id,
      name: about.name,
      kind: 'group',
      box,
      bounds: box,
      opens: false,
      children: [],
      size: about.size,
    },
    cut: false,
    background: null,
    directions: [],
    fingerprint: '',
  };
}
