import { sizeOf } from '../document/geometry.ts';
import type { Rect, RestNode } from '../document/rest-node.ts';
import { toPluginEffect, toPluginPaint } from './paints.ts';
import { nodeOf, type PluginContext, refs } from './plugin-context.ts';
import { reactionsOf } from './reactions.ts';
import { readTextField, readTextFills, TEXT_FIELDS } from './read-text.ts';
import { MIXED, NodeRef } from './references.ts';

type Reader = (node: RestNode, context: PluginContext) => unknown;

/** A property that REST and the plugin API call by the same name, and what REST leaves out. */
const same =
  (name: string, otherwise: unknown): Reader =>
  (node) =>
    Reflect.get(node, name) ?? otherwise;

const TYPES: Readonly<Record<string, string>> = { CANVAS: 'PAGE', REGULAR_POLYGON: 'POLYGON' };

/** A node's type in the plugin API's words. */
export function pluginType(node: RestNode): string {
  return TYPES[node.type] ?? node.type;
}

const radius =
  (corner: number): Reader =>
  (node) =>
    node.rectangleCornerRadii?.[corner] ?? node.cornerRadius ?? 0;

const strokeSide =
  (side: 'top' | 'right' | 'bottom' | 'left'): Reader =>
  (node) =>
    node.individualStrokeWeights?.[side] ?? node.strokeWeight ?? 0;

function children(node: RestNode, context: PluginContext): unknown {
  if (node.type === 'CANVAS' && !context.loadedPages.has(node.id)) {
    throw new Error(
      'in get_children: Cannot access children on a page that has not been explicitly loaded. Remember to call .loadAsync() on the page first.',
    );
  }
  return refs(node.children ?? []);
}

function strokeMiterLimit(node: RestNode): number {
  return 1 / Math.sin((((node.strokeMiterAngle ?? 28.96) / 2) * Math.PI) / 180);
}

const layout: Record<string, Reader> = {
  layoutMode: same('layoutMode', 'NONE'),
  layoutWrap: same('layoutWrap', 'NO_WRAP'),
  layoutAlign: same('layoutAlign', 'INHERIT'),
  layoutGrow: same('layoutGrow', 0),
  layoutPositioning: same('layoutPositioning', 'AUTO'),
  layoutSizingHorizontal: same('layoutSizingHorizontal', 'FIXED'),
  layoutSizingVertical: same('layoutSizingVertical', 'FIXED'),
  layoutGrids: same('layoutGrids', []),
  primaryAxisSizingMode: same('primaryAxisSizingMode', 'AUTO'),
  counterAxisSizingMode: same('counterAxisSizingMode', 'AUTO'),
  primaryAxisAlignItems: same('primaryAxisAlignItems', 'MIN'),
  counterAxisAlignItems: same('counterAxisAlignItems', 'MIN'),
  counterAxisAlignContent: same('counterAxisAlignContent', 'AUTO'),
  paddingLeft: same('paddingLeft', 0),
  paddingRight: same('paddingRight', 0),
  paddingTop: same('paddingTop', 0),
  paddingBottom: same('paddingBottom', 0),
  horizontalPadding: same('paddingLeft', 0),
  verticalPadding: same('paddingTop', 0),
  itemSpacing: same('itemSpacing', 0),
  counterAxisSpacing: same('counterAxisSpacing', 0),
  itemReverseZIndex: same('itemReverseZIndex', false),
  strokesIncludedInLayout: same('strokesIncludedInLayout', false),
  minWidth: same('minWidth', null),
  maxWidth: same('maxWidth', null),
  minHeight: same('minHeight', null),
  maxHeight: same('maxHeight', null),
  constraints: same('constraints', { horizontal: 'MIN', vertical: 'MIN' }),
  overflowDirection: same('overflowDirection', 'NONE'),
  numberOfFixedChildren: (node) =>
    (node.children ?? []).filter((child) => child.scrollBehavior === 'FIXED').length,
  clipsContent: same('clipsContent', false),
};

const look: Record<string, Reader> = {
  visible: same('visible', true),
  locked: same('locked', false),
  opacity: same('opacity', 1),
  blendMode: same('blendMode', 'PASS_THROUGH'),
  isMask: same('isMask', false),
  maskType: (node) => node.maskType ?? (node.isMaskOutline ? 'VECTOR' : 'ALPHA'),
  fills: (node) => (node.type === 'TEXT' ? readTextFills(node) : (node.fills ?? []).map(toPluginPaint)),
  backgrounds: (node) => (node.background ?? node.fills ?? pageBackground(node)).map(toPluginPaint),
  strokes: (node) => (node.strokes ?? []).map(toPluginPaint),
  strokeWeight: (node) => (node.individualStrokeWeights ? MIXED : (node.strokeWeight ?? 1)),
  strokeTopWeight: strokeSide('top'),
  strokeRightWeight: strokeSide('right'),
  strokeBottomWeight: strokeSide('bottom'),
  strokeLeftWeight: strokeSide('left'),
  strokeAlign: same('strokeAlign', 'INSIDE'),
  strokeCap: same('strokeCap', 'NONE'),
  strokeJoin: same('strokeJoin', 'MITER'),
  strokeMiterLimit,
  dashPattern: same('strokeDashes', []),
  effects: (node) => (node.effects ?? []).map(toPluginEffect),
  cornerRadius: (node) =>
    new Set(node.rectangleCornerRadii ?? []).size > 1
      ? MIXED
      : (node.cornerRadius ?? node.rectangleCornerRadii?.[0] ?? 0),
  cornerSmoothing: same('cornerSmoothing', 0),
  topLeftRadius: radius(0),
  topRightRadius: radius(1),
  bottomRightRadius: radius(2),
  bottomLeftRadius: radius(3),
  arcData: same('arcData', { startingAngle: 0, endingAngle: 2 * Math.PI, innerRadius: 0 }),
  fillGeometry: (node) => (node.fillGeometry ?? []).map(vectorPath),
  strokeGeometry: (node) => (node.strokeGeometry ?? []).map(vectorPath),
  booleanOperation: same('booleanOperation', 'UNION'),
  fillStyleId: styleId('fill'),
  strokeStyleId: styleId('stroke'),
  effectStyleId: styleId('effect'),
  textStyleId: styleId('text'),
};

