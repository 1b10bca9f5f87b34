import {
  type Layer,
  MAX_STILL_SIDE,
  type MotionInput,
  type Shot,
  shotSchema,
  type Transition,
} from '@animatic/schema';

const HASH = 'a'.repeat(64);

/** A shot for tests: a still of one tile, captured at `scale`. */
export function makeShot(more: {
  id?: string;
  width?: number;
  height?: number;
  scale?: number;
  still?: string;
  layers?: Layer[];
  duration?: number;
  motion?: MotionInput;
  transition?: Transition;
  background?: Shot['background'];
}): Shot {
  const { width = 960, height = 540, scale = 2, still = HASH } = more;
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  return shotSchema.parse({
    id: more.id ?? 'shot',
    source: { node: '1:1', name: 'Frame' },
    size: { width, height },
    still: { width: w, height: h, tiles: tilesOf(still, w, h) },
    layers: more.layers ?? [],
    caption: {},
    duration: more.duration ?? 3,
    motion: more.motion,
    transition: more.transition,
    background: 'background' in more ? more.background : { r: 1, g: 1, b: 1, a: 1 },
  });
}

function tilesOf(still: string, width: number, height: number) {
  const tiles = [];
  for (let y = 0; y < height; y += MAX_STILL_SIDE)
    for (let x = 0; x < width; x += MAX_STILL_SIDE)
      tiles.push({
        still,
        x,
        y,
        width: Math.min(MAX_STILL_SIDE, width - x),
        height: Math.min(MAX_STILL_SIDE, height - y),
      });
  return tiles;
}

/** A layer for tests: a picture of one tile over whole frame pixels. */
export function makeLayer(
  id: string,
  [x, y, width, height]: [number, number, number, number],
  scale = 2,
): Layer {
  const box = { x, y, width, height };
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  return {
    id,
    name: id,
    kind: 'shape',
    box,
    bounds: box,
    clips: [],
    picture: { width: w, height: h, tiles: [{ still: HASH, x: 0, y: 0, width: w, height: h }] },
  };
}

/** Layers that rise in together. */
export function rising(layers: string[], at = 0.3, duration = 0.5, stagger = 0.07): MotionInput {
  return { layers: [{ layers, effect: 'rise', at, duration, stagger }] };
}

export function moving(...camera: NonNullable<MotionInput['camera']>): MotionInput {
  return { camera };
}
