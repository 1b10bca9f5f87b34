import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { Size } from '@animatic/schema';
import { ZipFile } from 'yazl';
import { framesIn, type Output } from './output.ts';
import { encodePng } from './png.ts';
import type { RawFrame } from './raw-frame.ts';

/** Frames that are deflated while the next ones are drawn. */
const AHEAD = 3;
/** The same clip gives the same file. */
const MADE = new Date(Date.UTC(2000, 0, 1));

/** Every frame as a PNG, stored one after the other (a PNG is deflated already): nothing is held in memory. */
export const pngZip: Output = {
  name: 'png-zip',
  extensions: ['.zip'],
  title: 'PNG sequence in a zip',
  mediaType: 'application/zip',
  async write({ open, size, fps, seconds, folder, name, signal, onProgress }) {
    const total = framesIn(seconds, fps);
    const digits = Math.max(4, String(total).length);
    const zip = new ZipFile();
    const stop = new AbortController();
    const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    const saved = pipeline(zip.outputStream, createWriteStream(join(folder, name)), { signal: either });
    saved.catch((error) => stop.abort(error));
    try {
      let done = 0;
      for await (const png of pngs(open({ pixels: 'rgba', size, fps, signal: either }), size)) {
        either.throwIfAborted();
        done++;
        await add(zip, `frame-${String(done).padStart(digits, '0')}.png`, { png }, either);
        onProgress?.({ done, total });
      }
      zip.end();
      await saved;
      return { files: [name], frames: done, size, fps };
    } catch (error) {
      stop.abort(error);
      await saved.catch(() => undefined);
      throw error;
    }
  },
};

/** In order, some of them being deflated at a time; a frame that equals the last one is not deflated again. */
async function* pngs(frames: AsyncIterable<RawFrame>, size: Size): AsyncGenerator<Buffer> {
  const waiting: Promise<Buffer>[] = [];
  const shown = Buffer.alloc(size.width * size.height * 4);
  let last: Promise<Buffer> | undefined;
  for await (const { data } of frames) {
    if (!last || shown.compare(data) !== 0) {
      shown.set(data);
      last = encodePng(data, size);
      last.catch(() => undefined);
    }
    waiting.push(last);
    if (waiting.length > AHEAD) yield await (waiting.shift() ?? last);
  }
  for (const png of waiting) yield await png;
}

/**
 * Waits until the file is on its way to the disk. The zip remembers each entry, and whatever its function can see, until
 * the end: so the bytes lie in a box that is emptied.
 */
function add(zip: ZipFile, path: string, box: { png?: Buffer }, signal: AbortSignal): Promise<void> {
  const options = { compress: false, size: box.png?.length, mtime: MADE, mode: 0o100644 };
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    const settle = () => signal.removeEventListener('abort', aborted);
    zip.addReadStreamLazy(path, options, (give) => {
      const stream = Readable.from(box.png ? [box.png] : []);
      delete box.png;
      finished(stream).then(resolve, reject).finally(settle);
      give(null, stream);
    });
  });
}
