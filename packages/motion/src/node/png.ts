import { createInflate } from 'node:zlib';
import type { PixelKernel } from '../kernel/pixel-kernel.ts';
import type { Bitmap } from '../kernel/pixel-types.ts';

/** A PNG whose pixels are what its stream says: RGBA of 8 bits, sRGB, row by row. */
interface PlainPng {
  width: number;
  height: number;
  /** Of the stream. */
  parts: Uint8Array[];
}

const SIGNATURE = '\x89PNG\r\n\x1a\n';
/** Chunks that change no pixel. Profiles and gammas do. */
const HARMLESS = new Set(['sBIT', 'sRGB', 'pHYs', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'bKGD']);
/** What the stream gives at once: smaller pieces cost more calls, larger ones fresh memory each. */
const PIECE = 1 << 18;

/**
 * Decodes a plain PNG straight into the kernel, without a canvas in between: a large still touches a fifth of the
 * memory. Null for any other picture.
 *
 * @throws Error where the stream is broken; the signal's reason
 */
export async function decodePng(
  kernel: PixelKernel,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Bitmap | null> {
  const png = plainPng(bytes);
  if (!png) return null;
  const rows = kernel.receivePng(png.width, png.height);
  try {
    const chunkSize = Math.min(PIECE, (png.width * 4 + 1) * png.height + 64);
    const inflate = createInflate({ chunkSize });
    for (const part of png.parts) inflate.write(part);
    inflate.end();
    for await (const piece of inflate) {
      signal?.throwIfAborted();
      rows.add(piece);
    }
  } catch (error) {
    rows.abandon();
    throw error;
  }
  return rows.finish();
}

function plainPng(bytes: Uint8Array): PlainPng | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.toString('latin1', 0, 8) !== SIGNATURE || file.length < 33) return null;
  if (file.toString('latin1', 12, 16) !== 'IHDR') return null;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  // Depth, colours, compression, filters, interlacing.
  if (width === 0 || height === 0 || file.toString('hex', 24, 29) !== '0806000000') return null;
  const parts: Uint8Array[] = [];
  for (let at = 33; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > file.length) return null;
    if (name === 'IEND') return { width, height, parts };
    if (name === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    else if (!HARMLESS.has(name)) return null;
    at += 12 + length;
  }
  return null;
}
