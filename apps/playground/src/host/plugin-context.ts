import type { FigmaDocument } from '../document/figma-document.ts';
import type { Rect, RestNode } from '../document/rest-node.ts';
import type { DocumentStore } from './document-store.ts';
import type { Editor } from './editor.ts';
import type { ImageShelf } from './image-shelf.ts';
import type { KeyValueStore } from './key-value-store.ts';
import type { Manifest } from './manifest.ts';
import { NodeRef } from './references.ts';

export interface UiOptions {
  title: string;
  width: number;
  height: number;
  visible: boolean;
  themeColors: boolean;
  position?: { x: number; y: number } | undefined;
}

export interface Notification {
  id: number;
  message: string;
  /** Milliseconds; Infinity stays until it is dismissed. */
  timeout: number;
  error: boolean;
  button?: string | undefined;
}

/** What the page around the plugin does for it. */
export interface PluginSurface {
  showUi(file: string, options: UiOptions): void;
  postToUi(message: unknown): void;
  resizeUi(width: number, height: number): void;
  moveUi(x: number, y: number): void;
  setUiVisible(visible: boolean): void;
  closeUi(): void;
  uiPosition(): { x: number; y: number };
  notify(notification: Notification): void;
  /** Takes a notification away; returns false where it is gone already. */
  dismiss(id: number): boolean;
  openExternal(url: string): void;
  scrollAndZoomIntoView(area: Rect): void;
  setView(center: { x: number; y: number }, zoom: number): void;
  log(level: string, text: string): void;
}

export interface ExportRequest {
  format: 'PNG' | 'JPG';
  scale: number;
  contentsOnly: boolean;
  useAbsoluteBounds: boolean;
}

/** Draws nodes: the renderer in the page, a stub in tests. */
export interface NodeDrawer {
  exportNode(
    id: string,
    request: ExportRequest,
  ): Promise<{ bytes: Uint8Array; width: number; height: number }>;
  renderBounds(id: string): Rect;
}

/** Everything that the plugin API's operations work on. */
export interface PluginContext {
  document: FigmaDocument;
  editor: Editor;
  manifest: Manifest;
  surface: PluginSurface;
  /** The renderer of the document as it is now. */
  drawer(): Promise<NodeDrawer>;
  /** A node's render bounds at once, from the newest renderer; undefined where that knows no such node. */
  renderBounds(id: string): Rect | undefined;
  images: ImageShelf;
  store: DocumentStore;
  clientStorage: KeyValueStore;
  /** A file that may only be looked at: writes throw. */
  viewOnly: boolean;
  /** False as on a free Starter team, where Figma refuses video. */
  videoAllowed: boolean;
  /** Pages that the plugin has loaded; the others keep their children closed. */
  loadedPages: Set<string>;
  html: string;
  uiFiles: Readonly<Record<string, string>>;
  dispatch(event: string, value?: unknown): void;
  close(message: string | undefined): void;
}

/** The node an operation was called on. @throws Error in Figma's words when it is gone. */
export function nodeOf(context: PluginContext, id: unknown): RestNode {
  const node = typeof id === 'string' ? context.document.node(id) : undefined;
  if (!node) throw new Error(`The node with id "${String(id)}" does not exist`);
  return node;
}

/** @throws Error in Figma's words when the file is view-only. */
export function needsEditing(context: PluginContext, operation: string): void {
  if (context.viewOnly) {
    throw new Error(`in ${operation}: Cannot write to a node in a file that is view-only`);
  }
}

export const refs = (nodes: readonly RestNode[]): NodeRef[] => nodes.map((node) => new NodeRef(node.id));
