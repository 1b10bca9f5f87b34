import type { Color, NodeId, Rect, Shot, Size } from '@animatic/schema';
import type { Bitmap, BitmapOf, CanvasHost, Surface } from '../canvas.ts';
import type { BitmapName } from '../draw-list.ts';
import { endOf, largestOf } from '../effects/layer-tracks.ts';
import { inflate, intersection, outward, union } from '../geometry.ts';
import type { Aids, Prepared } from '../paint/aids.ts';
import { paintBackdrop } from '../paint/backdrop.ts';
import type { PreparedBitmaps } from '../paint/paint.ts';
import { SIZE_STEP, SPARE } from '../paint/paint-pieces.ts';
import { paintScreenShadow } from '../paint/screen-shadow.ts';
import { type Scene, toScene } from '../scene.ts';
import type { ShotTimeline, Timeline } from '../timeline.ts';
import { sampleTrack } from '../track.ts';
import { mixViews } from '../view.ts';
import { accentOf } from './accent.ts';
import { layerAids } from './aids.ts';
import { assemble, sideBySide } from './assemble.ts';
import { captureScale, layerBitmap } from './layer-bitmap.ts';
import { type Needed, neededIn } from './needed.ts';
import { plateBitmap } from './plate.ts';
import { gridOf, resizeOnGrid } from './resize.ts';

/** A clip's bitmaps, made ready shot by shot and let go of again: memory holds the shots on screen only. */
export interface Stage<B extends Bitmap> extends PreparedBitmaps<B> {
  /** Makes a shot ready; the stills that `bitmapOf` gives are not needed any more afterwards. */
  open(shot: number, bitmapOf: BitmapOf<B>, layers?: 'layers' | 'still only'): void;
  close(shot: number): void;
  /** Opens a shot again with what an earlier one like it left; false where there is none. */
  reopen(shot: number): boolean;
  isOpen(shot: number): boolean;
  /** Puts another picture of the whole frame in the place of a shot's still; the one before is given back. */
  exchange(shot: number, picture: B): void;
  /** Raised with each exchange; 0 for what stays as it is. */
  version(name: BitmapName): number;
}

/** Bitmaps wait for a shot that looks alike this many shots ahead: there and back again, not longer. */
const SOON = 2;
/** The least zoom that has larger sizes made ready. */
const ON_THE_WAY = 1.001;
/** View pixels around what the camera sees of a page. */
const PAGE_MARGIN = 16;

type Ready<B extends Bitmap> = Map<string, Prepared<B>[]> & {
  aids?: Map<NodeId, Aids<B>>;
  accent?: Color | undefined;
  /** False while a shot stands with its still only. */
  whole?: boolean;
  /** How often its picture was exchanged. */
  version?: number;
};

/** All sizes are made: any moment may be painted. */
const ALL: Needed = (_, sizes) => sizes;

/**
 * A stage for a clip.
 *
 * @param moments the seconds of all frames that will be painted, where they are known: only sizes that they need are made
 * @example
 * const stage = createStage(host, board.shots, timeline);
 * stage.open(0, (hash) => decoded.get(hash));
 * paint(context, sample(timeline, 0), stage);
 */
