import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { OutputTooLarge } from './output.ts';
import { frameBytes } from './raw-frame.ts';
import { outputFor } from './registry.ts';
import { decodeFrames, pixelOf, probe, RED, squareClip } from './testing.ts';
import { unzip } from './testing-unzip.ts';
import { type WriteOutputOptions, writeOutput } from './write-output.ts';

const size = { width: 160, height: 96 };
const seconds = 0.8;
const fps = 25;
const still = async () => new Uint8Array([1, 2, 3]);

const root = mkdtempSync(join(tmpdir(), 'animatic-outputs-'));
let folder = '';
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(root, `${made++}-`));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, more: Partial<WriteOutputOptions> = {}) =>
  writeOutput({
    out: join(folder, name),
    open: squareClip(more.seconds ?? seconds, more.transparent ?? false),
    still,
    size,
    fps,
    seconds,
    transparent: false,
    ...more,
  });

/** Near, as far as an encoder goes that halves colour's resolution. */
function near(pixel: readonly number[], expected: readonly number[]): void {
  for (const [channel, value] of expected.entries())
    expect(Math.abs((pixel[channel] ?? 0) - value)).toBeLessThan(12);
}

describe('an MP4', () => {
  it('has every frame, the size, the rate, the tags of BT.709 and the colours that were drawn', async () => {
    const written = await write('clip.mp4');
    expect(written).toMatchObject({ frames: 20, size, fps, bytes: statSync(join(folder, 'clip.mp4')).size });
    expect(probe(written.files[0] ?? '')).toMatchObject({ ...size, fps });
    expect(probe(written.files[0] ?? '').stream).toMatch(
      /h264 \(High\).*yuv420p\(tv, bt709(?:, progressive)?\)/,
    );
    const frames = decodeFrames(written.files[0] ?? '', size);
    expect(frames).toHaveLength(20);
    near(pixelOf(frames[0]!, size, 20, 48), [...RED, 255]);
    near(pixelOf(frames[0]!, size, 120, 48), [255, 255, 255, 255]);
    near(pixelOf(frames[19]!, size, 120, 48), [...RED, 255]);
  });

  it.each([12, 60])('at %i frames a second has as many', async (rate) => {
    const { files } = await write('clip.mp4', { fps: rate });
    expect(probe(files[0] ?? '').fps).toBe(rate);
    expect(decodeFrames(files[0] ?? '', size)).toHaveLength(Math.round(seconds * rate));
  });
});

describe('a WebM', () => {
  it('on a ground of its own is VP9 with the tags of BT.709 and no alpha', async () => {
    const { files } = await write('clip.webm');
    const { stream } = probe(files[0] ?? '');
    expect(stream).toMatch(/vp9/);
    expect(stream).toMatch(/bt709/);
    expect(stream).not.toMatch(/yuva/);
    const frames = decodeFrames(files[0] ?? '', size);
    expect(frames).toHaveLength(20);
    near(pixelOf(frames[0]!, size, 20, 48), [...RED, 255]);
  });

  it('on a transparent ground has alpha: clear, half clear and opaque, and colours that do not darken', async () => {
    const { files } = await write('clip.webm', { transparent: true });
    expect(probe(files[0] ?? '')).toMatchObject({ ...size, fps });
    expect(probe(files[0] ?? '').stream).toMatch(/yuva420p\(tv, bt709(?:, progressive)?\)/);
    const frames = decodeFrames(files[0] ?? '', size);
    expect(frames).toHaveLength(20);
    expect(pixelOf(frames[0]!, size, 120, 48)[3]).toBe(0);
    near(pixelOf(frames[0]!, size, 24, 48), [...RED, 255]);
    near(pixelOf(frames[0]!, size, 1, 48).slice(0, 3), RED);
    near(pixelOf(frames[0]!, size, 1, 48).slice(3), [128]);
    expect(pixelOf(frames[19]!, size, 20, 48)[3]).toBe(0);
  });
});

