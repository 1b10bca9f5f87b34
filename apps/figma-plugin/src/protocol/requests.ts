import type { NodeId } from '@animatic/schema';
import type { BoardPlace, RememberedRender, Settings, StoredBoard } from './board.ts';
import type { Bitmap, GroundResult, StillBitmap } from './capture.ts';
import type { FrameDescription, FrameState, PrototypeLink, Selection } from './frame.ts';
import type { Command } from './version.ts';

/** What the panel may ask of the main thread. Both sides are built from this list. */
export const requestNames = [
  'start',
  'read-selection',
  'read-page-frames',
  'save-board',
  'describe-frame',
  'read-links',
  'make-thumbnail',
  'capture-still',
  'capture-layer',
  'read-ground',
  'read-image',
  'save-token',
  'save-settings',
  'remember-render',
  'list-renders',
  'compare-frames',
  'place-clip',
  'show-frames',
  'open-link',
  'notify',
  'resize',
  'enlarge',
  'close',
] as const;
export type RequestName = (typeof requestNames)[number];

/** All the panel needs to draw its first picture. */
export interface Start {
  protocol: number;
  file: string;
  /** A random id of the file, kept in its plugin data (on this device in a view-only file): names its renders to the server. */
  source: string;
  page: { id: NodeId; name: string };
  /** False where keeping the board in the file failed before: in a view-only file it is kept on this device. */
  editable: boolean;
  command: Command;
  selection: Selection;
  board: StoredBoard | null;
  boardPlace: BoardPlace;
  /** Words about a board that could not be read; it is left where it is. */
  boardProblem: string | null;
  token: string | null;
  settings: Settings;
  renders: RememberedRender[];
}

/** Parameters and result of each request; frame ids are node ids in the document, scales whole numbers from 1 to 8. */
export interface Requests {
  start: { params: { protocol: number; origin: string }; result: Start };
  'read-selection': { params: Record<string, never>; result: Selection };
  /** Every frame on the page, as if all were selected. */
  'read-page-frames': { params: Record<string, never>; result: Selection };
  /** `page`: the one it was read from, whichever is open by now; without it, the open one. */
  'save-board': { params: { board: StoredBoard; page?: NodeId }; result: { place: BoardPlace } };
  'describe-frame': { params: { id: NodeId }; result: FrameDescription };
  /** Links between any two of these frames. */
  'read-links': { params: { ids: NodeId[] }; result: { links: PrototypeLink[] } };
  /** A PNG whose longer side is at most `side` bitmap pixels. */
  'make-thumbnail': { params: { id: NodeId; side: number }; result: Bitmap };
  'capture-still': { params: { id: NodeId; scale: number }; result: StillBitmap };
  /** Null where the node paints nothing. */
  'capture-layer': {
    params: { frame: NodeId; id: NodeId; scale: number };
    result: { bitmap: Bitmap | null };
  };
  'read-ground': { params: { frame: NodeId; id: NodeId }; result: GroundResult };
  'read-image': { params: { image: string }; result: { bytes: Uint8Array } };
  /** Null signs out. */
  'save-token': { params: { origin: string; token: string | null }; result: Record<string, never> };
  'save-settings': { params: { settings: Settings }; result: Record<string, never> };
  /** Written on the page and its frames, with relaunch buttons; the same render again replaces its entry. */
  'remember-render': { params: { render: RememberedRender; page?: NodeId }; result: { place: BoardPlace } };
  'list-renders': { params: Record<string, never>; result: { renders: RememberedRender[] } };
  'compare-frames': {
    params: { frames: Array<{ id: NodeId; fingerprint: string }> };
    result: { states: Array<{ id: NodeId; state: FrameState; fingerprint: string | null }> };
  };
  /** Puts the clip beside the frames; where Figma refuses video, the poster with the link. */
  'place-clip': {
    params: {
      title: string;
      link: string | null;
      width: number;
      height: number;
      clip: Uint8Array;
      poster: Uint8Array;
      near: NodeId[];
    };
    result: { placed: 'clip' | 'poster'; id: NodeId; reason: string | null };
  };
  'show-frames': { params: { ids: NodeId[] }; result: { found: number } };
  /** http and https only. */
  'open-link': { params: { url: string }; result: Record<string, never> };
  notify: { params: { message: string; error: boolean }; result: Record<string, never> };
  /** `at`: moved there, too, as `enlarge` told it. */
  resize: {
    params: { width: number; height: number; at?: { x: number; y: number } };
    result: Record<string, never>;
  };
  /** As large as the canvas in view, for a presentation; nothing of it is kept. */
  enlarge: {
    params: Record<string, never>;
    /** `from`: where the panel stood in Figma's window, if that is known. */
    result: { width: number; height: number; from: { x: number; y: number } | null };
  };
  close: { params: Record<string, never>; result: Record<string, never> };
}
export type Params<N extends RequestName> = Requests[N]['params'];
export type Result<N extends RequestName> = Requests[N]['result'];
