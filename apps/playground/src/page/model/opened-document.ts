import { FigmaDocument } from '../../document/figma-document.ts';
import type { Rect } from '../../document/rest-node.ts';
import { DocumentStore } from '../../host/document-store.ts';
import { Editor } from '../../host/editor.ts';
import { ImageShelf } from '../../host/image-shelf.ts';
import { createMemoryStore, type KeyValueStore, openIndexedDbStore } from '../../host/key-value-store.ts';
import { createFontLoader, createRenderer, type Renderer } from '../../render/index.ts';
import { Observable } from './observable.ts';
import type { DocumentSource } from './sources.ts';

const fonts = createFontLoader('./fonts/', document.fonts);

/** A document on the screen, with its editor, its images, what plugins keep in it, and the renderer that draws it. */
export class OpenedDocument extends Observable {
  readonly title: string;
  readonly document: FigmaDocument;
  readonly editor: Editor;
  readonly images: ImageShelf;
  readonly store: DocumentStore;
  /** The newest renderer that is ready: a change makes another one in the background. */
  renderer: Renderer | undefined;
  private making: Promise<Renderer> | undefined;
  private stale = true;

  private constructor(title: string, document: FigmaDocument, images: ImageShelf, store: DocumentStore) {
    super();
    this.title = title;
    this.document = document;
    this.images = images;
    this.store = store;
    this.editor = new Editor(document);
    for (const event of ['selectionchange', 'currentpagechange'] as const) {
      this.editor.on(event, () => this.changed());
    }
    document.onChange(({ kind }) => {
      if (kind !== 'pluginData' && kind !== 'relaunchData') {
        this.stale = true;
        void this.ready();
      }
      this.changed();
    });
  }

  static async open(source: DocumentSource): Promise<OpenedDocument> {
    const figma = new FigmaDocument(source.id, source.file);
    const images = await ImageShelf.open({
      fetchBytes: source.image,
      has: source.hasImage,
      store: await openStore('image:'),
    });
    const store = await DocumentStore.open(figma, await openStore('document:'));
    const opened = new OpenedDocument(source.title, figma, images, store);
    await opened.ready();
    return opened;
  }

  /** Where a node shows, page pixels; undefined where the newest renderer does not know it yet. */
  renderBounds(id: string): Rect | undefined {
    try {
      return this.renderer?.renderBounds(id);
    } catch {
      return undefined;
    }
  }

  /** The renderer of the document as it is now. */
  async ready(): Promise<Renderer> {
    if (this.making) return this.making.then((renderer) => (this.stale ? this.ready() : renderer));
    if (!this.stale && this.renderer) return this.renderer;
    this.stale = false;
    this.making = createRenderer({
      document: this.document.file,
      images: (ref) => this.images.bytes(ref),
      fonts,
    });
    try {
      this.renderer = await this.making;
      this.changed();
      return this.renderer;
    } finally {
      this.making = undefined;
    }
  }
}

/** A store of the page; kept only while the page is open where the browser refuses. */
export async function openStore(prefix: string): Promise<KeyValueStore> {
  try {
    return await openIndexedDbStore(prefix);
  } catch {
    return createMemoryStore();
  }
}
