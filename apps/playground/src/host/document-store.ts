import type { FigmaDocument } from '../document/figma-document.ts';
import type { RestNode } from '../document/rest-node.ts';
import type { KeyValueStore } from './key-value-store.ts';

type Entries = Record<string, string>;

interface Saved {
  /** By `pluginId` or `shared:namespace`, then node id, then key. */
  data: Record<string, Record<string, Entries>>;
  /** By plugin id, then node id: command → description. */
  relaunch: Record<string, Record<string, Entries>>;
  /** Nodes that a plugin made, each with the id of its parent. */
  created: { parentId: string; node: RestNode }[];
}

const EMPTY: Saved = { data: {}, relaunch: {}, created: [] };

/** What plugins have left in a document, kept over reloads as Figma keeps it in the file. */
export class DocumentStore {
  private saved: Saved;
  private readonly store: KeyValueStore;
  private readonly document: FigmaDocument;
  private saving: Promise<void> | undefined;
  private again = false;

  private constructor(document: FigmaDocument, store: KeyValueStore, saved: Saved) {
    this.document = document;
    this.store = store;
    this.saved = saved;
  }

  /** Reads what was kept for a document and puts the created nodes back into it. */
  static async open(document: FigmaDocument, store: KeyValueStore): Promise<DocumentStore> {
    const found = (await store.get(document.id)) as Saved | undefined;
    const saved = structuredClone(found ?? EMPTY);
    for (const { parentId, node } of saved.created) {
      const parent = document.node(parentId);
      if (parent && !document.node(node.id)) document.insert(node, parent);
    }
    return new DocumentStore(document, store, saved);
  }

  get(scope: string, nodeId: string, key: string): string {
    return own(own(own(this.saved.data, scope), nodeId), key) ?? '';
  }

  keys(scope: string, nodeId: string): string[] {
    return Object.keys(own(own(this.saved.data, scope), nodeId) ?? {});
  }

  /** Keeps a value; an empty one takes the key away. */
  set(scope: string, nodeId: string, key: string, value: string): void {
    const entries = entriesOf(this.saved.data, scope, nodeId);
    if (value === '') delete entries[key];
    else put(entries, key, value);
    this.save();
  }

  relaunch(pluginId: string, nodeId: string): Entries {
    return { ...own(own(this.saved.relaunch, pluginId), nodeId) };
  }

  setRelaunch(pluginId: string, nodeId: string, entries: Entries): void {
    const byNode = this.saved.relaunch[pluginId] ?? {};
    put(byNode, nodeId, { ...entries });
    put(this.saved.relaunch, pluginId, byNode);
    this.save();
  }

  /** Keeps the nodes that plugins made as they are now. */
  saveCreated(): void {
    this.saved.created = [...this.document.created].flatMap((id) => {
      const node = this.document.node(id);
      const parent = this.document.parent(id);
      // A created node inside another created one is kept with that one.
      if (!node || !parent || this.document.created.has(parent.id)) return [];
      return [{ parentId: parent.id, node }];
    });
    this.save();
  }

  /** Forgets everything that plugins left in the document. */
  async clear(): Promise<void> {
    await this.store.delete(this.document.id);
  }

  /** Resolves when all that was set is kept. */
  async flushed(): Promise<void> {
    while (this.saving) await this.saving;
  }

  private save(): void {
    if (this.saving) {
      this.again = true;
      return;
    }
    this.again = false;
    this.saving = Promise.resolve()
      .then(() => this.store.set(this.document.id, structuredClone(this.saved)))
      .finally(() => {
        this.saving = undefined;
        if (this.again) this.save();
      });
  }
}

function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A plugin chooses these keys, `__proto__` among them. */
function put<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

function entriesOf(record: Saved['data'], scope: string, nodeId: string): Entries {
  const byNode = own(record, scope) ?? {};
  const entries = own(byNode, nodeId) ?? {};
  put(byNode, nodeId, entries);
  put(record, scope, byNode);
  return entries;
}
