import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Layer, Motion, Shot, Transition } from '@animatic/schema';
import { loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeShot, rising } from '../core/testing.ts';
import { EncodeFailed, encodeClip } from './encode.ts';
import { FfmpegMissing, locateFfmpeg } from './ffmpeg.ts';
import { countFrames, openFrames } from './frames.ts';
import { renderPoster } from './poster.ts';
import { drawn, pixelAt, stillBox } from './testing.ts';

const size = { width: 320, height: 180 };
const fps = 30;
const stills = stillBox();
const colors = ['#ff0000', '#00c000', '#2040ff', '#ffffff', '#000000', '#808080', '#f0b060', '#7a2f8f'];

let folder = '';
let ffmpeg = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'animatic-clip-'));
  ffmpeg = locateFfmpeg();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A frame of eight swatches at exactly the clip's size, with 2 px red strokes on its last row. */
function swatches(flip = false) {
  return stills.put(
    drawn(320, 180, (context) => {
      for (const [i, color] of (flip ? [...colors].reverse() : colors).entries()) {
        context.fillStyle = color;
        context.fillRect((i % 4) * 80, Math.floor(i / 4) * 60, 80, 60);
      }
      context.fillStyle = '#fff';
      context.fillRect(0, 120, 320, 60);
      context.fillStyle = '#ff0000';
      for (let x = 16; x < 320; x += 32) context.fillRect(x, 124, 2, 52);
    }),
  );
}

function swatchShot(
  id: string,
  more: { flip?: boolean; transition?: Transition; motion?: Motion } = {},
): Shot {
  const { flip, ...rest } = more;
  return {
    ...makeShot({ id, width: 320, height: 180, scale: 1, duration: 1, ...rest }),
    still: swatches(flip),
  };
}

async function render(shots: Shot[], name: string, signal?: AbortSignal) {
  const out = join(folder, name);
  const frames = openFrames({ board: { shots }, size, fps, loadStill: stills.load });
  const clip = await encodeClip({ frames, size, fps, ffmpeg, out, ...(signal && { signal }) });
  return { out, clip };
}

/** Frames decoded as RGB, by number. */
function decode(path: string): Buffer[] {
  const { stdout } = spawnSync(
    ffmpeg,
    [
      '-loglevel',
      'error',
      '-i',
      path,
      '-vf',
      'scale=in_color_matrix=bt709:in_range=tv:flags=neighbor+accurate_rnd+full_chroma_int',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      'pipe:1',
    ],
    { maxBuffer: 1 << 28 },
  );
  const bytes = size.width * size.height * 3;
  return Array.from({ length: stdout.length / bytes }, (_, i) => stdout.subarray(i * bytes, (i + 1) * bytes));
}

function at(frame: Buffer, x: number, y: number): number[] {
  return [...frame.subarray((y * size.width + x) * 3, (y * size.width + x) * 3 + 3)];
}

function rgb(hex: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
}

function far(a: number[], b: number[]): number {
  return Math.max(...a.map((v, i) => Math.abs(v - b[i]!)));
}

describe('a clip', () => {
  it('is H.264 High, yuv420p, tagged BT.709 limited range, constant in rate, index first', async () => {
    const { out, clip } = await render([swatchShot('a')], 'tags.mp4');
    expect(clip).toMatchObject({ frames: 30, seconds: 1 });
    const said = spawnSync(ffmpeg, ['-hide_banner', '-i', out], { encoding: 'utf8' }).stderr;
    expect(said).toMatch(/h264 \(High\).*yuv420p\(tv, bt709(?:, progressive)?\), 320x180/);
    expect(said).toMatch(/30 fps/);
    const file = readFileSync(out);
    expect(file.length).toBe(clip.bytes);
    expect(file.indexOf('moov')).toBeLessThan(file.indexOf('mdat'));
    expect(file.includes('colrnclx')).toBe(true);
  });

  it('keeps the colours of the design, on thin red strokes too', async () => {
    const { out } = await render([swatchShot('a')], 'colors.mp4');
    const frames = decode(out);
    for (const frame of [frames[0]!, frames.at(-1)!]) {
      for (const [i, color] of colors.entries())
        expect(
          far(at(frame, (i % 4) * 80 + 40, Math.floor(i / 4) * 60 + 30), rgb(color)),
        ).toBeLessThanOrEqual(4);
      for (const x of [16, 17, 48, 49]) expect(far(at(frame, x, 150), [255, 0, 0])).toBeLessThanOrEqual(8);
    }
  });

  it('shows both pictures of a transition at once and each alone outside of it', async () => {
    const transition: Transition = { kind: 'push', direction: 'left', duration: 0.4, easing: 'linear' };
    const { out, clip } = await render(
      [swatchShot('a', { transition }), swatchShot('b', { flip: true })],
      'push.mp4',
    );
    expect(clip.frames).toBe(48);
    const frames = decode(out);
    expect(frames).toHaveLength(48);
    const first = [...colors];
    const second = [...colors].reverse();
    expect(far(at(frames[17]!, 40, 30), rgb(first[0]!))).toBeLessThan(8);
    // Half way: the left half shows the first picture's right, the right half the second one's left.
    expect(far(at(frames[24]!, 40, 30), rgb(first[2]!))).toBeLessThan(16);
    expect(far(at(frames[24]!, 280, 30), rgb(second[1]!))).toBeLessThan(16);
    expect(far(at(frames[30]!, 40, 30), rgb(second[0]!))).toBeLessThan(8);
  });

  it('leaves no file behind when it is aborted', async () => {
    const stop = new AbortController();
    const out = join(folder, 'aborted.mp4');
    const frames = openFrames({
      board: { shots: [swatchShot('a')] },
      size,
      fps,
      loadStill: stills.load,
      signal: stop.signal,
    });
    const onFrame = (written: number) => written === 5 && stop.abort(new Error('enough'));
    await expect(
      encodeClip({ frames, size, fps, ffmpeg, out, signal: stop.signal, onFrame }),
    ).rejects.toThrow('enough');
    expect(existsSync(out)).toBe(false);
  });

  it('says what the encoder said when it fails', async () => {
    const frames = openFrames({ board: { shots: [swatchShot('a')] }, size, fps, loadStill: stills.load });
    const failing = encodeClip({ frames, size, fps, ffmpeg, out: join(folder, 'no/such/folder.mp4') });
    await expect(failing).rejects.toThrow(EncodeFailed);
  });

  it('names the still that is missing', async () => {
    const shot = makeShot({ width: 320, height: 180, scale: 1 });
    const frames = openFrames({ board: { shots: [shot] }, size, fps, loadStill: stills.load });
    await expect(frames.next()).rejects.toThrow(/no still a{64}/);
  });
});

