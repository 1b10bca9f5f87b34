import * as z from 'zod';
import { layerKinds } from './layer.ts';
import type { Outline, OutlineNode } from './outline.ts';
import { nodeIdSchema, rectSchema, sizeSchema, textSchema } from './primitives.ts';

/** What a frame's structure has at most, on its way to the director. */
export const MAX_OUTLINE_NODES = 1500;
const MAX_DEPTH = 64;

export const outlineShapes = ['rectangle', 'ellipse', 'ring', 'line', 'vector'] as const;

/** One node of an outline, in a list: parents stand before what lies in them. */
export const flatNodeSchema = z.object({
  id: nodeIdSchema,
  /** The place in the list of what it lies in; none for the frame's own children. */
  parent: z.number().int().min(0).max(MAX_OUTLINE_NODES).optional(),
  name: textSchema(1000),
  kind: z.enum(layerKinds),
  text: textSchema(20_000).optional(),
  box: rectSchema,
  /** Its box without it. */
  bounds: rectSchema.optional(),
  fontSize: z.number().min(0).max(10_000).optional(),
  fontWeight: z.number().min(0).max(1000).optional(),
  component: textSchema(1000).optional(),
  fixed: z.boolean().optional(),
  hasImage: z.boolean().optional(),
  shape: z.enum(outlineShapes).optional(),
  rotation: z.number().min(-360).max(360).optional(),
  /** True without it. */
  opens: z.boolean().optional(),
  interactive: z.boolean().optional(),
});
export type FlatNode = z.infer<typeof flatNodeSchema>;

/** A frame's structure as it is sent: a list, so that nothing can be nested without end. */
export const outlineFrameSchema = z
  .object({
    id: nodeIdSchema,
    name: textSchema(1000),
    size: sizeSchema,
    /** True without it: false where the frame cannot be taken apart. */
    opens: z.boolean().optional(),
    nodes: z
      .array(flatNodeSchema)
      .max(MAX_OUTLINE_NODES, `a frame is read up to ${MAX_OUTLINE_NODES} layers`)
      .default([]),
  })
  .superRefine(({ nodes }, context) => {
    const depths: number[] = [];
    for (const [index, { parent }] of nodes.entries()) {
      const above = parent === undefined ? 0 : depths[parent];
      if (above === undefined)
        return context.addIssue({
          code: 'custom',
          path: ['nodes', index, 'parent'],
          message: 'a parent stands before what lies in it',
        });
      depths.push(above + 1);
      if (above >= MAX_DEPTH)
        return context.addIssue({
          code: 'custom',
          path: ['nodes', index, 'parent'],
          message: `layers lie at most ${MAX_DEPTH} deep in one another`,
        });
    }
  });
export type OutlineFrame = z.infer<typeof outlineFrameSchema>;

/**
 * An outline as it is sent. Past the limit the deepest and last nodes are left out.
 *
 * @param most nodes; a proposal's frames share `MAX_PROPOSAL_NODES`
 * @example await api.direct({ frame: frameOfOutline(outline), direction: 'the cards rise' })
 */
export function frameOfOutline(outline: Outline, most = MAX_OUTLINE_NODES): OutlineFrame {
  const nodes: FlatNode[] = [];
  let level: { node: OutlineNode; parent: number | undefined }[] = outline.children.map((node) => ({
    node,
    parent: undefined,
  }));
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { node, parent } of level.slice(0, Math.max(0, most - nodes.length))) {
      const { children, ...own } = node;
      const index = nodes.push({ ...own, ...(parent !== undefined && { parent }) }) - 1;
      for (const child of children) next.push({ node: child, parent: index });
    }
    level = next;
  }
  const { id, name, size, opens } = outline;
  return { id, name, size, ...(!opens && { opens }), nodes };
}

/** The outline that was sent: the tree again, siblings in the order of the list. */
export function outlineOfFrame({ id, name, size, opens: whole = true, nodes }: OutlineFrame): Outline {
  const box = { x: 0, y: 0, width: size.width, height: size.height };
  const outline: Outline = { id, name, kind: 'group', box, bounds: box, size, opens: whole, children: [] };
  const made: OutlineNode[] = [];
  for (const { parent, bounds, opens, ...own } of nodes) {
    const node: OutlineNode = { ...own, bounds: bounds ?? own.box, opens: opens ?? true, children: [] };
    (parent === undefined ? outline : (made[parent] ?? outline)).children.push(node);
    made.push(node);
  }
  return outline;
}
