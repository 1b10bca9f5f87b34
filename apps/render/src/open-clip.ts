import { engines, noLedger, planSegments } from '@animatic/engines';
import type { OpenFrames } from '@animatic/motion/node';
import type { Sha256, Storyboard } from '@animatic/schema';

/**
 * A clip's frames by the engines of its shots, segment after segment, as the server's worker asks them. An engine that
 * has to pay is given no ledger and refuses.
 *
 * @example writeOutput({ open: openClip(board, stills.read), … })
 */
export function openClip(board: Storyboard, readStill: (hash: Sha256) => Promise<Uint8Array>): OpenFrames {
  return async function* open({ pixels, size, fps, signal = new AbortController().signal }) {
    let index = 0;
    for (const { engine, firstShot, lastShot } of planSegments(board.shots, engines)) {
      const input = {
        ...board,
        format: { ...board.format, fps },
        size,
        pixels,
        firstShot,
        lastShot,
        readStill,
      };
      for await (const frame of engines[engine].run(input, { signal, ledger: noLedger }))
        yield { ...frame, index: index++ };
    }
  };
}
