import * as z from 'zod';
import { sizeOf } from '../../document/geometry.ts';
import type { Rect, RestNode } from '../../document/rest-node.ts';
import { check } from '../check.ts';
import { nodeOf, type PluginContext } from '../plugin-context.ts';
import { pluginType } from '../read-node.ts';
import type { AsyncOperations } from './operation.ts';

const constraint = z.strictObject({
  type: z.enum(['SCALE', 'WIDTH', 'HEIGHT']),
  value: z.number().positive(),
});
const common = {
  contentsOnly: z.boolean().optional(),
  useAbsoluteBounds: z.boolean().optional(),
  suffix: z.string().optional(),
  colorProfile: z.enum(['DOCUMENT', 'SRGB', 'DISPLAY_P3_V4']).optional(),
};
const svg = {
  ...common,
  svgOutlineText: z.boolean().optional(),
  svgIdAttribute: z.boolean().optional(),
  svgSimplifyStroke: z.boolean().optional(),
};
const image = { ...common, constraint: constraint.optional() };
const settingsSchema = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('PNG'), ...image }),
  z.strictObject({ format: z.literal('JPG'), ...image }),
  z.strictObject({ format: z.literal('SVG'), ...svg }),
  z.strictObject({ format: z.literal('SVG_STRING'), ...svg }),
  z.strictObject({ format: z.literal('PDF'), ...common }),
  z.strictObject({ format: z.literal('JSON_REST_V1') }),
  z.looseObject({ format: z.enum(['MP4', 'WEBM', 'GIF']) }),
]);

/** `exportAsync`: pixels by the playground's renderer, or the node as REST has it. */
export const exportOperations: AsyncOperations = {
  async 'node.exportAsync'(context, id, value = { format: 'PNG' }) {
    const node = nodeOf(context, id);
    const settings = check(settingsSchema, value, 'exportAsync', 'settings');
    switch (settings.format) {
      case 'JSON_REST_V1':
        return { document: restOf(node), components: {}, componentSets: {}, schemaVersion: 0, styles: {} };
      case 'PNG':
      case 'JPG':
        return exportImage(context, node, settings);
      case 'MP4':
      case 'WEBM':
      case 'GIF':
        throw new Error('in exportAsync: Only an animated top-level frame can be exported as a video');
      default:
        throw new Error(
          `in exportAsync: The playground does not export ${settings.format}; PNG, JPG and JSON_REST_V1 it does.`,
        );
    }
  },
};

interface ImageSettings {
  format: 'PNG' | 'JPG';
  contentsOnly?: boolean | undefined;
  useAbsoluteBounds?: boolean | undefined;
  constraint?: z.output<typeof constraint> | undefined;
}

async function exportImage(
  context: PluginContext,
  node: RestNode,
  settings: ImageSettings,
): Promise<Uint8Array> {
  if (node.type === 'DOCUMENT') throw new Error('in exportAsync: A document cannot be exported');
  const drawer = await context.drawer();
  const useAbsoluteBounds = settings.useAbsoluteBounds ?? false;
  const bounds = exportBounds(node, drawer.renderBounds(node.id), useAbsoluteBounds);
  if (bounds.width <= 0 || bounds.height <= 0) {
    throw new Error('in exportAsync: Failed to export node. This node may not have any visible layers.');
  }
  const { type, value } = settings.constraint ?? { type: 'SCALE', value: 1 };
  const scale = type === 'SCALE' ? value : value / wholeSide(bounds, type);
  try {
    const { bytes } = await drawer.exportNode(node.id, {
      format: settings.format,
      scale,
      contentsOnly: settings.contentsOnly ?? true,
      useAbsoluteBounds,
    });
    return bytes;
  } catch (error) {
    throw new Error(`in exportAsync: ${error instanceof Error ? error.message : error}`);
  }
}

/** An export covers whole page pixels: from the floor of its left or top to the ceiling of its right or bottom. */
function wholeSide({ x, y, width, height }: Rect, side: 'WIDTH' | 'HEIGHT'): number {
  const [start, length] = side === 'WIDTH' ? [x, width] : [y, height];
  return Math.ceil(start + length) - Math.floor(start);
}

function exportBounds(node: RestNode, rendered: Rect, absolute: boolean): Rect {
  if (!absolute) return rendered;
  return node.absoluteBoundingBox ?? { x: 0, y: 0, ...sizeOf(node) };
}

function restOf(node: RestNode): RestNode {
  return { ...structuredClone(node), type: pluginType(node) === 'PAGE' ? 'CANVAS' : node.type };
}
