import type { Take, TakeFile } from '@animatic/schema';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DirectFlow } from './direct.ts';
import type { GenerationsFlow } from './generations.ts';
import type { ModelsFlow } from './models.ts';
import type { Posters } from './posters.ts';
import type { SceneFlow } from './scene.ts';

/** What the screens can set going. The harness that draws every state passes one that does nothing. */
export interface Flows {
  addSelected(): void;
  addPage(): void;
  /** Looks at a frame afresh: its thumbnail, its outline, its pixels. */
  captureAgain(frame: string): void;
  showFrame(frame: string): void;
  connect(): void;
  cancelConnect(): void;
  signOut(): void;
  render(): void;
  cancelRender(): void;
  /** After a failure: the same step once more. */
  retryRender(): void;
  /** The clip as a file, made in the panel. */
  save(): void;
  cancelSave(): void;
  downloadAgain(): void;
  placeSaved(): void;
  openRenders(): void;
  openResult(render: string): void;
  /** A take's poster, small; null where it cannot be had. */
  poster: Posters;
  /** `previewId` for a new version behind that link, null for a new link. */
  publish(previewId: string | null, title: string): void;
  placeOnCanvas(): void;
  /** Hands a take's clip, or one of its files, to the browser under a name. */
  download(take: Take, what: 'clip' | TakeFile, saveAs: string): Promise<void>;
  /** What can be asked of models, in which look, for how much. */
  models: ModelsFlow;
  scene: SceneFlow;
  generations: GenerationsFlow;
  director: DirectFlow;
  /** Asks for a failed shot once more, and for no other one. */
  retryShot(shot: string, failed: readonly string[]): void;
  /** Frames' pictures as stills of the workspace, by their hashes. */
  framesAsStills(frames: readonly string[]): Promise<string[]>;
  /** A shot's takes are looked at. */
  lookAtTakes(shot: string): void;
  openLink(url: string): void;
  restart(): void;
  /** The clip alone, in a panel as large as it can be; back to the board afterwards. */
  present(): void;
  leavePresent(): void;
  resize(width: number, height: number, done: boolean): void;
  /** For people: Figma's own toast. */
  notify(message: string): void;
}

export const FlowsContext = createContext<Flows | null>(null);

export function useFlows(): Flows {
  const flows = useContext(FlowsContext);
  if (!flows) throw new Error('A screen stands outside the FlowsContext.');
  return flows;
}
