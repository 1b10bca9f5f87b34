import { boundsAfter, IDENTITY, invert, multiply, sizeOf } from './geometry.ts';
import type { Matrix, RestFile, RestNode } from './rest-node.ts';

/** A write that something asked of the document, for the tests that hold "the plugin never changes the file". */
export interface Change {
  kind: 'set' | 'create' | 'append' | 'remove' | 'pluginData' | 'relaunchData';
  nodeId: string;
  property?: string;
  value?: unknown;
  /** True where the node was made by the plugin itself. */
  own: boolean;
}

/** An open document: the REST tree with its index, and what plugins have added to it. */
export class FigmaDocument {
  readonly file: RestFile;
  readonly id: string;
  readonly changes: Change[] = [];
  readonly created = new Set<string>();
  private readonly nodes = new Map<string, RestNode>();
  private readonly parents = new Map<string, RestNode>();
  private readonly absolute = new Map<string, Matrix>();
  private readonly listeners = new Set<(change: Change) => void>();
  private nextId = 1;

  constructor(id: string, file: RestFile) {
    this.id = id;
    this.file = file;
    this.index(file.document, undefined);
  }

  get root(): RestNode {
    return this.file.document;
  }

  get pages(): readonly RestNode[] {
    return this.root.children ?? [];
  }

  node(id: string): RestNode | undefined {
    return this.nodes.get(id);
  }

  parent(id: string): RestNode | undefined {
    return this.parents.get(id);
  }

  /** The page that a node lies on; undefined for the document itself. */
  pageOf(id: string): RestNode | undefined {
    let node = this.nodes.get(id);
    while (node && node.type !== 'CANVAS') node = this.parents.get(node.id);
    return node;
  }

  /** The child of the page that a node is or lies in. */
  topLevelOf(id: string): RestNode | undefined {
    let node = this.nodes.get(id);
    while (node) {
      const parent = this.parents.get(node.id);
      if (!parent || parent.type === 'CANVAS') return node;
      node = parent;
    }
    return undefined;
  }

  /** From the node's own coordinates to the page's. */
  absoluteTransform(id: string): Matrix {
    const known = this.absolute.get(id);
    if (known) return known;
    const node = this.nodes.get(id);
    if (!node || node.type === 'CANVAS' || node.type === 'DOCUMENT') return IDENTITY;
    const box = node.absoluteBoundingBox;
    const parent = this.parents.get(id);
    const relative: Matrix = node.relativeTransform ?? [
      [1, 0, 0],
      [0, 1, 0],
    ];
    const composed = parent ? multiply(this.absoluteTransform(parent.id), relative) : relative;
    // The children of a group lie in the coordinates of the group's parent in one version of the API and in the
    // group's own in another; the bounding box is always the page's, so it decides the translation.
    const { width, height } = sizeOf(node);
    const bounds = boundsAfter(composed, width, height);
    const absolute: Matrix = box
      ? [
          [composed[0][0], composed[0][1], composed[0][2] + box.x - bounds.x],
          [composed[1][0], composed[1][1], composed[1][2] + box.y - bounds.y],
        ]
      : composed;
    this.absolute.set(id, absolute);
    return absolute;
  }

  /** From the node's own coordinates to those of its container, as the plugin API counts it (groups are no container). */
  relativeTransform(id: string): Matrix {
    let container = this.parents.get(id);
    while (container && (container.type === 'GROUP' || container.type === 'BOOLEAN_OPERATION')) {
      container = this.parents.get(container.id);
    }
    const outer = container ? this.absoluteTransform(container.id) : IDENTITY;
    return multiply(invert(outer), this.absoluteTransform(id));
  }

  /** All nodes below `node` in document order, `node` itself left out. */
  *descendants(node: RestNode): Generator<RestNode> {
    for (const child of node.children ?? []) {
      yield child;
      yield* this.descendants(child);
    }
  }

  /** Adds a node made by a plugin. */
  insert(node: RestNode, parent: RestNode, index = parent.children?.length ?? 0): void {
    this.detach(node.id);
    parent.children ??= [];
    parent.children.splice(index, 0, node);
    this.created.add(node.id);
    this.index(node, parent);
  }

  /** Takes a node and all below it out of the tree. */
  remove(id: string): void {
    const node = this.nodes.get(id);
    if (!node) return;
    this.detach(id);
    for (const gone of [node, ...this.descendants(node)]) {
      this.nodes.delete(gone.id);
      this.parents.delete(gone.id);
      this.absolute.delete(gone.id);
    }
  }

  /** An id that no node has yet. */
  freshId(): string {
    while (this.nodes.has(`9000:${this.nextId}`)) this.nextId++;
    return `9000:${this.nextId++}`;
  }

  /** Forgets cached positions below `node`, after it moved. */
  moved(node: RestNode): void {
    this.absolute.delete(node.id);
    for (const below of this.descendants(node)) this.absolute.delete(below.id);
  }

  record(change: Omit<Change, 'own'>): void {
    const full = { ...change, own: this.created.has(change.nodeId) };
    this.changes.push(full);
    this.tell(full);
  }

  /** Tells of a change that the person at the canvas made: no write that a plugin has to answer for. */
  edited(change: Omit<Change, 'own'>): void {
    this.tell({ ...change, own: this.created.has(change.nodeId) });
  }

  /** Calls back on every change, recorded or made by a person; returns how to stop that. */
  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }

  private detach(id: string): void {
    const parent = this.parents.get(id);
    if (!parent?.children) return;
    parent.children = parent.children.filter((child) => child.id !== id);
  }

  private index(node: RestNode, parent: RestNode | undefined): void {
    const stack: [RestNode, RestNode | undefined][] = [[node, parent]];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const [current, above] = top;
      this.nodes.set(current.id, current);
      if (above) this.parents.set(current.id, above);
      for (const child of current.children ?? []) stack.push([child, current]);
    }
  }
}
