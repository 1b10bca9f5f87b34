import * as z from 'zod';
import { union } from '../../document/geometry.ts';
import { check } from '../check.ts';
import { NodeRef } from '../references.ts';
import type { Operations } from './operation.ts';

const point = z.strictObject({ x: z.number(), y: z.number() });

/** `figma.viewport`. */
export const viewportOperations: Operations = {
  'viewport.center.get': ({ editor }) => editor.viewport.center,
  'viewport.center.set': ({ editor, surface }, center) =>
    surface.setView(check(point, center, 'set_center', 'center'), editor.viewport.zoom),
  'viewport.zoom.get': ({ editor }) => editor.viewport.zoom,
  'viewport.zoom.set': ({ editor, surface }, zoom) =>
    surface.setView(editor.viewport.center, check(z.number().positive(), zoom, 'set_zoom', 'zoom')),
  'viewport.bounds.get': ({ editor }) => editor.viewport.bounds,
  'viewport.scrollAndZoomIntoView'({ document, surface }, nodes) {
    const list = check(z.array(z.instanceof(NodeRef)), nodes, 'scrollAndZoomIntoView', 'nodes');
    const area = union(list.flatMap(({ id }) => document.node(id)?.absoluteBoundingBox ?? []));
    if (area) surface.scrollAndZoomIntoView(area);
  },
};
