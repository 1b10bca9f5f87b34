import { open } from 'node:fs/promises';

/** Boxes on the top level that a video has; many small ones are an attack on patience. */
const MOST_BOXES = 10_000;

/**
 * True where the boxes of an MP4 (ISO/IEC 14496-12, 4.2) end where the file ends: parsers pass over what is missing of a
 * file that was cut short, and would find a shorter film.
 */
export async function hasWholeBoxes(path: string, bytes: number): Promise<boolean> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(16);
  try {
    let at = 0;
    for (let count = 0; at < bytes; count++) {
      if (count >= MOST_BOXES || at + 8 > bytes) return false;
      await file.read(head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short;
      // Zero: to the end of the file.
      if (short === 0) return true;
      if (size < 8) return false;
      at += size;
    }
    return at === bytes;
  } finally {
    await file.close();
  }
}
