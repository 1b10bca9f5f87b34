import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Output } from './output.ts';

/** One picture: a moment that was asked for, or the one that stands for the clip. */
export const poster: Output = {
  name: 'poster',
  extensions: ['.png'],
  title: 'PNG of one moment (the poster, or --frame)',
  mediaType: 'image/png',
  async write({ still, moment, size, fps, folder, name, signal, onProgress }) {
    const png = await still(moment);
    await writeFile(join(folder, name), png, { signal });
    onProgress?.({ done: 1, total: 1 });
    return { files: [name], frames: 1, size, fps };
  },
};
