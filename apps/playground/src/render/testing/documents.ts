import type { RestDocument } from '../rest-node.ts';

/** A node as the REST API writes it, short enough for tests. Places are relative to the parent. */
export interface NodeJson {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

type Rgb = readonly [number, number, number];

/** A solid paint; channels 0 to 255. */
export function solid([r, g, b]: Rgb, opacity = 1): object {
  return { type: 'SOLID', opacity, color: { r: r / 255, g: g / 255, b: b / 255, a: 1 } };
}

export const red = solid([255, 0, 0]);
export const green = solid([0, 255, 0]);
export const blue = solid([0, 0, 255]);
export const white = solid([255, 255, 255]);
export const black = solid([0, 0, 0]);

/** A gradient between stops of [position, colour, opacity]. */
export function gradient(
  kind: 'LINEAR' | 'RADIAL' | 'ANGULAR' | 'DIAMOND',
  handles: readonly (readonly [number, number])[],
  stops: readonly (readonly [number, Rgb, number?])[],
): object {
  return {
    type: `GRADIENT_${kind}`,
    gradientHandlePositions: handles.map(([x, y]) => ({ x, y })),
    gradientStops: stops.map(([position, [r, g, b], a = 1]) => ({
      position,
      color: { r: r / 255, g: g / 255, b: b / 255, a },
    })),
  };
}

/** A shape at a place relative to its parent. */
export function shape(
  type: string,
  id: string,
  [x, y, width, height]: readonly [number, number, number, number],
  more: object = {},
): NodeJson {
  return {
    id,
    type,
    relativeTransform: [
      [1, 0, x],
      [0, 1, y],
    ],
    size: { x: width, y: height },
    fills: [],
    ...more,
  };
}

export function text(
  id: string,
  box: readonly [number, number, number, number],
  characters: string,
  style: object,
  more: object = {},
): NodeJson {
  const base = { fontFamily: 'Inter', fontWeight: 400, fontSize: 20, lineHeightPx: 24 };
  return shape('TEXT', id, box, { characters, style: { ...base, ...style }, fills: [black], ...more });
}

/** A file with one page. */
export function file(...children: readonly NodeJson[]): RestDocument {
  return {
    name: 'Test',
    document: { id: '0:0', type: 'DOCUMENT', children: [{ id: '0:1', type: 'CANVAS', children }] },
  };
}

/** The same file with a node's children taken out: its ground. */
export function withoutChildren(document: RestDocument, id: string): RestDocument {
  const strip = (raw: unknown): unknown => {
    if (Array.isArray(raw)) return raw.map(strip);
    if (typeof raw !== 'object' || raw === null) return raw;
    const isIt = 'id' in raw && raw.id === id;
    return Object.fromEntries(
      Object.entries(raw).map(([key, value]) => [key, isIt && key === 'children' ? [] : strip(value)]),
    );
  };
  return { ...document, document: strip(document.document) };
}
