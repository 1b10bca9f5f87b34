import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BitmapName, composePlate, paintBackdrop, paintGround, type Timeline } from '@animatic/motion';
import { decodeStill } from '@animatic/motion/node';
import { type Rect, stillsOf } from '@animatic/schema';
import type { Canvas } from '@napi-rs/canvas';
import type { Scene } from './scenes.ts';
import { skiaHost } from './skia-host.ts';

/** A bitmap as it was captured: its file's name, and what it covers in frame pixels. */
export interface Source {
  file: string;
  bitmap: Canvas;
  box: Rect;
}

/** The bitmaps that draw lists name, at the scale of the capture: nothing has resampled them. */
export interface Sources {
  get(name: BitmapName): Source;
  backdrop(): Source;
  bitmaps: ReadonlyMap<string, Canvas>;
  /** Writes what was asked for so far as PNG files. */
  write(): Promise<void>;
}

export async function openSources(scene: Scene, timeline: Timeline, folder: string): Promise<Sources> {
  const { shots } = scene.board;
  const stills = new Map<string, Canvas>();
  for (const hash of stillsOf(scene.board)) {
    const bytes = scene.stills.get(hash);
    if (bytes) stills.set(hash, await decodeStill(bytes));
  }
  const stillOf = (hash: string): Canvas => {
    const found = stills.get(hash);
    if (!found) throw new Error(`no still ${hash} was drawn`);
    return found;
  };
  const bitmaps = new Map<string, Canvas>();
  const made = new Map<string, Source>();
  const keep = (key: string, make: () => { bitmap: Canvas; box: Rect }): Source => {
    const known = made.get(key);
    if (known) return known;
    const { bitmap, box } = make();
    const source = { file: `${key.replace(/\W+/g, '-')}.png`, bitmap, box };
    made.set(key, source);
    bitmaps.set(source.file, bitmap);
    return source;
  };
  const layerOf = (index: number, id: string): { bitmap: Canvas; box: Rect } => {
    const shot = shots[index];
    const layer = shot?.layers.find((one) => one.id === id);
    if (!shot || !layer) throw new Error(`shot ${index} has no layer ${id}`);
    if (layer.picture) return { bitmap: stillOf(layer.picture.tiles[0]?.still ?? ''), box: layer.bounds };
    const scale = shot.still.width / shot.size.width;
    const { bounds } = layer;
    const [width, height] = [Math.ceil(bounds.width * scale), Math.ceil(bounds.height * scale)];
    const { bitmap, context } = skiaHost.surface(width, height);
    const base = { a: scale, b: 0, c: 0, d: scale, e: -bounds.x * scale, f: -bounds.y * scale };
    paintGround(skiaHost, context, layer.ground, layer.box, base, stillOf);
    return { bitmap, box: bounds };
  };
  return {
    bitmaps,
    get(name) {
      const shot = shots[name.shot];
      const times = timeline.shots[name.shot];
      if (!shot || !times) throw new Error(`there is no shot ${name.shot}`);
      const box = { x: 0, y: 0, ...shot.size };
      if (name.what === 'layer')
        // A layer that several shots carry is one picture.
        return keep(`layer ${shot.still.tiles[0]?.still.slice(0, 8)} ${name.layer}`, () =>
          layerOf(name.shot, name.layer),
        );
      if (name.what === 'shadow')
        throw new Error('the scenes for comparison fill the view: no shadow is drawn');
      const still = shot.still.tiles[0]?.still ?? '';
      if (name.what === 'still')
        return keep(`still ${still.slice(0, 8)}`, () => ({ bitmap: stillOf(still), box }));
      const lifted = new Set(times.lifted.map(({ layer }) => layer));
      return keep(`plate ${name.shot}`, () => ({
        bitmap: composePlate(skiaHost, shot, lifted, stillOf).bitmap,
        box,
      }));
    },
    backdrop: () =>
      keep('backdrop', () => ({
        bitmap: paintBackdrop(skiaHost, timeline.tone, scene.size),
        box: { x: 0, y: 0, ...scene.size },
      })),
    async write() {
      await mkdir(folder, { recursive: true });
      for (const [file, bitmap] of bitmaps) await writeFile(join(folder, file), await bitmap.encode('png'));
    },
  };
}
