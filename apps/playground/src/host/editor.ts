import type { FigmaDocument } from '../document/figma-document.ts';
import type { Rect, Vector } from '../document/rest-node.ts';

/** What part of the page is on the screen. */
export interface Viewport {
  center: Vector;
  zoom: number;
  bounds: Rect;
}

type EditorEvent = 'selectionchange' | 'currentpagechange' | 'viewport';

/** The state of the editor that a person and a plugin share: the page that is open, what is selected, the view. */
export class Editor {
  readonly document: FigmaDocument;
  private pageId: string;
  private readonly selections = new Map<string, readonly string[]>();
  private readonly listeners = new Map<EditorEvent, Set<() => void>>();
  private view: Viewport = {
    center: { x: 0, y: 0 },
    zoom: 1,
    bounds: { x: -500, y: -400, width: 1000, height: 800 },
  };

  constructor(document: FigmaDocument) {
    this.document = document;
    this.pageId = document.pages[0]?.id ?? '';
  }

  get currentPageId(): string {
    return this.pageId;
  }

  /** @throws Error where there is no such page. */
  setCurrentPage(id: string): void {
    if (this.document.node(id)?.type !== 'CANVAS') throw new Error(`There is no page with the id "${id}".`);
    if (id === this.pageId) return;
    this.pageId = id;
    this.emit('currentpagechange');
    this.emit('selectionchange');
  }

  selectionOf(pageId: string): readonly string[] {
    return (this.selections.get(pageId) ?? []).filter((id) => this.document.node(id));
  }

  get selection(): readonly string[] {
    return this.selectionOf(this.pageId);
  }

  /** Selects nodes of a page; those that do not lie on it are left out. */
  select(ids: readonly string[], pageId = this.pageId): void {
    const next = [...new Set(ids)].filter((id) => id !== pageId && this.document.pageOf(id)?.id === pageId);
    const before = this.selectionOf(pageId);
    if (before.length === next.length && before.every((id, i) => id === next[i])) return;
    this.selections.set(pageId, next);
    if (pageId === this.pageId) this.emit('selectionchange');
  }

  get viewport(): Viewport {
    return this.view;
  }

  setViewport(view: Viewport): void {
    this.view = view;
    this.emit('viewport');
  }

  /** Calls back on an event; returns how to stop that. */
  on(event: EditorEvent, listener: () => void): () => void {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set.add(listener));
    return () => set.delete(listener);
  }

  private emit(event: EditorEvent): void {
    for (const listener of this.listeners.get(event) ?? []) listener();
  }
}
