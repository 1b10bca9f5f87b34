import type { Start, StoredShot } from '../../protocol/index.ts';
import {
  addShots,
  type Board,
  changeShot,
  duplicateShot,
  insertShot,
  moveShot,
  newBoard,
  removeShot,
} from '../board/board.ts';
import type { Action, BoardAction } from './actions.ts';
import { merged, withTakes } from './generations.ts';
import { commit, redo, startHistory, undo } from './history.ts';
import { type State, unknownFrame } from './state.ts';

/** The panel's one reducer: pure, so that every screen can be shown from a state alone. */
export function reducer(state: State, action: Action): State {
  switch (action.type) {
    case 'started':
      return started(state, action.start);
    case 'selected':
      return { ...state, selection: action.selection };
    case 'set':
      return { ...state, ...action.values };
    case 'sent':
      return { ...state, touched: true, sent: { ...state.sent, ...action.sent } };
    case 'rendered':
      return everywhere(state, (shot) => ({
        ...shot,
        rendered: (shot.frame !== null && action.fingerprints[shot.frame]) || shot.rendered,
      }));
    case 'asked':
      return {
        ...everywhere(state, (shot) => withTakes(shot, action.takes[shot.id])),
        touched: true,
      };
    case 'generations':
      return { ...state, generations: merged(state.generations, action.generations) };
    case 'footage': {
      const before = state.footage[action.generation] ?? { poster: null, clip: null };
      return {
        ...state,
        footage: { ...state.footage, [action.generation]: { ...before, ...action.view } },
      };
    }
    case 'scene-still':
      return { ...state, scenes: { ...state.scenes, [action.still]: action.blob } };
    case 'refused': {
      const { [action.shot]: _, ...others } = state.refusals;
      return {
        ...state,
        refusals: action.words === null ? others : { ...others, [action.shot]: action.words },
      };
    }
    case 'renamed':
      return everywhere(state, (shot) =>
        shot.frame === action.frame ? { ...shot, name: action.name } : shot,
      );
    case 'frame': {
      const known = { ...(state.frames[action.id] ?? unknownFrame), ...action.known };
      return { ...state, frames: { ...state.frames, [action.id]: known } };
    }
    case 'captured':
      return { ...state, captures: { ...state.captures, [action.shot]: action.capture } };
    case 'update-result':
      if (state.result?.render !== action.render) return state;
      return { ...state, result: { ...state.result, ...action.values } };
    case 'undo':
      return keepActive({ ...state, touched: true, history: undo(state.history) });
    case 'redo':
      return keepActive({ ...state, touched: true, history: redo(state.history) });
    default:
      return edit(state, action);
  }
}

/** A fact about shots, in the steps to go back to as well: an undo of an edit does not undo a render. */
function everywhere(state: State, mark: (shot: StoredShot) => StoredShot): State {
  const { history } = state;
  const marked = (board: Board): Board => ({ ...board, shots: board.shots.map(mark) });
  const [past, future] = [history.past.map(marked), history.future.map(marked)];
  return { ...state, history: { ...history, past, future, present: marked(history.present) } };
}

function started(state: State, start: Start): State {
  const { board } = start;
  const present: Board = board
    ? {
        title: board.title,
        format: board.format,
        mood: board.mood,
        loop: board.loop,
        lines: board.lines,
        shots: board.shots,
      }
    : newBoard(start.file, start.settings.format ?? undefined);
  return {
    ...state,
    phase: 'ready',
    fatal: null,
    file: start.file,
    source: start.source,
    page: start.page.name,
    pageId: start.page.id,
    editable: start.editable,
    place: start.boardPlace,
    settings: start.settings,
    selection: start.selection,
    history: startHistory(present),
    sent: { storyboard: board?.storyboard ?? null, render: board?.render ?? null },
    touched: false,
    saveProblem: null,
    notice: start.boardProblem ? { title: 'The board could not be read', detail: start.boardProblem } : null,
    active: present.shots[0]?.id ?? null,
    token: start.token,
    remembered: start.renders,
  };
}

function edit(state: State, action: Exclude<BoardAction, { type: 'undo' | 'redo' }>): State {
  const board = state.history.present;
  const tag = action.type === 'change-shot' ? (action.tag ?? null) : null;
  const next = editBoard(board, action);
  if (action.type === 'add-shots' && action.unasked)
    return keepActive({ ...state, history: startHistory(next) }, next.shots[0]?.id ?? null);
  const history = commit(state.history, next, tag, action.at);
  return keepActive({ ...state, history, touched: true }, addedId(board, next));
}

function editBoard(board: Board, action: Exclude<BoardAction, { type: 'undo' | 'redo' }>): Board {
  switch (action.type) {
    case 'add-shots':
      return action.shots.length ? addShots(board, action.shots) : board;
    case 'replace-shots':
      return { ...board, shots: action.shots };
    case 'insert-shot':
      return insertShot(board, action.after, action.shot);
    case 'remove-shot':
      return removeShot(board, action.id);
    case 'duplicate-shot':
      return duplicateShot(board, action.id, action.copyId);
    case 'move-shot':
      return moveShot(board, action.id, action.to);
    case 'change-shot':
      return changeShot(board, action.id, action.change);
    case 'change-shots':
      return Object.entries(action.changes).reduce(
        (changed, [id, change]) => changeShot(changed, id, change),
        board,
      );
    case 'change-clip':
      return { ...board, ...action.change };
    case 'change-format':
      return { ...board, format: { ...board.format, ...action.format } };
  }
}

/** The first shot that the edit brought, so that the player goes there. */
function addedId(before: Board, after: Board): string | null {
  const known = new Set(before.shots.map((shot) => shot.id));
  return after.shots.find((shot) => !known.has(shot.id))?.id ?? null;
}

function keepActive(state: State, wanted: string | null = state.active): State {
  const { shots } = state.history.present;
  const active = wanted ?? state.active;
  if (shots.some((shot) => shot.id === active)) return { ...state, active };
  return { ...state, active: shots[0]?.id ?? null };
}
