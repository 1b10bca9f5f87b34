import type { Layer } from '@animatic/schema';
import { BridgeError } from '../bridge/bridge-error.ts';
import type { Bridge } from './bridge.ts';
import type { CaptureCache, CapturedGround, CapturedPicture } from './cache.ts';
import type { Imaging } from './decode.ts';
import { InexactGround, makeGround } from './make-ground.ts';
import { makePicture } from './make-picture.ts';
import { layerIdOf, type Piece } from './pieces.ts';

export interface PieceInput {
  bridge: Bridge;
  imaging: Imaging;
  cache: CaptureCache;
  /** The frame that the piece lies in. */
  frame: string;
  scale: number;
  signal?: AbortSignal;
}

/** A piece that cannot be captured by itself, with words for people. */
export class UnusablePiece extends Error {}

/**
 * Captures one piece as a layer of the shot; null where it paints nothing.
 *
 * @throws UnusablePiece where it cannot be captured; what else the bridge throws
 */
export async function capturePiece(input: PieceInput, piece: Piece): Promise<Layer | null> {
  const { node, clips, path } = piece;
  const { name, kind } = node;
  const base = {
    name,
    kind,
    clips,
    ...(node.text ? { text: node.text } : {}),
    ...(node.blend ? { blend: node.blend } : {}),
    ...(node.rotation ? { rotation: node.rotation } : {}),
    ...(node.fixed ? { fixed: true } : {}),
    // What stays is known by its place alone: it is a part of something, mostly.
    ...(piece.moving || path.length === 0 ? { path: [...path] } : {}),
  };
  try {
    if (piece.what === 'picture') {
      const captured = await pictureOf(input, node.id);
      return captured && { ...base, id: node.id, box: node.box, ...captured };
    }
    const { ground, box, bounds } = await groundOf(input, node.id);
    if (piece.what === 'ground')
      return {
        ...base,
        id: node.id,
        box,
        bounds,
        ground: piece.stroked ? ground : { ...ground, stroke: undefined },
      };
    const bare = { corners: ground.corners, fills: [], shadows: [], stroke: ground.stroke };
    return { ...base, id: layerIdOf(piece), box, bounds, ground: bare };
  } catch (error) {
    if (error instanceof InexactGround || (error instanceof BridgeError && isPieceFault(error)))
      throw new UnusablePiece(error.message);
    throw error;
  }
}

function isPieceFault({ code }: BridgeError): boolean {
  return code === 'not-exportable' || code === 'too-large' || code === 'gone' || code === 'no-size';
}

async function pictureOf(input: PieceInput, id: string): Promise<CapturedPicture> {
  const { bridge, imaging, cache, frame, scale, signal } = input;
  const known = cache.pictures.get(id);
  if (known !== undefined) return known;
  const { bitmap } = await bridge.ask('capture-layer', { frame, id, scale }, { signal });
  const captured = bitmap && {
    picture: await makePicture(imaging, cache.stills, bitmap),
    bounds: bitmap.bounds,
  };
  cache.pictures.set(id, captured);
  return captured;
}

async function groundOf(input: PieceInput, id: string): Promise<CapturedGround> {
  const { bridge, imaging, cache, frame, signal } = input;
  const known = cache.grounds.get(id);
  if (known) return known;
  const result = await bridge.ask('read-ground', { frame, id }, { signal });
  if (!result.exact) throw new UnusablePiece(result.reason);
  const { stills, images } = cache;
  const ground = await makeGround({ bridge, imaging, stills, known: images, signal }, result.ground);
  const captured = { ground, box: result.box, bounds: result.bounds };
  cache.grounds.set(id, captured);
  return captured;
}