describe('a GIF', () => {
  it('has every frame in its place, and its times add up', async () => {
    const { files, lowered } = await write('clip.gif', { fps: 30, seconds: 1 });
    expect(lowered).toBeUndefined();
    const frames = decodeFrames(files[0] ?? '', size);
    expect(frames).toHaveLength(30);
    expect(pixelOf(frames[0]!, size, 20, 48)).toEqual([...RED, 255]);
    expect(pixelOf(frames[0]!, size, 120, 48)).toEqual([255, 255, 255, 255]);
    expect(pixelOf(frames[29]!, size, 20, 48)).toEqual([255, 255, 255, 255]);
    const delays = delaysOf(readFileSync(files[0] ?? ''));
    expect(delays.reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(new Set(delays)).toEqual(new Set([3, 4]));
  });

  it('on a transparent ground is clear again where the picture has gone', async () => {
    const { files } = await write('clip.gif', { transparent: true });
    const last = decodeFrames(files[0] ?? '', size).at(-1)!;
    expect(pixelOf(last, size, 20, 48)[3]).toBe(0);
    near(pixelOf(last, size, 120, 48), [...RED, 255]);
  });

  it('writes a picture that stands still once, and lets it last', async () => {
    const open = squareClip(1, false);
    const { files } = await write('clip.gif', {
      seconds: 1,
      async *open(request) {
        for await (const frame of open({ ...request, fps: 1 }))
          for (let index = 0; index < request.fps; index++) yield { ...frame, index };
      },
    });
    expect(delaysOf(readFileSync(files[0] ?? ''))).toEqual([100]);
  });

  it('meets a ceiling by lowering the rate first, then the size, and says so', async () => {
    const clip = { seconds: 2, size: { width: 480, height: 288 } };
    const whole = await write('whole.gif', clip);
    const slower = await write('slower.gif', { ...clip, maxBytes: Math.round(whole.bytes * 0.7) });
    expect(slower.bytes).toBeLessThanOrEqual(whole.bytes * 0.7);
    expect(slower.size).toEqual(clip.size);
    expect(slower.fps).toBeLessThan(fps);
    expect(slower.lowered).toMatch(
      /^lowered the rate from 25 to \d+ frames a second: to stay under \d+ bytes$/,
    );
    const smaller = await write('smaller.gif', { ...clip, maxBytes: Math.round(slower.bytes * 0.6) });
    expect(smaller.bytes).toBeLessThanOrEqual(slower.bytes * 0.6);
    expect(smaller.fps).toBe(12);
    expect(smaller.size.width).toBeLessThan(clip.size.width);
    expect(probe(smaller.files[0] ?? '')).toMatchObject(smaller.size);
    expect(decodeFrames(smaller.files[0] ?? '', smaller.size)).toHaveLength(24);
  });

  it('says what the smallest would be where no ceiling can be met, and leaves nothing behind', async () => {
    await expect(write('clip.gif', { maxBytes: 900 })).rejects.toThrow(OutputTooLarge);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('plays 60 frames a second as 30: browsers slow down what is faster than two hundredths', async () => {
    const { files, fps: rate, lowered } = await write('clip.gif', { fps: 60 });
    expect([rate, decodeFrames(files[0] ?? '', size).length]).toEqual([30, 24]);
    expect(lowered).toMatch(/from 60 to 30/);
  });
});

describe('a PNG sequence', () => {
  it.each([false, true])('has the painter’s pixels, byte for byte (transparent: %s)', async (transparent) => {
    const { files, frames } = await write('clip.zip', { transparent });
    const entries = await unzip(files[0] ?? '');
    expect(frames).toBe(20);
    expect([...entries.keys()].slice(0, 2)).toEqual(['frame-0001.png', 'frame-0002.png']);
    const pngs = [...entries.values()];
    let index = 0;
    for await (const drawn of squareClip(seconds, transparent)({ pixels: 'rgba', size, fps })) {
      const png = join(folder, 'one.png');
      writeFileSync(png, pngs[index++]!);
      expect(decodeFrames(png, size)[0]?.compare(drawn.data)).toBe(0);
    }
    expect(index).toBe(20);
  });

  it('holds no frame in memory once it is written', async () => {
    setFlagsFromString('--expose-gc');
    const collect: () => void = runInNewContext('gc');
    const held: number[] = [];
    const count = 300;
    const { bytes } = await write('noise.zip', {
      seconds: count / fps,
      async *open({ pixels }) {
        const data = new Uint8Array(frameBytes(pixels, size));
        for (let index = 0; index < count; index++) {
          // Noise, which deflate cannot make smaller (Park and Miller's generator).
          for (let at = 0, seed = index + 1; at < data.length; at++)
            data[at] = seed = (seed * 48_271) % 2_147_483_647;
          if (index % 50 === 49) {
            collect();
            await setImmediate();
            collect();
            held.push(process.memoryUsage().arrayBuffers);
          }
          yield { data, ...size, index };
        }
      },
    });
    expect(bytes).toBeGreaterThan(count * 50_000);
    expect((held.at(-1) ?? 0) - (held[0] ?? 0)).toBeLessThan(bytes / 4);
  });

  it('is the same file for the same clip', async () => {
    const [one, two] = [await write('one.zip'), await write('two.zip')];
    expect(readFileSync(one.files[0] ?? '').equals(readFileSync(two.files[0] ?? ''))).toBe(true);
  });
});

describe('a sheet of thumbnails', () => {
  it.each(['clip.sprites.png', 'clip.sprites.jpg'])(
    '%s says which rectangle stands for which time',
    async (name) => {
      const { files } = await write(name, { seconds: 3, size: { width: 640, height: 384 } });
      expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
        name,
        'clip.sprites.vtt',
        'clip.sprites.json',
      ]);
      const map = JSON.parse(readFileSync(files[2] ?? '', 'utf8'));
      const sheet = await loadImage(files[0] ?? '');
      expect(map).toMatchObject({ image: name, width: sheet.width, height: sheet.height, every: 0.25 });
      expect(map.tiles).toHaveLength(12);
      expect(map.tiles.at(-1)).toMatchObject({ start: 2.75, end: 3 });
      const vtt = readFileSync(files[1] ?? '', 'utf8');
      const { x, y } = map.tiles[5];
      expect(vtt).toContain(`00:00:01.250 --> 00:00:01.500\n${name}#xywh=${x},${y},192,116\n`);
      const context = createCanvas(sheet.width, sheet.height).getContext('2d');
      context.drawImage(sheet, 0, 0);
      const at = (tile: { x: number; y: number }, across: number) =>
        [...context.getImageData(tile.x + across, tile.y + 58, 1, 1).data].slice(0, 3);
      near(at(map.tiles[0], 20), RED);
      near(at(map.tiles[0], 170), [255, 255, 255]);
      near(at(map.tiles[11], 20), [255, 255, 255]);
      near(at(map.tiles[11], 160), RED);
    },
  );
});

it('a poster is the still that is drawn for it', async () => {
  const asked: unknown[] = [];
  const { files } = await write('frame.png', {
    moment: 1.5,
    still: async (at) => {
      asked.push(at);
      return new Uint8Array([7]);
    },
  });
  expect([asked, readFileSync(files[0] ?? '')]).toEqual([[1.5], Buffer.from([7])]);
});

describe('whatever goes wrong', () => {
  const names = ['clip.mp4', 'clip.webm', 'clip.gif', 'clip.zip', 'clip.sprites.jpg'];

  it.each(names)('an aborted %s leaves what was there before, and nothing else', async (name) => {
    writeFileSync(join(folder, name), 'before');
    const stop = new AbortController();
    let drawn = 0;
    const open = squareClip(seconds, false, () => ++drawn === 3 && stop.abort(new Error('enough')));
    await expect(write(name, { open, signal: stop.signal })).rejects.toThrow('enough');
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('before');
  });

  it.each(names)('a painter that fails under %s is heard, and nothing is left behind', async (name) => {
    let drawn = 0;
    const open = squareClip(seconds, false, () => {
      if (++drawn === 3) throw new Error('a still is missing');
    });
    await expect(write(name, { open })).rejects.toThrow('a still is missing');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a name that looks like an option, a protocol or a pattern is a name', async () => {
    for (const name of ['-y.mp4', 'pipe:1.mp4', 'concat:a|b.webm', '%d.gif', "it's; rm.zip", 'ü 世界.mp4'])
      expect(existsSync((await write(name, { seconds: 0.2 })).files[0] ?? '')).toBe(true);
    expect(readdirSync(folder)).toHaveLength(6);
  });

  it('a name whose end nobody knows is refused with the list of those that are known', async () => {
    await expect(write('clip.mov')).rejects.toThrow(/clip\.mov .*\.mp4, .*\.webm, \.gif, \.zip/);
  });
});

it.each([
  ['A.MP4', 'mp4'],
  ['a.b.webm', 'webm'],
  ['x.png', 'poster'],
  ['x.sprites.png', 'sprites'],
  ['x.mov', undefined],
])('%s is written as %s', (path, name) => {
  expect(outputFor(path)?.name).toBe(name);
});

/** The delays of a GIF's graphic controls, in hundredths of a second. */
function delaysOf(bytes: Buffer): number[] {
  const delays: number[] = [];
  const control = Buffer.from([0x21, 0xf9, 4]);
  for (let at = bytes.indexOf(control); at >= 0; at = bytes.indexOf(control, at + 8))
    if (bytes[at + 7] === 0 && bytes[at + 8] === 0x2c) delays.push(bytes.readUInt16LE(at + 4));
  return delays;
}
