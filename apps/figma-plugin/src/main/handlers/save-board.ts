import { fields, list } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';
import { findPage } from '../nodes.ts';
import { keepBoard } from '../storage/board.ts';
import { readBoard } from '../storage/read-board.ts';

/** A board may be over the limit while it is being cut down. */
const MOST_SHOTS = 500;

export const saveBoard: HandlerFactory<'save-board'> = (figma) => async (params) => {
  const message = fields(params, 'save message');
  const sent = fields(message.board, 'board');
  const shots = list(sent.shots, 'list of shots', MOST_SHOTS);
  const board = readBoard(sent);
  // A shot that cannot be read back must not be lost in silence.
  if (!board || board.shots.length < shots.length)
    throw new PluginFailure(
      'bad-message',
      'The storyboard could not be kept: it is not one. Reopen the plugin.',
    );
  return { place: await keepBoard(figma, board, await findPage(figma, message.page)) };
};
