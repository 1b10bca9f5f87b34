import * as z from 'zod';
import { IDENTITY } from '../../document/geometry.ts';
import type { RestNode } from '../../document/rest-node.ts';
import { check } from '../check.ts';
import { needsEditing, nodeOf, type PluginContext } from '../plugin-context.ts';
import { pluginType } from '../read-node.ts';
import { NodeRef } from '../references.ts';
import { place, writeNode } from '../write-node.ts';
import type { AsyncOperations, Operations } from './operation.ts';

type Kind = 'createRectangle' | 'createFrame' | 'createText';

const GREY = { type: 'SOLID', color: { r: 0.85, g: 0.85, b: 0.85, a: 1 }, blendMode: 'NORMAL' };
const WHITE = { type: 'SOLID', color: { r: 1, g: 1, b: 1, a: 1 }, blendMode: 'NORMAL' };
const BLACK = { type: 'SOLID', color: { r: 0, g: 0, b: 0, a: 1 }, blendMode: 'NORMAL' };

const KINDS: Readonly<Record<Kind, Omit<RestNode, 'id'>>> = {
  createRectangle: { type: 'RECTANGLE', name: 'Rectangle', fills: [GREY] },
  createFrame: { type: 'FRAME', name: 'Frame', fills: [WHITE], clipsContent: true, children: [] },
  createText: {
    type: 'TEXT',
    name: 'Text',
    fills: [BLACK],
    characters: '',
    style: {
      fontFamily: 'Inter',
      fontStyle: 'Regular',
      fontWeight: 400,
      fontSize: 12,
      textAutoResize: 'WIDTH_AND_HEIGHT',
    },
    characterStyleOverrides: [],
    styleOverrideTable: {},
  },
};

const create =
  (kind: Kind) =>
  (context: PluginContext): NodeRef => {
    needsEditing(context, kind);
    const { document, editor, store } = context;
    const page = nodeOf(context, editor.currentPageId);
    const box = { x: 0, y: 0, width: 100, height: 100 };
    const node: RestNode = {
      ...structuredClone(KINDS[kind]),
      id: document.freshId(),
      strokes: [],
      strokeWeight: 1,
      effects: [],
      blendMode: 'PASS_THROUGH',
      size: { x: 100, y: 100 },
      relativeTransform: IDENTITY,
      absoluteBoundingBox: box,
      absoluteRenderBounds: box,
    };
    document.insert(node, page);
    document.record({ kind: 'create', nodeId: node.id, value: pluginType(node) });
    store.saveCreated();
    return new NodeRef(node.id);
  };

function insert(context: PluginContext, parentId: unknown, child: unknown, index: number | undefined): void {
  const operation = index === undefined ? 'appendChild' : 'insertChild';
  needsEditing(context, operation);
  const parent = nodeOf(context, parentId);
  const { id } = check(z.instanceof(NodeRef), child, operation, 'child');
  const node = nodeOf(context, id);
  for (let above: RestNode | undefined = parent; above; above = context.document.parent(above.id)) {
    if (above.id === id) throw new Error(`in ${operation}: Cannot move a node into itself`);
  }
  const relative = context.document.relativeTransform(id);
  const own = context.document.created.has(id);
  context.document.insert(node, parent, index);
  if (!own) context.document.created.delete(id);
  place(context, node, relative);
  context.document.record({ kind: 'append', nodeId: id, value: parent.id });
  context.store.saveCreated();
}

/** Making, moving and removing nodes. */
export const createOperations: Operations = {
  createRectangle: create('createRectangle'),
  createFrame: create('createFrame'),
  createText: create('createText'),
  'node.set': (context, id, property, value) => writeNode(context, id, String(property), value),
  'node.appendChild': (context, id, child) => insert(context, id, child, undefined),
  'node.insertChild': (context, id, index, child) =>
    insert(context, id, child, check(z.int().min(0), index, 'insertChild', 'index')),
  'node.resize'(context, id, width, height) {
    needsEditing(context, 'resize');
    const node = nodeOf(context, id);
    const size = {
      x: check(z.number().min(0.01), width, 'resize', 'width'),
      y: check(z.number().min(0.01), height, 'resize', 'height'),
    };
    const relative = context.document.relativeTransform(node.id);
    node.size = size;
    place(context, node, relative);
    context.document.record({ kind: 'set', nodeId: node.id, property: 'size', value: size });
    context.store.saveCreated();
  },
  'node.remove'(context, id) {
    needsEditing(context, 'remove');
    const node = nodeOf(context, id);
    if (node.type === 'DOCUMENT') throw new Error('in remove: Removing this node is not allowed');
    context.document.record({ kind: 'remove', nodeId: node.id });
    context.document.remove(node.id);
    context.document.created.delete(node.id);
    context.store.saveCreated();
  },
  commitUndo: () => undefined,
};

export const createAsyncOperations: AsyncOperations = {
  async loadFontAsync(_context, name) {
    check(z.strictObject({ family: z.string(), style: z.string() }), name, 'loadFontAsync', 'fontName');
  },
};
