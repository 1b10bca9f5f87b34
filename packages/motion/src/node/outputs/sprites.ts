import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import type { Output } from './output.ts';
import { encodePng } from './png.ts';
import { planSprites, type SpriteGrid } from './sprite-grid.ts';

const QUALITY = 86;

/**
 * A sheet of thumbnails for a player's time line, and two maps beside it of which rectangle stands for which time:
 * WebVTT as players read it, and JSON. The thumbnails are drawn at their size, not made smaller afterwards.
 */
export const sprites: Output = {
  name: 'sprites',
  extensions: ['.sprites.jpg', '.sprites.png'],
  title: 'sheet of thumbnails, with a VTT and a JSON map',
  mediaType: 'image/jpeg',
  async write({ open, size, seconds, folder, name, signal, onProgress }) {
    const grid = planSprites(size, seconds);
    const { tile, tiles } = grid;
    const sheet = Buffer.alloc(grid.size.width * grid.size.height * 4);
    let done = 0;
    for await (const { data } of open({ pixels: 'rgba', size: tile, fps: 1 / grid.every, signal })) {
      const place = tiles[done];
      if (!place) break;
      for (let row = 0; row < tile.height; row++)
        sheet.set(
          data.subarray(row * tile.width * 4, (row + 1) * tile.width * 4),
          ((place.y + row) * grid.size.width + place.x) * 4,
        );
      done++;
      onProgress?.({ done, total: tiles.length });
    }
    const base = name.replace(/\.(jpg|png)$/i, '');
    const files = [name, `${base}.vtt`, `${base}.json`];
    const bytes = name.toLowerCase().endsWith('.png')
      ? await encodePng(sheet, grid.size)
      : await jpeg(sheet, grid);
    for (const [index, content] of [bytes, vtt(name, grid), json(name, grid)].entries())
      await writeFile(join(folder, files[index] ?? name), content, { signal });
    return { files, frames: done, size: grid.size, fps: 1 / grid.every };
  },
};

async function jpeg(rgba: Uint8Array, { size: { width, height } }: SpriteGrid): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  image.data.set(rgba);
  context.putImageData(image, 0, 0);
  // JPEG has no alpha: nothing shows as black otherwise.
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return canvas.encode('jpeg', QUALITY);
}

/** Media fragments: `#xywh=` after the sheet's address (W3C, Media Fragments URI 1.0, 4.2.2). */
function vtt(name: string, { tiles }: SpriteGrid): string {
  const cues = tiles.map(
    ({ start, end, x, y, width, height }) =>
      `${clock(start)} --> ${clock(end)}\n${encodeURIComponent(name)}#xywh=${x},${y},${width},${height}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function json(name: string, { every, tile, size, tiles }: SpriteGrid): string {
  return `${JSON.stringify({ image: name, ...size, tile, every, tiles }, null, 2)}\n`;
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
