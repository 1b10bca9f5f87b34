import type { Size } from '../jobs/job.ts';

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

/** Reads a picture's type and size from its first bytes. @returns undefined where it is none of the three */
export function imageFacts(bytes: Uint8Array): { type: ImageType; size: Size } | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (data.subarray(1, 4).toString('latin1') === 'PNG')
      return { type: 'image/png', size: { width: data.readUInt32BE(16), height: data.readUInt32BE(20) } };
    if (data.readUInt16BE(0) === 0xffd8) return { type: 'image/jpeg', size: jpegSize(data) };
    if (data.subarray(8, 12).toString('latin1') === 'WEBP')
      return { type: 'image/webp', size: webpSize(data) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** The first start-of-frame segment has it (ITU T.81, B.2.2). */
function jpegSize(data: Buffer): Size {
  for (let at = 2; ; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
  }
}

/** Lossy, lossless and extended WebP keep it in different places (RFC 9649, 2.5 to 2.7). */
function webpSize(data: Buffer): Size {
  const kind = data.subarray(12, 16).toString('latin1');
  if (kind === 'VP8X') return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8L') {
    const bits = data.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
}
