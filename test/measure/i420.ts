import type { Plane, Rgba } from './picture.ts';

/** A raw frame as `openFrames` gives it: BT.709, limited range, 4:2:0. */
export interface I420 {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The luma of a raw frame on the scale of `lumaOf`: limited range stretched to 0 to 255. */
export function lumaOfI420({ width, height, data }: I420): Plane {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) luma[i] = ((data[i]! - 16) * 255) / 219;
  return { width, height, data: luma };
}

/**
 * A raw frame as RGBA by ITU-R BT.709's own equations (Kr .2126, Kb .0722), each chroma sample for its four pixels.
 *
 * @example deltaE(meanColor(fromI420(frame), region), [255, 0, 0])
 */
export function fromI420({ width, height, data }: I420): Rgba {
  const half = width / 2;
  const u = width * height;
  const v = u + half * (height / 2);
  const out = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const chroma = (y >> 1) * half + (x >> 1);
      const luma = ((data[y * width + x]! - 16) * 255) / 219;
      const blue = ((data[u + chroma]! - 128) * 255) / 224;
      const red = ((data[v + chroma]! - 128) * 255) / 224;
      const at = (y * width + x) * 4;
      out[at] = luma + 1.5748 * red;
      out[at + 1] = luma - 0.187324 * blue - 0.468124 * red;
      out[at + 2] = luma + 1.8556 * blue;
      out[at + 3] = 255;
    }
  return { width, height, data: out };
}
