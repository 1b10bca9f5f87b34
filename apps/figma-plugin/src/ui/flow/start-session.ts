import type { Command } from '../../protocol/index.ts';
import { PROTOCOL_VERSION } from '../../protocol/index.ts';
import { newShot, overLimit } from '../board/board.ts';
import { BridgeError } from '../bridge/bridge-error.ts';
import type { Session } from './session.ts';

/**
 * Asks for all that the first picture needs. A board that is empty takes the selection up, so that something moves
 * at once; that counts as no edit.
 *
 * @returns what the relaunch button sent; null where the plugin did not start
 */
export async function startSession({ bridge, store, origin }: Session): Promise<Command | null> {
  try {
    const start = await bridge.ask('start', { protocol: PROTOCOL_VERSION, origin });
    if (start.protocol !== PROTOCOL_VERSION)
      throw new BridgeError({
        code: 'old-panel',
        message: 'The panel and the plugin are of different versions. Close the plugin and open it again.',
      });
    store.dispatch({ type: 'started', start });
    const { frames } = start.selection;
    const board = store.get().history.present;
    if (board.shots.length === 0 && frames.length > 0 && !overLimit(board, frames.length))
      store.dispatch({ type: 'add-shots', shots: frames.map(newShot), at: 0, unasked: true });
    return start.command;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    store.dispatch({
      type: 'set',
      values: { phase: 'failed', fatal: { title: 'Animatic could not start', detail } },
    });
    return null;
  }
}
