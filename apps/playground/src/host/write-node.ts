import * as z from 'zod';
import { boundsAfter, multiply, sizeOf } from '../document/geometry.ts';
import type { Matrix, RestNode } from '../document/rest-node.ts';
import { check } from './check.ts';
import { paintsSchema } from './paint-schema.ts';
import { toRestPaint } from './paints.ts';
import { needsEditing, nodeOf, type PluginContext } from './plugin-context.ts';
import { pluginType } from './read-node.ts';
import { NodeRef } from './references.ts';

/** What a writer works on. */
type Written = Pick<PluginContext, 'document'>;
type Writer = (context: Written, node: RestNode, value: unknown) => void;

/** A property that REST holds under the same name, checked by `schema`. */
const same =
  (name: keyof RestNode, schema: z.ZodType): Writer =>
  (_context, node, value) => {
    Object.assign(node, { [name]: check(schema, value, `set_${name}`, name) });
  };

const moveTo =
  (axis: 0 | 1, property: 'x' | 'y'): Writer =>
  (context, node, value) => {
    const target = check(z.number(), value, `set_${property}`, property);
    const [[a, c, e], [b, d, f]] = context.document.relativeTransform(node.id);
    const relative: Matrix = [
      [a, c, axis === 0 ? target : e],
      [b, d, axis === 1 ? target : f],
    ];
    place(context, node, relative);
  };

/** Gives a node a new position, and its box and everything below it with it. */
export function place(context: Written, node: RestNode, relative: Matrix): void {
  const parent = context.document.parent(node.id);
  const absolute = parent ? multiply(context.document.absoluteTransform(parent.id), relative) : relative;
  const before = node.absoluteBoundingBox ?? { x: 0, y: 0, width: 0, height: 0 };
  const { width, height } = sizeOf(node);
  const box = boundsAfter(absolute, width, height);
  for (const below of context.document.descendants(node)) {
    shift(below, box.x - before.x, box.y - before.y);
  }
  node.relativeTransform = relative;
  node.absoluteBoundingBox = box;
  node.absoluteRenderBounds = box;
  context.document.moved(node);
}

function shift(node: RestNode, dx: number, dy: number): void {
  for (const name of ['absoluteBoundingBox', 'absoluteRenderBounds'] as const) {
    const box = node[name];
    if (box) node[name] = { ...box, x: box.x + dx, y: box.y + dy };
  }
}

const paints =
  (name: 'fills' | 'strokes'): Writer =>
  (_context, node, value) => {
    node[name] = check(paintsSchema, value, `set_${name}`, name).map(toRestPaint);
  };

const fontName = z.strictObject({ family: z.string(), style: z.string() });
const WEIGHTS: Readonly<Record<string, number>> = {
  Thin: 100,
  'Extra Light': 200,
  Light: 300,
  Regular: 400,
  Medium: 500,
  'Semi Bold': 600,
  Bold: 700,
  'Extra Bold': 800,
  Black: 900,
};

const WRITERS: Readonly<Record<string, Writer>> = Object.assign(Object.create(null), {
  name: same('name', z.string()),
  visible: same('visible', z.boolean()),
  locked: same('locked', z.boolean()),
  opacity: same('opacity', z.number().min(0).max(1)),
  blendMode: same('blendMode', z.string()),
  strokeWeight: same('strokeWeight', z.number().min(0)),
  strokeAlign: same('strokeAlign', z.enum(['CENTER', 'INSIDE', 'OUTSIDE'])),
  clipsContent: same('clipsContent', z.boolean()),
  cornerRadius(_context, node, value) {
    node.cornerRadius = check(z.number().min(0), value, 'set_cornerRadius', 'cornerRadius');
    delete node.rectangleCornerRadii;
  },
  x: moveTo(0, 'x'),
  y: moveTo(1, 'y'),
  fills: paints('fills'),
  strokes: paints('strokes'),
  characters: same('characters', z.string()),
  fontSize(_context, node, value) {
    node.style = { ...node.style, fontSize: check(z.number().min(1), value, 'set_fontSize', 'fontSize') };
  },
  fontName(_context, node, value) {
    const { family, style } = check(fontName, value, 'set_fontName', 'fontName');
    const upright = style.replace(/ ?Italic$/, '') || 'Regular';
    node.style = {
      ...node.style,
      fontFamily: family,
      fontStyle: style,
      fontWeight: WEIGHTS[upright] ?? 400,
      italic: style.endsWith('Italic'),
    };
  },
} satisfies Record<string, Writer>);

/**
 * Sets properties as the person at the canvas does, in the plugin API's own names and values: the plugin is told of it,
 * and it counts as no write of the plugin's.
 *
 * @throws Error where there is no such node, no such property, or the value is none of it
 * @example editNode({ document }, '1:2', { name: 'Basket', visible: false })
 */
export function editNode(context: Written, id: string, values: Readonly<Record<string, unknown>>): void {
  const node = context.document.node(id);
  if (!node) throw new Error(`There is no node with the id "${id}".`);
  for (const [property, value] of Object.entries(values)) {
    const writer = WRITERS[property];
    if (!writer) {
      throw new Error(
        `The playground does not set "${property}". It sets: ${Object.keys(WRITERS).join(', ')}.`,
      );
    }
    writer(context, node, value);
    context.document.edited({ kind: 'set', nodeId: id, property, value });
  }
}

/** Deletes a node as the person at the canvas does. @throws Error where there is none that can be deleted. */
export function removeNode({ document }: Written, id: string): void {
  const node = document.node(id);
  if (!node || node.type === 'DOCUMENT' || node.type === 'CANVAS')
    throw new Error(`There is no node with the id "${id}" that could be deleted.`);
  const before = document.pageOf(id);
  document.edited({ kind: 'remove', nodeId: id, value: before?.id });
  document.remove(id);
  document.created.delete(id);
}

/**
 * Sets a node's property. A node that the plugin did not make is changed too, and the change is recorded.
 * @throws Error in Figma's words where the file is view-only, the value is wrong, or there is no such setter.
 */
export function writeNode(context: PluginContext, id: unknown, property: string, value: unknown): void {
  const node = nodeOf(context, id);
  if (pluginType(node) === 'PAGE' && property === 'selection') {
    const list = check(z.array(z.instanceof(NodeRef)), value, 'set_selection', 'selection');
    for (const ref of list) {
      if (context.document.pageOf(ref.id)?.id !== node.id) {
        throw new Error('in set_selection: The selection of a page can only include nodes in that page');
      }
    }
    context.editor.select(
      list.map((ref) => ref.id),
      node.id,
    );
    return;
  }
  needsEditing(context, `set_${property}`);
  const writer = WRITERS[property];
  if (!writer) throw new Error(`in set_${property}: The playground does not set "${property}"`);
  writer(context, node, value);
  context.document.record({ kind: 'set', nodeId: node.id, property, value });
  if (context.document.created.has(node.id)) context.store.saveCreated();
}
