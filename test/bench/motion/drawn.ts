import { choreograph, type DrawItem, sample } from '@animatic/motion';
import type { Corners, Ground, Rect } from '@animatic/schema';
import type { Canvas } from '@napi-rs/canvas';
import type { Scene } from './scenes.ts';
import { openSources, type Sources } from './sources.ts';

/** Canvas2D's and CSS's a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rounded box that lies straight in the view; view pixels. */
export type ViewBox = Rect & { corners: Corners };

/**
 * One thing on screen, in words that Remotion and Canvas2D have in common: both draw the same geometry from the
 * bitmaps as they were captured. `matrix` takes the item's own pixels, `width` × `height`, to the view's.
 */
export type Drawn =
  | {
      kind: 'image';
      file: string;
      width: number;
      height: number;
      matrix: Matrix;
      opacity: number;
      clips: ViewBox[];
    }
  | { kind: 'ground'; ground: Ground; box: Rect; matrix: Matrix; opacity: number; clips: ViewBox[] }
  | { kind: 'group'; opacity: number; clips: ViewBox[]; items: Drawn[] };

/** What every frame of a scene shows, and the bitmaps that it is drawn from, which lie in `folder` as PNG files too. */
export interface DrawnScene {
  frames: Drawn[][];
  bitmaps: ReadonlyMap<string, Canvas>;
}

type Affine = Extract<DrawItem, { kind: 'bitmap' }>['matrix'];

/** @throws Error where an item has something that Remotion would have to be taught, such as a cut or a blur */
export async function drawScene(scene: Scene, folder: string): Promise<DrawnScene> {
  const timeline = choreograph(scene.board, scene.size);
  const sources = await openSources(scene, timeline, folder);
  const { fps } = scene.board.format;
  const frames = Array.from({ length: Math.round(timeline.seconds * fps) }, (_, index) =>
    sample(timeline, index / fps).items.map((item) => drawnAs(item, sources)),
  );
  await sources.write();
  return { frames, bitmaps: sources.bitmaps };
}

function drawnAs(item: DrawItem, sources: Sources): Drawn {
  if (item.kind === 'backdrop') {
    const { file, bitmap } = sources.backdrop();
    const { width, height } = bitmap;
    return { kind: 'image', file, width, height, matrix: [1, 0, 0, 1, 0, 0], opacity: 1, clips: [] };
  }
  if (item.kind === 'group') {
    if (item.soft) throw new Error('soft edges are not drawn for comparison');
    const clips = item.clip ? [viewBox(item.clip.matrix, item.clip.box)] : [];
    return {
      kind: 'group',
      opacity: item.opacity,
      clips,
      items: item.items.map((one) => drawnAs(one, sources)),
    };
  }
  if (item.kind === 'ground') {
    const { ground, box, opacity } = item;
    const clips = item.clips.map((clip) => viewBox({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }, clip));
    return { kind: 'ground', ground, box, matrix: six(item.matrix), opacity, clips };
  }
  if (item.kind !== 'bitmap') throw new Error(`a ${item.kind} is not drawn for comparison`);
  if (item.cuts.length > 0 || item.blur > 0) throw new Error('cuts and blurs are not drawn for comparison');
  const { file, bitmap, box: covers } = sources.get(item.bitmap);
  const { a, b, c, d, e, f } = item.matrix;
  const [w, h] = [covers.width / bitmap.width, covers.height / bitmap.height];
  return {
    kind: 'image',
    file,
    width: bitmap.width,
    height: bitmap.height,
    matrix: [a * w, b * w, c * h, d * h, a * covers.x + c * covers.y + e, b * covers.x + d * covers.y + f],
    opacity: item.opacity,
    clips: item.clips.map((clip) => viewBox(item.place, clip)),
  };
}

function six({ a, b, c, d, e, f }: Affine): Matrix {
  return [a, b, c, d, e, f];
}

function viewBox({ a, d, e, f }: Affine, { box, corners }: { box: Rect; corners: Corners }): ViewBox {
  const [one, two, three, four] = corners;
  return {
    x: box.x * a + e,
    y: box.y * d + f,
    width: box.width * a,
    height: box.height * d,
    corners: [one * a, two * a, three * a, four * a],
  };
}
