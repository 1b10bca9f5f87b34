import { createHash } from 'node:crypto';
import {
  type Layer,
  type LayerKind,
  type OutlineNode,
  type Picture,
  type Rect,
  type Shot,
  shotSchema,
} from '@animatic/schema';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** One movable piece of a synthetic screen. It draws itself in frame pixels, and nothing outside of its bounds. */
export interface Piece {
  id: string;
  name?: string;
  kind: LayerKind;
  text?: string;
  box: Rect;
  /** How far its shadow reaches past the box, frame pixels. */
  reach?: number;
  /** Like pieces share one: they move as a family. */
  family?: string;
  path?: string[];
  fixed?: boolean;
  /** What is drawn, where it is one shape. */
  shape?: OutlineNode['shape'];
  draw(context: SKRSContext2D): void;
}

/** A synthetic screen: a ground of one colour and its pieces, bottom to top. */
export interface Screen {
  name: string;
  width: number;
  height: number;
  /** `#rrggbb` */
  background: string;
  /** What a tall screen shows at a time. */
  viewport?: { width: number; height: number };
  pieces: Piece[];
}

/** Stills by their hash, in memory. */
export interface Stills {
  put(canvas: Canvas): Picture;
  load(hash: string): Promise<Uint8Array>;
}

export function stillsInMemory(): Stills {
  const files = new Map<string, Buffer>();
  return {
    put(canvas) {
      const bytes = canvas.toBuffer('image/png');
      const still = createHash('sha256').update(bytes).digest('hex');
      files.set(still, bytes);
      const { width, height } = canvas;
      return { width, height, tiles: [{ still, x: 0, y: 0, width, height }] };
    },
    async load(hash) {
      const bytes = files.get(hash);
      if (!bytes) throw new Error(`the still ${hash} was not captured`);
      return bytes;
    },
  };
}

/** A screen as one picture, at `scale` bitmap pixels a frame pixel, without some of its pieces. */
export function drawScreen(screen: Screen, scale: number, without: ReadonlySet<string> = new Set()): Canvas {
  const canvas = createCanvas(Math.round(screen.width * scale), Math.round(screen.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = screen.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  for (const piece of screen.pieces)
    if (!without.has(piece.id)) {
      context.save();
      piece.draw(context);
      context.restore();
    }
  return canvas;
}

/** One piece alone, on nothing. */
export function drawPiece(piece: Piece, scale: number): Canvas {
  const bounds = boundsOf(piece);
  const canvas = createCanvas(Math.round(bounds.width * scale), Math.round(bounds.height * scale));
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.translate(-bounds.x, -bounds.y);
  piece.draw(context);
  return canvas;
}

/** A piece's pixels out to whole frame pixels. */
export function boundsOf({ box, reach = 0 }: Piece): Rect {
  const x = Math.floor(box.x - reach);
  const y = Math.floor(box.y - reach);
  return {
    x,
    y,
    width: Math.ceil(box.x + box.width + reach) - x,
    height: Math.ceil(box.y + box.height + reach) - y,
  };
}

/** What a shot has besides its pictures. */
export type ShotMore = Partial<
  Pick<Shot, 'id' | 'duration' | 'motion' | 'transition' | 'caption' | 'engine'>
>;

/**
 * A screen captured as the plugin would: the still, its ground, and every piece as a bitmap with alpha.
 *
 * @param scale bitmap pixels a frame pixel
 * @example const shot = capture(stills, specimen, { motion: { … } });
 */
export function capture(stills: Stills, screen: Screen, more: ShotMore = {}, scale = 2): Shot {
  const ground: Layer = {
    id: `${screen.name}:ground`,
    name: screen.name,
    kind: 'group',
    box: whole(screen),
    bounds: whole(screen),
    clips: [],
    ground: {
      corners: [0, 0, 0, 0],
      fills: [{ type: 'SOLID', color: colorOf(screen.background) }],
      shadows: [],
    },
  };
  return shotSchema.parse({
    id: screen.name,
    source: { node: `${screen.name}:0`, name: screen.name },
    size: { width: screen.width, height: screen.height },
    viewport: screen.viewport,
    still: stills.put(drawScreen(screen, scale)),
    layers: [ground, ...screen.pieces.map((piece) => layerOf(stills, piece, scale))],
    background: colorOf(screen.background),
    caption: {},
    duration: 3,
    ...more,
  });
}

function layerOf(stills: Stills, piece: Piece, scale: number): Layer {
  const { id, name, kind, text, box, path, fixed } = piece;
  return {
    id,
    name: name ?? id,
    kind,
    box,
    bounds: boundsOf(piece),
    clips: [],
    picture: stills.put(drawPiece(piece, scale)),
    ...(text === undefined ? {} : { text }),
    path: path ?? [name ?? id],
    ...(fixed ? { fixed } : {}),
  };
}

/** The ids of a family, in the order of its pieces. */
export function familyOf(screen: Screen, family: string): string[] {
  return screen.pieces.filter((piece) => piece.family === family).map((piece) => piece.id);
}

export function whole({ width, height }: { width: number; height: number }): Rect {
  return { x: 0, y: 0, width, height };
}

export function colorOf(hex: string): { r: number; g: number; b: number; a: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { r, g, b, a: 1 };
}
