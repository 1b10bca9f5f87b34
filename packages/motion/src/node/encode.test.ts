import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EncodeFailed, encodeClip } from './encode.ts';
import { locateFfmpeg } from './ffmpeg.ts';
import type { RawFrame } from './frames.ts';

const size = { width: 320, height: 180 };
const fps = 30;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'animatic-encode-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* grey(count: number): AsyncGenerator<RawFrame> {
  const data = new Uint8Array(size.width * size.height * 1.5).fill(128);
  for (let index = 0; index < count; index++) yield { index, data, ...size };
}

describe('an encoder that hangs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Stands in for ffmpeg: reads some frames, says its process number beside the half clip it leaves, and stays. */
  function hanging(name: string, frames: number): string {
    const path = join(folder, name);
    const script = `#!${process.execPath}
const { renameSync, writeFileSync } = require('node:fs');
const out = process.argv.at(-1).slice('file:'.length);
let left = ${frames * size.width * size.height * 1.5};
const stay = () => {
  process.stdin.pause();
  writeFileSync(out, 'half a clip');
  writeFileSync(out + '.new', String(process.pid));
  renameSync(out + '.new', out + '.pid');
};
if (left > 0) process.stdin.on('data', (chunk) => (left -= chunk.length) <= 0 && stay());
else stay();
setTimeout(() => {}, 30_000);
`;
    writeFileSync(path, script, { mode: 0o755 });
    return path;
  }

  it.each([
    ['reads nothing', 0, 30],
    ['stops reading on the way', 3, 30],
    ['reads all and never ends', 5, 5],
  ])('and %s is ended after a minute, and nothing is left behind', async (name, reads, count) => {
    const out = join(folder, `${name}.mp4`);
    let ended: unknown;
    const ffmpeg = hanging(name, reads);
    encodeClip({ frames: grey(count), size, fps, ffmpeg, out }).then(
      () => (ended = 'well'),
      (error) => (ended = error),
    );
    while (ended === undefined) {
      if (existsSync(`${out}.pid`)) vi.advanceTimersByTime(60_000);
      await setImmediate();
    }
    expect(ended).toBeInstanceOf(EncodeFailed);
    expect(String(ended)).toMatch(/stood still for 60 s/);
    expect(existsSync(out)).toBe(false);
    const pid = Number(readFileSync(`${out}.pid`, 'utf8'));
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
  });

  it('is not one that waits for frames: they may take their time', async () => {
    async function* slow() {
      for await (const frame of grey(3)) {
        while (vi.getTimerCount() > 0) await setImmediate();
        vi.advanceTimersByTime(600_000);
        yield frame;
      }
    }
    const out = join(folder, 'slow.mp4');
    const ffmpeg = locateFfmpeg();
    expect(await encodeClip({ frames: slow(), size, fps, ffmpeg, out })).toMatchObject({ frames: 3 });
    expect(vi.getTimerCount()).toBe(0);
  });
});

it('says the last words of an encoder that ends on the way', async () => {
  const ffmpeg = join(folder, 'dying');
  const script = `#!/bin/sh
head -c 1000 >/dev/null
echo 'av_interleaved_write_frame(): No space left on device' >&2
exit 1
`;
  writeFileSync(ffmpeg, script, { mode: 0o755 });
  const out = join(folder, 'dying.mp4');
  await expect(encodeClip({ frames: grey(30), size, fps, ffmpeg, out })).rejects.toThrow(
    /No space left on device/,
  );
});
