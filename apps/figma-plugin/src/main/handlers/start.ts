import { commands, PROTOCOL_VERSION } from '../../protocol/version.ts';
import { fields, text } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';
import { readSelection } from '../selection/read-selection.ts';
import { findBoard } from '../storage/board.ts';
import { seemsEditable } from '../storage/editable.ts';
import { findRenders } from '../storage/renders.ts';
import { findSettings } from '../storage/settings.ts';
import { findSource } from '../storage/source.ts';
import { findToken } from '../storage/token.ts';

export const start: HandlerFactory<'start'> = (figma) => async (params, task) => {
  const { protocol, origin } = fields(params, 'start message');
  if (protocol !== PROTOCOL_VERSION)
    throw new PluginFailure(
      'old-panel',
      'The plugin was updated while it was open. Close it and open it again.',
    );
  const { board, problem, place } = await findBoard(figma);
  const page = figma.currentPage;
  return {
    protocol: PROTOCOL_VERSION,
    file: figma.root.name,
    source: await findSource(figma),
    page: { id: page.id, name: page.name },
    editable: await seemsEditable(figma),
    command: commands.find((command) => command === figma.command) ?? '',
    selection: await readSelection(page, page.selection, task),
    board,
    boardPlace: place,
    boardProblem: problem,
    token: await findToken(figma, text(origin, 'origin', 500)),
    settings: await findSettings(figma),
    renders: await findRenders(figma),
  };
};