export function createStage<B extends Bitmap>(
  host: CanvasHost<B>,
  shots: readonly Shot[],
  timeline: Timeline,
  moments?: readonly number[],
): Stage<B> {
  const ready = new Map<number, Ready<B>>();
  const sheets: Surface<B>[] = [];
  let backdrop: B | undefined;
  const parked = new Map<string, Ready<B>>();
  const looks = shots.map((shot, index) => lookOf(shot, timeline.shots[index]));
  const release = (bitmaps: Ready<B>) => {
    for (const prepared of bitmaps.values()) for (const { image } of prepared) host.release?.(image);
    for (const { blurred, caret } of bitmaps.aids?.values() ?? [])
      for (const image of [...(blurred ?? []).map((copy) => copy.image), ...(caret ? [caret] : [])])
        host.release?.(image);
  };
  const close = (index: number) => {
    const bitmaps = ready.get(index);
    if (!bitmaps) return;
    ready.delete(index);
    const look = looks[index] ?? '';
    const wanted = looks.some(
      (other, later) => later > index && later <= index + SOON && other === look && !ready.has(later),
    );
    if (wanted && bitmaps.whole && !parked.has(look)) parked.set(look, bitmaps);
    else release(bitmaps);
  };
  const reopen = (index: number): boolean => {
    const look = looks[index] ?? '';
    const bitmaps = parked.get(look);
    if (!bitmaps) return false;
    parked.delete(look);
    ready.set(index, bitmaps);
    return true;
  };
  return {
    open(index, bitmapOf, layers = 'layers') {
      const shot = shots[index];
      const times = timeline.shots[index];
      if (!shot || !times) throw new RangeError(`the clip has no shot ${index}`);
      close(index);
      if (reopen(index)) return;
      const alike = new Set(looks.flatMap((look, other) => (look === looks[index] ? [other] : [])));
      const needed = moments ? neededIn(timeline, alike, moments, keyOf) : ALL;
      const bitmaps = prepare(host, shot, times, timeline, bitmapOf, layers === 'layers', needed);
      bitmaps.whole = layers === 'layers' || times.lifted.length === 0;
      ready.set(index, bitmaps);
    },
    close,
    reopen,
    isOpen: (index) => ready.has(index),
    exchange(index, picture) {
      const [shot, times] = [shots[index], timeline.shots[index]];
      if (!shot || !times) throw new RangeError(`the clip has no shot ${index}`);
      const bitmaps: Ready<B> = ready.get(index) ?? new Map(shadowOf(host, times.scene, timeline));
      for (const { image } of bitmaps.get('still') ?? []) host.release?.(image);
      bitmaps.set('still', [{ image: picture, box: { x: 0, y: 0, ...shot.size } }]);
      bitmaps.version = (bitmaps.version ?? 0) + 1;
      ready.set(index, bitmaps);
    },
    version: ({ shot, what }) => (what === 'shadow' ? 0 : (ready.get(shot)?.version ?? 0)),
    backdrop() {
      backdrop ??= settled(host, paintBackdrop(host, timeline.tone, timeline.size));
      return backdrop;
    },
    get(name) {
      const shot = ready.get(name.shot);
      if (!shot) throw new Error(`shot ${name.shot} is not open: open it before its frames are painted`);
      return shot.get(keyOf(name)) ?? (name.what === 'plate' ? shot.get('still') : undefined) ?? [];
    },
    host,
    aids: (name) => (name.what === 'layer' ? ready.get(name.shot)?.aids?.get(name.layer) : undefined),
    accent: (shot) => ready.get(shot)?.accent,
    scratch(depth) {
      sheets[depth] ??= host.surface(timeline.size.width, timeline.size.height);
      return sheets[depth];
    },
  };
}

/** All that a shot's bitmaps depend on: shots of one look can use the same. */
function lookOf(shot: Shot, times: ShotTimeline | undefined): string {
  const { size, still, layers } = shot;
  if (!times) return '';
  const { scene, camera, lifted, maxZoom, scroll } = times;
  const moves = times.layers.map((track) => [track.layer, largestOf(track), track.moves]);
  const overlays = times.overlays.length > 0 ? times.overlayTone : null;
  const seen = scene.kind === 'page' || scroll ? [camera, scroll?.track] : [];
  return JSON.stringify([
    size,
    still,
    layers,
    scene,
    lifted,
    maxZoom,
    zoomWhileMoving(times),
    moves,
    seen,
    overlays,
  ]);
}

function keyOf(name: BitmapName): string {
  return name.what === 'layer' ? `layer ${name.layer}` : name.what;
}

