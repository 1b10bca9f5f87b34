import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { framesIn, type Output, type OutputJob, OutputTooLarge } from '../output.ts';
import { ladder, nextRung, type Rung, type Tried } from './ladder.ts';
import { makePalette } from './make-palette.ts';
import { writeRung } from './write-rung.ts';

/** A better picture is tried for at most so many times. */
const TRIES = 5;

/**
 * One palette for the whole clip, and a ceiling that is met by fewer frames a second first, then by a smaller picture,
 * which is drawn anew each time rather than scaled.
 */
export const gif: Output = {
  name: 'gif',
  extensions: ['.gif'],
  title: 'GIF (one palette; --max-bytes lowers the rate, then the size)',
  mediaType: 'image/gif',
  async write(job) {
    const { maxBytes = Number.POSITIVE_INFINITY, folder, name, seconds } = job;
    const rungs = ladder(job);
    const palette = await makePalette(job);
    let over: Tried = { at: -1, bytes: Number.POSITIVE_INFINITY };
    let fits: Tried | undefined;
    let at: number | undefined = 0;
    for (let tries = 0; at !== undefined && (!fits || tries < TRIES); tries++) {
      const rung = rungs[at];
      if (!rung) break;
      const pass = tries > 0 ? `again: ${describe(rung)}` : undefined;
      const bytes = await writeRung(job, { rung, palette, pass, path: join(folder, `${at}.gif`) });
      if (bytes <= maxBytes) fits = { at, bytes };
      else over = { at, bytes };
      at = nextRung(rungs, maxBytes, over, fits);
    }
    const best = fits && rungs[fits.at];
    if (!fits || !best)
      throw new OutputTooLarge(
        `the GIF cannot be made smaller than about ${Math.ceil(over.bytes / 1024)} KB, and ${maxBytes} bytes were allowed: allow more, or make the clip shorter`,
      );
    await rename(join(folder, `${fits.at}.gif`), join(folder, name));
    return { files: [name], frames: framesIn(seconds, best.fps), ...best, lowered: lowered(job, best) };
  },
};

const describe = ({ fps, size }: Rung): string =>
  `${Math.round(fps * 10) / 10} frames a second, ${size.width} × ${size.height}`;

function lowered(asked: OutputJob, made: Rung): string | undefined {
  const slower = made.fps < asked.fps;
  const smaller = made.size.width < asked.size.width;
  if (!slower && !smaller) return undefined;
  const what = [
    slower && `the rate from ${asked.fps} to ${Math.round(made.fps * 10) / 10} frames a second`,
    smaller &&
      `the size from ${asked.size.width} × ${asked.size.height} to ${made.size.width} × ${made.size.height}`,
  ].filter(Boolean);
  const why = asked.maxBytes === undefined ? 'GIFs play no faster' : `to stay under ${asked.maxBytes} bytes`;
  return `lowered ${what.join(' and ')}: ${why}`;
}
