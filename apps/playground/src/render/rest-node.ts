import * as z from 'zod';

/**
 * The part of Figma's REST node that pixels depend on. Every field is read loosely: what is missing, null or of
 * another type is left out, so that a strange document draws less instead of failing.
 */
const loose = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** A list that drops the items it cannot read and keeps the others. */
const looseList = <T extends z.ZodType>(item: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((raw): z.output<T>[] => {
        const parsed = item.safeParse(raw);
        return parsed.success ? [parsed.data] : [];
      }),
    );

const number = z.number();
const vector = z.object({ x: number, y: number });
const rect = z.object({ x: number, y: number, width: number, height: number });
const unit = z.number().transform((v) => Math.min(1, Math.max(0, v)));
const color = z.object({ r: unit, g: unit, b: unit, a: unit.optional().default(1).catch(1) });
const row = z.tuple([number, number, number]);
const transform = z.tuple([row, row]);

const imageFilters = z.object({
  exposure: loose(number),
  contrast: loose(number),
  saturation: loose(number),
  temperature: loose(number),
  tint: loose(number),
  highlights: loose(number),
  shadows: loose(number),
});

const paint = z.object({
  type: z.string(),
  visible: z.boolean().optional().default(true).catch(true),
  opacity: unit.optional().default(1).catch(1),
  blendMode: loose(z.string()),
  color: loose(color),
  gradientStops: looseList(z.object({ position: number, color }))
    .optional()
    .catch(undefined),
  gradientHandlePositions: looseList(vector).optional().catch(undefined),
  imageRef: loose(z.string()),
  scaleMode: loose(z.string()),
  imageTransform: loose(transform),
  scalingFactor: loose(number),
  rotation: loose(number),
  filters: loose(imageFilters),
});

const effect = z.object({
  type: z.string(),
  visible: z.boolean().optional().default(true).catch(true),
  radius: z.number().min(0).max(5000).optional().default(0).catch(0),
  spread: z.number().min(-5000).max(5000).optional().default(0).catch(0),
  offset: vector.optional().default({ x: 0, y: 0 }).catch({ x: 0, y: 0 }),
  color: color.optional().default({ r: 0, g: 0, b: 0, a: 0.25 }).catch({ r: 0, g: 0, b: 0, a: 0.25 }),
  blendMode: loose(z.string()),
  showShadowBehindNode: loose(z.boolean()),
});

const geometry = z.object({
  path: z.string().max(4_000_000),
  windingRule: loose(z.string()),
  overrideID: loose(number),
});

const typeStyle = z.object({
  fontFamily: loose(z.string()),
  fontPostScriptName: loose(z.string()),
  fontStyle: loose(z.string()),
  fontWeight: loose(number),
  italic: loose(z.boolean()),
  fontSize: loose(number),
  letterSpacing: loose(number),
  lineHeightPx: loose(number),
  lineHeightUnit: loose(z.string()),
  textCase: loose(z.string()),
  textDecoration: loose(z.string()),
  textAlignHorizontal: loose(z.string()),
  textAlignVertical: loose(z.string()),
  textAutoResize: loose(z.string()),
  textTruncation: loose(z.string()),
  maxLines: loose(number),
  paragraphSpacing: loose(number),
  paragraphIndent: loose(number),
  listSpacing: loose(number),
  fills: looseList(paint).optional().catch(undefined),
});

const nodeShape = z.object({
  id: z.string(),
  name: z.string().optional().default('').catch(''),
  type: z.string(),
  visible: z.boolean().optional().default(true).catch(true),
  opacity: unit.optional().default(1).catch(1),
  blendMode: loose(z.string()),
  isMask: loose(z.boolean()),
  maskType: loose(z.string()),
  isMaskOutline: loose(z.boolean()),
  fills: looseList(paint).optional().default([]),
  strokes: looseList(paint).optional().default([]),
  strokeWeight: loose(z.number().min(0).max(10_000)),
  strokeAlign: loose(z.string()),
  strokeCap: loose(z.string()),
  strokeJoin: loose(z.string()),
  strokeMiterAngle: loose(number),
  strokeDashes: loose(z.array(z.number().min(0)).max(64)),
  individualStrokeWeights: loose(z.object({ top: number, right: number, bottom: number, left: number })),
  cornerRadius: loose(number),
  rectangleCornerRadii: loose(z.tuple([number, number, number, number])),
  cornerSmoothing: loose(number),
  fillGeometry: looseList(geometry).optional().default([]),
  strokeGeometry: looseList(geometry).optional().default([]),
  fillOverrideTable: loose(z.record(z.string(), z.unknown())),
  absoluteBoundingBox: loose(rect),
  absoluteRenderBounds: loose(rect),
  relativeTransform: loose(transform),
  size: loose(vector),
  clipsContent: loose(z.boolean()),
  effects: looseList(effect).optional().default([]),
  arcData: loose(z.object({ startingAngle: number, endingAngle: number, innerRadius: number })),
  backgroundColor: loose(color),
  characters: loose(z.string().max(200_000)),
  style: loose(typeStyle),
  characterStyleOverrides: loose(z.array(number)),
  styleOverrideTable: loose(z.record(z.string(), typeStyle)),
  lineTypes: loose(z.array(z.string())),
  lineIndentations: loose(z.array(number)),
});

export type RestColor = z.output<typeof color>;
export type RestPaint = z.output<typeof paint>;
export type RestEffect = z.output<typeof effect>;
export type RestGeometry = z.output<typeof geometry>;
export type RestTypeStyle = z.output<typeof typeStyle>;
export type RestImageFilters = z.output<typeof imageFilters>;
/** One node of a document, without its children: the scene holds those. */
export type RestNode = z.output<typeof nodeShape>;

/** A file as `GET /v1/files/:key?geometry=paths` answers it. Its nodes are read when a scene is made of it. */
export interface RestDocument {
  readonly name?: string;
  readonly document: unknown;
}

/** Reads one raw node; undefined where it is not a node at all. */
export function parseNode(raw: unknown): RestNode | undefined {
  const parsed = nodeShape.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

/** Reads a list of paints; what is not a paint is left out. */
export function parsePaints(raw: unknown): RestPaint[] {
  return looseList(paint).parse(raw);
}