function prepare<B extends Bitmap>(
  host: CanvasHost<B>,
  shot: Shot,
  times: ShotTimeline,
  timeline: Timeline,
  bitmapOf: BitmapOf<B>,
  withLayers: boolean,
  needed: Needed,
): Ready<B> {
  const { scene } = times;
  const withPlate = times.lifted.length > 0 && withLayers;
  // Without a plate the still stands for it.
  const ofStill = (sizes: Planned[]) => needed(withPlate ? ['still'] : ['still', 'plate'], sizes);
  const ready: Ready<B> = new Map();
  const scale = captureScale(shot);
  const seen = seenRegion(times, shot.size);
  const part = outward(seen, scale.x, scale.y, shot.still);
  const box = {
    x: part.x / scale.x,
    y: part.y / scale.y,
    width: part.width / scale.x,
    height: part.height / scale.y,
  };
  const still = assemble(host, shot.still, bitmapOf, part);
  ready.set('still', sizes(host, still, box, scene, times.maxZoom, ofStill));
  if (times.overlays.length > 0) ready.accent = accentOf(host, still, times.overlayTone.background);
  const boxed = scene.kind === 'screen' && hasEdges(host, still);
  const isWhole = part.width === shot.still.width && part.height === shot.still.height;
  if (!isWhole || shot.still.tiles.length > 1) host.release?.(still);
  // A frame without a ground of its own is no box: what would lie behind it shows through.
  if (boxed) for (const [name, shadow] of shadowOf(host, scene, timeline)) ready.set(name, shadow);
  if (!withPlate) return ready;
  const lifted = new Set<NodeId>(times.lifted.map((one) => one.layer));
  const plate = plateBitmap(host, shot, lifted, bitmapOf);
  const plateSeen = cut(host, plate, part);
  const zoom = zoomWhileMoving(times);
  ready.set(
    'plate',
    sizes(host, plateSeen, box, scene, zoom, (all) => needed(['plate'], all)),
  );
  host.release?.(plate);
  if (plateSeen !== plate) host.release?.(plateSeen);
  for (const layer of shot.layers)
    if (lifted.has(layer.id)) {
      const own = layerBitmap(host, layer, shot, bitmapOf);
      const track = times.layers.find((one) => one.layer === layer.id);
      const passing = times.lifted.find((one) => one.layer === layer.id)?.largest ?? 1;
      // What moves lies between pixels: it is drawn from a size with pixels to spare, like what is zoomed.
      const moves = track || passing !== 1 ? ON_THE_WAY : 1;
      const largest = zoom * Math.max(passing, track ? largestOf(track) : 1, moves);
      const key = `layer ${layer.id}`;
      const made = own ? sizes(host, own.bitmap, own.box, scene, largest, (all) => needed([key], all)) : [];
      ready.set(key, made);
      if (own && track) {
        const captured = { image: own.bitmap, box: own.box };
        ready.aids ??= new Map();
        ready.aids.set(layer.id, layerAids(host, layer, track, captured, scene.scaleX));
      }
      if (own?.made) host.release?.(own.bitmap);
    }
  return ready;
}

/** What a screen throws on the ground behind it; nothing for what fills the view. */
function shadowOf<B extends Bitmap>(
  host: CanvasHost<B>,
  scene: Scene,
  { tone }: Timeline,
): [string, Prepared<B>[]][] {
  if (scene.kind !== 'screen') return [];
  const shadow = paintScreenShadow(host, scene, tone);
  return [['shadow', [{ image: settled(host, shadow.bitmap), box: toFrame(scene, shadow.box) }]]];
}

/** True where a picture reaches its own edges: at the middle of two of its sides at least, since corners may be round. */
function hasEdges<B extends Bitmap>(host: CanvasHost<B>, picture: B): boolean {
  const { width, height } = picture;
  const places = [
    [width / 2, 1],
    [width / 2, height - 2],
    [1, height / 2],
    [width - 2, height / 2],
  ] as const;
  const covered = places.filter(([x, y]) => {
    const { context, readPixels } = host.surface(1, 1);
    context.imageSmoothingEnabled = false;
    context.drawImage(picture, -Math.floor(Math.max(0, x)), -Math.floor(Math.max(0, y)));
    return (readPixels(0, 0, 1, 1).data[3] ?? 0) > 127;
  });
  return covered.length >= 2;
}

/** How near the camera comes while a layer is not in its place. */
function zoomWhileMoving({ camera, layers, apart = 0 }: ShotTimeline): number {
  const moves = layers.flatMap((track) => track.moves);
  const leaves = moves.some((move) => move.phase === 'leave');
  const last = leaves ? Number.POSITIVE_INFINITY : Math.max(apart, ...moves.map(endOf));
  const before = camera.filter((key) => key.at <= last).map((key) => key.value.zoom);
  return Math.max(...before, sampleTrack(camera, last, mixViews).zoom);
}

