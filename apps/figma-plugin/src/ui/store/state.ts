import type { DeviceCode, Me, Preview, Render, RenderOutputs, Size, Take } from '@animatic/schema';
import {
  BOARD_VERSION,
  type BoardPlace,
  type FrameDescription,
  type PrototypeLink,
  type RememberedRender,
  type Selection,
  type Settings,
  type StoredBoard,
} from '../../protocol/index.ts';
import { type Board, newBoard, type Sent } from '../board/board.ts';
import type { MotionCopy } from '../board/carry-motion.ts';
import type { CapturedShot } from '../capture/captured.ts';
import { type GenerationState, initialGeneration } from './generation-state.ts';
import { type History, startHistory } from './history.ts';

/** Something went wrong: what, and what to do about it. */
export interface Problem {
  title: string;
  detail?: string;
  /** The button that helps; what it does depends on where the problem is shown. */
  remedy?: 'retry' | 'connect';
}

/** What is known of one frame on the board, in this session. */
export interface FrameKnown {
  description: FrameDescription | null;
  /** A blob URL. */
  thumbnail: string | null;
  problem: Problem | null;
  /** It changed in Figma after it was captured here. */
  stale: boolean;
  gone: boolean;
}

/** One shot's pixels and how far their capture is. */
export interface ShotCapture {
  shot: CapturedShot;
  /** The layers follow the still. */
  layers: 'coming' | 'there' | 'failed';
}

export type Connecting =
  | { step: 'asking' }
  | { step: 'waiting'; code: DeviceCode }
  | { step: 'failed'; problem: Problem };

export type Job =
  | { step: 'capturing'; done: number; total: number; name: string }
  | { step: 'uploading'; sent: number; total: number; bytesSent: number; bytesTotal: number }
  | { step: 'sending' }
  | { step: 'queued'; render: string; place: number | null }
  /** Models make its shots; `decide`: how many wait for a person. */
  | { step: 'generating'; render: string; done: number; total: number; progress: number; decide: number }
  | { step: 'rendering'; render: string; progress: number; stage: string }
  /** `again`: a render whose failed shots can be asked for again, alone. */
  | { step: 'failed'; problem: Problem; render: string | null; again?: RetryOffer };

/** What another try of the shots that failed would be. */
export interface RetryOffer {
  render: string;
  shots: number;
  /** US dollars; null where nobody knows. */
  cost: number | null;
}

/** A clip that was made in the panel. */
export interface SavedFile {
  name: string;
  /** A blob URL. */
  url: string;
  bytes: number;
  container: 'mp4' | 'webm';
  size: Size;
  /** The frames that it shows. */
  frames: string[];
}

/** A clip on its way out of the panel, without the server. */
export type Saving =
  | { step: 'capturing'; done: number; total: number; name: string }
  /** Frames, and the seconds that those done have taken. */
  | { step: 'encoding'; container: 'mp4' | 'webm'; done: number; total: number; seconds: number }
  | { step: 'done'; file: SavedFile; placing: 'no' | 'busy' | 'clip' | 'poster'; refusal: string | null }
  | { step: 'failed'; problem: Problem };

/** True while a clip is captured or encoded here. */
export function isSaving(saving: Saving | null): boolean {
  return saving?.step === 'capturing' || saving?.step === 'encoding';
}

/** A finished render on show. */
export interface ResultView {
  render: string;
  title: string;
  at: string;
  take: Take | null;
  /** Every format that it came out in, this one first. */
  takes?: readonly Take[];
  /** Blob URLs, fetched with the token. */
  clip: string | null;
  poster: string | null;
  /** Link of the preview it was published to. */
  preview: { id: string; url: string } | null;
  /** Links of this file that a new version could go behind; null until they are known. */
  previews: Preview[] | null;
  publishing: boolean;
  placing: 'no' | 'busy' | 'clip' | 'poster';
  /** Why Figma took no video, in its own words. */
  refusal: string | null;
  problem: Problem | null;
}

export const screens = ['board', 'renders', 'models', 'result', 'present'] as const;
export type Screen = (typeof screens)[number];

export interface State extends GenerationState {
  phase: 'starting' | 'ready' | 'failed';
  fatal: Problem | null;
  screen: Screen;
  file: string;
  source: string;
  /** The page that the board was read from. */
  page: string;
  pageId: string;
  editable: boolean;
  place: BoardPlace;
  settings: Settings;
  selection: Selection;
  history: History<Board>;
  sent: Sent;
  /** True from the first edit on: a board that merely followed the selection at opening is not written to the file. */
  touched: boolean;
  saveProblem: Problem | null;
  notice: Problem | null;
  frames: Readonly<Record<string, FrameKnown>>;
  captures: Readonly<Record<string, ShotCapture>>;
  links: PrototypeLink[];
  /** The shot under the player's head, or whose card has the focus. */
  active: string | null;
  /** The shot whose direction has the focus. */
  writing: string | null;
  /** A layer that shows in the player, because a word is about it. */
  pointed: { shot: string; node: string } | null;
  /** A shot's motion that was copied, to be pasted. */
  copied: MotionCopy | null;
  /** The shot whose other readings are looked at. */
  exploring: string | null;
  token: string | null;
  me: Me | null;
  connecting: Connecting | null;
  job: Job | null;
  /** What the next render makes besides the board's own clip. */
  also: RenderOutputs;
  saving: Saving | null;
  result: ResultView | null;
  remembered: RememberedRender[];
  /** The server's own list, newest first; null until it was read. */
  renders: Render[] | null;
  rendersProblem: Problem | null;
}

export const emptySelection: Selection = { frames: [], refused: [], order: 'reading', onPage: 0 };
/** What is known of a shot's frame. */
export const frameOf = (
  frames: State['frames'],
  { frame }: { frame: string | null },
): FrameKnown | undefined => (frame === null ? undefined : frames[frame]);

export const unknownFrame: FrameKnown = {
  description: null,
  thumbnail: null,
  problem: null,
  stale: false,
  gone: false,
};

export const initialState: State = {
  ...initialGeneration,
  phase: 'starting',
  fatal: null,
  screen: 'board',
  file: '',
  source: '',
  page: '',
  pageId: '',
  editable: true,
  place: 'file',
  settings: { width: 380, height: 680, format: null, fileUrl: null },
  selection: emptySelection,
  history: startHistory<Board>(newBoard('')),
  sent: { storyboard: null, render: null },
  touched: false,
  saveProblem: null,
  notice: null,
  frames: {},
  captures: {},
  links: [],
  active: null,
  writing: null,
  pointed: null,
  copied: null,
  exploring: null,
  token: null,
  me: null,
  connecting: null,
  job: null,
  also: { aspects: [], files: [] },
  saving: null,
  result: null,
  remembered: [],
  renders: null,
  rendersProblem: null,
};

/** The board as it is kept. */
export function toStored(state: Pick<State, 'history' | 'sent'>): StoredBoard {
  return { version: BOARD_VERSION, ...state.history.present, ...state.sent };
}
