import { type Canvas, Image } from '@napi-rs/canvas';

/** A BITMAPV4HEADER behind the 14 bytes of a file header (Microsoft, "Bitmap Header Types"). */
const HEADER = 14 + 108;

/**
 * A canvas's picture as an Image: Skia samples images in half the time that it takes for canvases, of which it makes
 * a copy first. Carried over as an uncompressed BMP, because that is the cheapest picture to decode.
 */
export function toImage(canvas: Canvas): Image {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const file = Buffer.alloc(HEADER + pixels.length);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(HEADER, 10);
  file.writeUInt32LE(108, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(-height, 22); // rows from the top
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(32, 28);
  file.writeUInt32LE(3, 30); // BI_BITFIELDS
  file.writeUInt32LE(pixels.length, 34);
  file.writeUInt32LE(0x00_00_00_ff, 54);
  file.writeUInt32LE(0x00_00_ff_00, 58);
  file.writeUInt32LE(0x00_ff_00_00, 62);
  file.writeUInt32LE(0xff_00_00_00, 66);
  file.write('BGRs', 70, 'latin1'); // LCS_sRGB, little endian
  file.set(pixels, HEADER);
  const image = new Image();
  image.src = file;
  return image;
}
