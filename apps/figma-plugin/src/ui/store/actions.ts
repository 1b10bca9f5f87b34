import type { Format, Generation } from '@animatic/schema';
import type { Selection, Start, StoredShot, StoredTake } from '../../protocol/index.ts';
import type { ClipChoice } from '../board/board.ts';
import type { FootageView, GenerationState } from './generation-state.ts';
import type { FrameKnown, ResultView, ShotCapture, State } from './state.ts';

/** Edits of the board: each can be undone. `at` is in milliseconds. */
export type BoardAction =
  /** `unasked`: the board follows the selection at opening; nothing to undo, nothing to keep yet. */
  | { type: 'add-shots'; shots: StoredShot[]; at: number; unasked?: boolean }
  | { type: 'remove-shot'; id: string; at: number }
  | { type: 'duplicate-shot'; id: string; copyId: string; at: number }
  | { type: 'move-shot'; id: string; to: number; at: number }
  | { type: 'change-shot'; id: string; change: Partial<StoredShot>; tag?: string; at: number }
  /** A storyboard in the place of the one there is. */
  | { type: 'replace-shots'; shots: StoredShot[]; at: number }
  /** After another one. */
  | { type: 'insert-shot'; after: string; shot: StoredShot; at: number }
  /** Of several shots, by their ids, in one step. */
  | { type: 'change-shots'; changes: Readonly<Record<string, Partial<StoredShot>>>; at: number }
  | { type: 'change-format'; format: Partial<Format>; at: number }
  | { type: 'change-clip'; change: ClipChoice; at: number }
  | { type: 'undo' }
  | { type: 'redo' };

/** Plain facts that a flow reports; each names the slice it sets. */
type Settable = Pick<
  State,
  | 'phase'
  | 'fatal'
  | 'screen'
  | 'place'
  | 'settings'
  | 'saveProblem'
  | 'notice'
  | 'links'
  | 'active'
  | 'writing'
  | 'pointed'
  | 'copied'
  | 'exploring'
  | 'token'
  | 'me'
  | 'connecting'
  | 'job'
  | 'saving'
  | 'also'
  | 'result'
  | 'remembered'
  | 'renders'
  | 'rendersProblem'
  | keyof Omit<GenerationState, 'generations' | 'footage' | 'scenes' | 'refusals'>
>;

export type Action =
  | BoardAction
  | { type: 'started'; start: Start }
  | { type: 'selected'; selection: Selection }
  | { type: 'set'; values: Partial<Settable> }
  | { type: 'sent'; sent: Partial<State['sent']> }
  | { type: 'rendered'; fingerprints: Readonly<Record<string, string>> }
  /** A frame is called otherwise in Figma: its shots are, unless they have a title of their own. */
  | { type: 'renamed'; frame: string; name: string }
  /** What a render asked of models, shot by shot: kept with them, also in the steps to go back to. */
  | { type: 'asked'; takes: Readonly<Record<string, StoredTake[]>> }
  | { type: 'generations'; generations: readonly Generation[] }
  | { type: 'footage'; generation: string; view: Partial<FootageView> }
  | { type: 'scene-still'; still: string; blob: Blob }
  /** Words about a shot's last wish; null takes them away. */
  | { type: 'refused'; shot: string; words: string | null }
  | { type: 'frame'; id: string; known: Partial<FrameKnown> }
  | { type: 'captured'; shot: string; capture: ShotCapture }
  | { type: 'update-result'; render: string; values: Partial<ResultView> };