function pageBackground(node: RestNode) {
  return node.backgroundColor ? [{ type: 'SOLID', color: node.backgroundColor }] : [];
}

function vectorPath({ path, windingRule }: { path: string; windingRule?: string }) {
  return { data: path, windingRule: windingRule ?? 'NONZERO' };
}

function styleId(kind: string): Reader {
  return (node) => {
    const id = node.styles?.[kind] ?? node.styles?.[`${kind}s`];
    return id ? `S:${id},` : '';
  };
}

/** Where the node's pixels are, as its exports have them; null where it shows nothing. */
function renderBounds(node: RestNode, context: PluginContext): Rect | null {
  const drawn = context.renderBounds(node.id);
  if (!drawn) return node.absoluteRenderBounds ?? null;
  return drawn.width > 0 && drawn.height > 0 ? drawn : null;
}

const place: Record<string, Reader> = {
  absoluteBoundingBox: same('absoluteBoundingBox', null),
  absoluteRenderBounds: renderBounds,
  absoluteTransform: (node, { document }) => document.absoluteTransform(node.id),
  relativeTransform: (node, { document }) => document.relativeTransform(node.id),
  x: (node, { document }) => document.relativeTransform(node.id)[0][2],
  y: (node, { document }) => document.relativeTransform(node.id)[1][2],
  width: (node) => sizeOf(node).width,
  height: (node) => sizeOf(node).height,
  rotation(node, { document }) {
    const [[a], [b]] = document.relativeTransform(node.id);
    const degrees = (Math.atan2(-b, a) * 180) / Math.PI;
    return Math.abs(degrees) < 1e-9 ? 0 : degrees;
  },
};

const text: Record<string, Reader> = {
  ...Object.fromEntries(
    Object.keys(TEXT_FIELDS).map((field) => [field, (node: RestNode) => readTextField(node, field)]),
  ),
  characters: same('characters', ''),
  hasMissingFont: () => false,
  textAlignHorizontal: (node) => node.style?.textAlignHorizontal ?? 'LEFT',
  textAlignVertical: (node) => node.style?.textAlignVertical ?? 'TOP',
  textAutoResize: (node) => node.style?.textAutoResize ?? 'NONE',
  textTruncation: (node) => node.style?.textTruncation ?? 'DISABLED',
  maxLines: (node) => node.style?.maxLines ?? null,
  paragraphSpacing: (node) => node.style?.paragraphSpacing ?? 0,
  paragraphIndent: (node) => node.style?.paragraphIndent ?? 0,
};

const READERS: Readonly<Record<string, Reader>> = Object.assign(Object.create(null), {
  ...layout,
  ...look,
  ...place,
  ...text,
  name: (node, { document }) => (node.type === 'DOCUMENT' ? document.file.name : node.name),
  removed: () => false,
  parent(node, { document }) {
    const parent = document.parent(node.id);
    return parent ? new NodeRef(parent.id) : null;
  },
  children,
  selection: (node, { editor, document }) =>
    refs(editor.selectionOf(node.id).flatMap((id) => document.node(id) ?? [])),
  reactions: reactionsOf,
  annotations: (node) => (node.annotations ?? []).map((annotation) => ({ ...annotation })),
  exportSettings: same('exportSettings', []),
  isAsset: () => false,
  expanded: () => false,
  documentColorProfile: () => 'SRGB',
  flowStartingPoints: (node) => (node.flowStartingPoints ?? []).map(({ nodeId, name }) => ({ nodeId, name })),
  prototypeStartNode(node, { document }) {
    const id = node.prototypeStartNodeID;
    return id && document.node(id) ? new NodeRef(id) : null;
  },
  scaleFactor: () => 1,
  description(node, { document }) {
    return document.file.components?.[node.id]?.description ?? '';
  },
  componentProperties: same('componentProperties', {}),
  componentPropertyDefinitions: same('componentPropertyDefinitions', {}),
  boundVariables: same('boundVariables', {}),
  resolvedVariableModes: () => ({}),
  explicitVariableModes: () => ({}),
} satisfies Record<string, Reader>);

/**
 * A property of a node as the plugin API gives it out.
 * @throws Error where the node is gone, or where Figma has the property and the playground does not.
 */
export function readNode(context: PluginContext, id: unknown, property: string): unknown {
  if (property === 'removed' && typeof id === 'string') return !context.document.node(id);
  const node = nodeOf(context, id);
  const reader = READERS[property];
  if (!reader) throw new Error(`"${property}" is not a supported API`);
  return reader(node, context);
}
