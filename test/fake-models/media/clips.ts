import { locateFfmpeg } from '@animatic/motion/node/ffmpeg';
import { chance } from '../chance.ts';
import type { Job, Size } from '../jobs/job.ts';
import type { Settings } from '../settings.ts';
import { paintBand } from './band.ts';
import { encodeClip } from './encode-clip.ts';
import { lookKey, paintLook } from './look.ts';
import type { Pictures } from './pictures.ts';

/** Bytes of clips that are kept; what was used longest ago goes first. */
const KEPT_BYTES = 256 * 2 ** 20;

/** Clips made on the spot. One is encoded once for a size, a length, a look and a model, however many jobs ask for it. */
export class Clips {
  private readonly kept = new Map<string, Promise<Buffer>>();
  private turn: Promise<unknown> = Promise.resolve();
  private ffmpeg: string | undefined;
  private readonly pictures: Pictures;
  private readonly settings: Settings;
  /** How many were encoded. */
  encoded = 0;

  constructor(pictures: Pictures, settings: Settings) {
    this.pictures = pictures;
    this.settings = settings;
  }

  /**
   * The file of a job, with what is wrong with it. Jobs that share a clip differ by a `free` box at its end.
   *
   * @param sample which of the files, where several were asked for
   */
  async fileOf(job: Job, sample = 0): Promise<Buffer> {
    const size = job.fate.wrongSize ? otherSize(job.size) : job.size;
    const seconds = job.fate.wrongSeconds ? Math.max(1, job.seconds - 1) : job.seconds;
    const clip = await this.clip(job, size, seconds);
    const file = Buffer.concat([clip, freeBox(`pretend model ${job.model}, ${job.id} ${sample}`)]);
    return job.fate.truncated ? file.subarray(0, Math.floor(file.length * 0.6)) : file;
  }

  private clip(job: Job, size: Size, seconds: number): Promise<Buffer> {
    const { looks, smooth, fps } = this.settings;
    const look = lookKey(job.look, looks);
    const key = JSON.stringify([size, seconds, fps, smooth, job.sound, job.model, look]);
    const found = this.kept.get(key);
    if (found) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found;
    }
    const made = this.turn.then(() => this.encode(job, size, seconds, look));
    // One at a time: the machine has other work.
    this.turn = made.catch(() => undefined);
    this.kept.set(key, made);
    made.then(
      () => this.trim(),
      () => this.kept.delete(key),
    );
    return made;
  }

  private async encode(job: Job, size: Size, seconds: number, look: string): Promise<Buffer> {
    const { looks, smooth, fps } = this.settings;
    this.ffmpeg ??= locateFfmpeg(process.env.FFMPEG_PATH);
    const painted = { pictures: this.pictures, looks };
    const last = job.look.last ? { ...job.look, first: job.look.last, last: null } : undefined;
    this.encoded += 1;
    return encodeClip({
      ffmpeg: this.ffmpeg,
      size,
      seconds,
      fps,
      smooth,
      first: await paintLook(size, job.look, painted),
      last: last && (await paintLook(size, last, painted)),
      band: paintBand(size, job.model),
      tone: job.sound
        ? {
            hertz: Math.round(180 + chance('tone', look) * 500),
            volume: 0.1 + chance('volume', look) * 0.5,
          }
        : undefined,
    });
  }

  private async trim(): Promise<void> {
    const sizes = await Promise.all(
      [...this.kept].map(async ([key, clip]) => ({
        key,
        bytes: (await clip.catch(() => Buffer.alloc(0))).length,
      })),
    );
    let total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { key, bytes } of sizes) {
      if (total <= KEPT_BYTES) return;
      this.kept.delete(key);
      total -= bytes;
    }
  }

  clear(): void {
    this.kept.clear();
    this.encoded = 0;
  }
}

/** Half as large, of even sides. */
const otherSize = ({ width, height }: Size): Size => ({
  width: Math.max(64, Math.round(width / 4) * 2),
  height: Math.max(64, Math.round(height / 4) * 2),
});

/** A box that players pass over (ISO 14496-12, 8.1.2). */
function freeBox(words: string): Buffer {
  const text = Buffer.from(words);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(text.length + 8, 0);
  head.write('free', 4, 'latin1');
  return Buffer.concat([head, text]);
}