describe('raw frames', () => {
  const layer = (box: { x: number; y: number; width: number; height: number }): Layer => ({
    id: 'card',
    name: 'card',
    kind: 'shape',
    box,
    bounds: box,
    clips: [],
    picture: stills.put(
      drawn(box.width, box.height, (context) => {
        context.fillStyle = '#2040ff';
        context.fillRect(0, 0, box.width, box.height);
      }),
    ),
  });
  const card = layer({ x: 100, y: 60, width: 120, height: 60 });
  const white: Layer = {
    ...card,
    id: 'ground',
    box: { x: 0, y: 0, width: 320, height: 180 },
    bounds: { x: 0, y: 0, width: 320, height: 180 },
    picture: undefined,
    ground: {
      corners: [0, 0, 0, 0],
      fills: [{ type: 'SOLID', color: { r: 1, g: 1, b: 1, a: 1 } }],
      shadows: [],
    },
  };
  const still = stills.put(
    drawn(320, 180, (context) => {
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 320, 180);
      context.fillStyle = '#2040ff';
      context.fillRect(100, 60, 120, 60);
    }),
  );
  const entering: Shot = {
    ...makeShot({
      width: 320,
      height: 180,
      scale: 1,
      duration: 1,
      layers: [white, card],
      motion: rising(['card'], 0.1, 0.4),
    }),
    still,
  };

  async function hashes(shots: Shot[]): Promise<string[]> {
    const found: string[] = [];
    for await (const { data } of openFrames({ board: { shots }, size, fps, loadStill: stills.load }))
      found.push(createHash('sha256').update(data).digest('hex'));
    return found;
  }

  it('are the same bytes for the same input', async () => {
    const shots = [entering, swatchShot('b')];
    expect(await hashes(shots)).toEqual(await hashes(shots));
  });

  it('show the ground without the layer first, and the still itself at the end', async () => {
    const found = await hashes([entering]);
    const ground = {
      ...makeShot({ width: 320, height: 180, scale: 1, duration: 1 }),
      still: stills.put(
        drawn(320, 180, (context) => {
          context.fillStyle = '#fff';
          context.fillRect(0, 0, 320, 180);
        }),
      ),
    };
    const plain: Shot = { ...makeShot({ width: 320, height: 180, scale: 1, duration: 1 }), still };
    expect(found[0]).toBe((await hashes([ground]))[0]);
    expect(found.at(-1)).toBe((await hashes([plain]))[0]);
    expect(new Set(found).size).toBeGreaterThan(5);
  });

  it('come as many as were counted, also for one segment', async () => {
    const shots = [swatchShot('a'), swatchShot('b')];
    const whole = await hashes(shots);
    expect(whole).toHaveLength(countFrames({ board: { shots }, fps }));
    const segment = { first: 1, last: 1 };
    const part: number[] = [];
    for await (const { index } of openFrames({
      board: { shots },
      segment,
      size,
      fps,
      loadStill: stills.load,
    }))
      part.push(index);
    expect(part[0]).toBe(30);
    expect(part).toHaveLength(30);
  });
});

describe('a poster', () => {
  it('is a PNG of the settled first shot', async () => {
    const shot = swatchShot('a');
    const png = await renderPoster({ board: { shots: [shot] }, size, loadStill: stills.load });
    const image = await loadImage(png);
    expect([image.width, image.height]).toEqual([320, 180]);
    const canvas = drawn(320, 180, (context) => context.drawImage(image, 0, 0));
    expect(pixelAt(canvas, 40, 30)).toEqual([255, 0, 0, 255]);
  });
});

describe('finding ffmpeg', () => {
  it('refuses a configured one that does not encode, and says what to do', () => {
    expect(() => locateFfmpeg('/no/such/ffmpeg')).toThrow(FfmpegMissing);
    expect(() => locateFfmpeg('/no/such/ffmpeg')).toThrow(/set the path/);
  });
});
