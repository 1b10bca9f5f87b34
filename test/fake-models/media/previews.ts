import { createCanvas } from '@napi-rs/canvas';
import type { Job } from '../jobs/job.ts';
import { stampBand } from './band.ts';
import { paintLook } from './look.ts';
import type { Pictures } from './pictures.ts';

/** The still that stands for a clip (WebP), or ten of its frames side by side (JPEG), as the Videos API has them. */
export async function previewOf(
  job: Job,
  variant: 'thumbnail' | 'spritesheet',
  painted: { pictures: Pictures; looks: number },
): Promise<{ type: string; bytes: Buffer }> {
  const picture = await paintLook(job.size, job.look, painted);
  stampBand(picture.getContext('2d'), job.size, job.model);
  if (variant === 'thumbnail') return { type: 'image/webp', bytes: await picture.encode('webp', 80) };
  const [columns, rows] = [5, 2];
  const width = 160;
  const height = Math.round((width * job.size.height) / job.size.width);
  const sheet = createCanvas(width * columns, height * rows);
  const context = sheet.getContext('2d');
  for (let index = 0; index < columns * rows; index++) {
    const zoom = 1 + 0.012 * job.seconds * (index / (columns * rows - 1));
    const [x, y] = [(index % columns) * width, Math.floor(index / columns) * height];
    const [cut, cutHeight] = [job.size.width / zoom, job.size.height / zoom];
    context.drawImage(
      picture,
      (job.size.width - cut) / 2,
      (job.size.height - cutHeight) / 2,
      cut,
      cutHeight,
      x,
      y,
      width,
      height,
    );
  }
  return { type: 'image/jpeg', bytes: await sheet.encode('jpeg', 80) };
}