/** The part of the frame that the camera ever sees, frame pixels: of a long page only that is made ready. */
function seenRegion({ scene, camera, scroll }: ShotTimeline, frame: Size): Rect {
  const whole: Rect = { x: 0, y: 0, ...frame };
  if (scroll) {
    const tops = scroll.track.map((key) => key.value);
    const top = Math.min(...tops);
    const height = Math.max(...tops) - top + scroll.viewport.height;
    return intersection(whole, inflate({ x: 0, y: top, width: frame.width, height }, PAGE_MARGIN)) ?? whole;
  }
  if (scene.kind !== 'page') return whole;
  const views = camera.map(({ value }) => {
    const width = scene.view.width / value.zoom;
    const height = scene.view.height / value.zoom;
    return { x: value.x - width / 2, y: value.y - height / 2, width, height };
  });
  const seen = views.reduce(union);
  return intersection(whole, toFrame(scene, inflate(seen, PAGE_MARGIN))) ?? whole;
}

function cut<B extends Bitmap>(host: CanvasHost<B>, bitmap: B, part: Rect): B {
  if (part.width === bitmap.width && part.height === bitmap.height) return bitmap;
  return sideBySide(host, part, [{ bitmap, x: -part.x, y: -part.y }]);
}

/**
 * A bitmap in the sizes that a shot needs: for the camera at rest pixel by pixel, and with pixels to spare for every
 * zoom up to the largest; never larger than it was captured.
 */
function sizes<B extends Bitmap>(
  host: CanvasHost<B>,
  source: B,
  box: Rect,
  scene: Scene,
  maxZoom: number,
  needed: (sizes: Planned[]) => Planned[],
): Prepared<B>[] {
  const zooms = [1];
  if (maxZoom > 1.0005)
    for (let zoom = SIZE_STEP; ; zoom *= SIZE_STEP) {
      zooms.push(Math.max(1, Math.min(zoom, scene.sharpest)));
      if (zoom >= maxZoom * SPARE || zoom >= scene.sharpest) break;
    }
  return needed(zooms.map((zoom) => atZoom(box, scene, zoom))).map(({ place, box: covers }) => {
    const { bitmap } = resizeOnGrid(host, source, place);
    return { image: settled(host, bitmap), box: covers };
  });
}

function settled<B extends Bitmap>(host: CanvasHost<B>, bitmap: B): B {
  return host.settle ? host.settle(bitmap) : bitmap;
}

/** A size as it would be. */
interface Planned extends Prepared<Bitmap> {
  /** Where the source comes to lie, pixels of the size. */
  place: Rect;
}

function atZoom(box: Rect, scene: Scene, zoom: number): Planned {
  // A whole picture ends on a whole pixel, or its edge would let through what lies behind.
  const fitted = (start: number, length: number, scale: number) =>
    start === 0 ? Math.max(1, Math.round(length * scale * zoom)) / length : scale * zoom;
  const scaleX = fitted(box.x, box.width, scene.scaleX);
  const scaleY = fitted(box.y, box.height, scene.scaleY);
  const place = {
    x: box.x * scaleX,
    y: box.y * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
  };
  const grid = gridOf(place);
  return {
    image: grid,
    place,
    box: {
      x: grid.x / scaleX,
      y: grid.y / scaleY,
      width: grid.width / scaleX,
      height: grid.height / scaleY,
    },
  };
}

function toFrame(scene: Scene, rect: Rect): Rect {
  const origin = toScene(scene, { x: 0, y: 0, width: 0, height: 0 });
  return {
    x: (rect.x - origin.x) / scene.scaleX,
    y: (rect.y - origin.y) / scene.scaleY,
    width: rect.width / scene.scaleX,
    height: rect.height / scene.scaleY,
  };
}

/** The stills that a shot needs, each once: decode these before `open`. */
export function stillsOfShot(shot: Shot, layers: boolean): string[] {
  const hashes = new Set(shot.still.tiles.map((tile) => tile.still));
  if (layers)
    for (const layer of shot.layers) {
      for (const tile of layer.picture?.tiles ?? []) hashes.add(tile.still);
      for (const paint of [...(layer.ground?.fills ?? []), ...(layer.ground?.stroke?.paints ?? [])])
        if (paint.type === 'IMAGE') hashes.add(paint.still);
    }
  return [...hashes];
}
