import { engines } from '@animatic/engines';
import type { OpenFrames } from '@animatic/motion/node';
import type { Sha256, Storyboard } from '@animatic/schema';

/**
 * A clip's frames, as the server's worker draws them. No model is asked: a shot that one would have made is drawn from
 * its still.
 *
 * @example writeOutput({ open: openClip(board, stills.read), … })
 */
export function openClip(board: Storyboard, readStill: (hash: Sha256) => Promise<Uint8Array>): OpenFrames {
  return async function* open({ pixels, size, fps, signal = new AbortController().signal }) {
    const input = { ...board, format: { ...board.format, fps }, size, pixels, readStill };
    let index = 0;
    for await (const frame of engines.motion.run(input, { signal })) yield { ...frame, index: index++ };
  };
}
