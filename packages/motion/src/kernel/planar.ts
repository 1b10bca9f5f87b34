import type { Rect } from '@animatic/schema';
import { axisStep } from './axis.ts';
import type { Memory } from './memory.ts';
import type { Bitmap, PlanarFrame, PlanarStill } from './pixel-types.ts';
import { around, isEmpty, meet } from './region.ts';

/** A plane of bytes in the kernel's memory. */
interface Plane {
  at: number;
  stride: number;
  width: number;
  height: number;
}

/** Converts what lies in `rect`, grown to even pixels. */
export function toFrame(memory: Memory, frame: PlanarFrame, source: Bitmap, rect?: Rect): void {
  if (source.width !== frame.width || source.height !== frame.height)
    throw new RangeError(
      `A frame of ${frame.width} × ${frame.height} takes a bitmap of its size, not ${source.width} × ${source.height}`,
    );
  const whole = { x0: 0, y0: 0, x1: frame.width, y1: frame.height };
  const asked = rect ? meet(whole, around(rect)) : whole;
  if (isEmpty(asked)) return;
  const x = asked.x0 & ~1;
  const y = asked.y0 & ~1;
  const width = ((asked.x1 + 1) & ~1) - x;
  const height = ((asked.y1 + 1) & ~1) - y;
  const [luma, u, v] = planesOf(frame);
  const from = source.at + (y * source.width + x) * 4;
  const chroma = (y / 2) * u.stride + x / 2;
  const at = y * luma.stride + x;
  if (frame.alpha)
    memory.wasm.yuva(
      from,
      source.width * 4,
      luma.at + at,
      luma.stride,
      u.at + chroma,
      v.at + chroma,
      u.stride,
      frame.at + frame.width * frame.height * 1.5 + at,
      width,
      height,
    );
  else
    memory.wasm.i420(
      from,
      source.width * 4,
      luma.at + at,
      luma.stride,
      u.at + chroma,
      v.at + chroma,
      u.stride,
      width,
      height,
    );
}

/** Bytes of a still's planes: sides grow to even ones. */
export function stillBytes(width: number, height: number): number {
  return (((width + 1) & ~1) * ((height + 1) & ~1) * 3) / 2;
}

/** Fills a still's planes from a bitmap, whose last column and row count twice where they stand alone. */
export function fillStill(memory: Memory, still: PlanarStill, source: Bitmap): void {
  const { wasm } = memory;
  const [luma, u, v] = planesOf(still);
  const { width, height } = source;
  const even = (width + 1) & ~1;
  const band = memory.scratch(0, even * 8);
  const to = (line: number, from: number) => {
    wasm.i420(
      from,
      even * 4,
      luma.at + line * luma.stride,
      luma.stride,
      u.at + (line / 2) * u.stride,
      v.at + (line / 2) * u.stride,
      u.stride,
      even,
      2,
    );
  };
  for (let line = 0; line < height; line += 2) {
    const from = source.at + line * width * 4;
    if (even === width && line + 1 < height) {
      to(line, from);
      continue;
    }
    const step = line + 1 < height ? width * 4 : 0;
    wasm.copyRows(from, step, band, even * 4, width * 4, 2);
    if (even > width) wasm.copyRows(from + (width - 1) * 4, step, band + width * 4, even * 4, 4, 2);
    to(line, band);
  }
}

/**
 * Draws the shown part of a still into a part of a frame, plane by plane; of that only what lies in `clip`, whose
 * pixels are the same as those of the whole.
 */
export function drawStill(
  memory: Memory,
  frame: PlanarFrame,
  still: PlanarStill,
  shown: Rect,
  target: Rect = { x: 0, y: 0, width: frame.width, height: frame.height },
  clip: Rect = target,
): void {
  const odd = [target, clip].some(({ x, y, width, height }) =>
    [x, y, width, height].some((side) => side % 2 !== 0),
  );
  const outside =
    target.x < 0 ||
    target.y < 0 ||
    target.x + target.width > frame.width ||
    target.y + target.height > frame.height ||
    clip.x < target.x ||
    clip.y < target.y ||
    clip.x + clip.width > target.x + target.width ||
    clip.y + clip.height > target.y + target.height;
  if (odd || outside)
    throw new RangeError(
      `A still is drawn into whole even pixels of a frame of ${frame.width} × ${frame.height}, not into ${JSON.stringify(target)}`,
    );
  if (!(shown.width > 0 && shown.height > 0))
    throw new RangeError(`A still is shown through a rectangle with an area, not ${JSON.stringify(shown)}`);
  const sources = planesOf(still);
  planesOf(frame).forEach((plane, i) => {
    const share = i === 0 ? 1 : 2;
    const part: Plane = {
      at: plane.at + (clip.y / share) * plane.stride + clip.x / share,
      stride: plane.stride,
      width: clip.width / share,
      height: clip.height / share,
    };
    const view = {
      x: shown.x / share,
      y: shown.y / share,
      width: shown.width / share,
      height: shown.height / share,
    };
    const window: Window = {
      left: (clip.x - target.x) / share,
      top: (clip.y - target.y) / share,
      across: target.width / share,
      down: target.height / share,
    };
    drawPlane(memory, part, sources[i]!, view, window);
  });
}

/** Where a plane's part begins in the whole that is shown, and how large that is: its own samples. */
interface Window {
  left: number;
  top: number;
  across: number;
  down: number;
}

function drawPlane(memory: Memory, target: Plane, source: Plane, shown: Rect, window: Window): void {
  const { wasm } = memory;
  const count = target.width;
  const padded = (count + 15) & ~15;
  const step = shown.width / window.across;
  const near = step <= 2;
  const table = memory.scratch(0, padded * 8);
  let upper = memory.scratch(1, padded * 2 + 16);
  let lower = memory.scratch(2, padded * 2 + 16);
  const at = (i: number) =>
    axisStep(shown.x + (window.left + Math.min(i, count - 1) + 0.5) * step - 0.5, source.width);
  if (near) fillNearTable(memory, table, padded / 8, at);
  else {
    const words = new Int32Array(wasm.memory.buffer, table, padded * 2);
    for (let i = 0; i < padded; i++) {
      const { start, weight } = at(i);
      words[i * 2] = start;
      words[i * 2 + 1] = weight;
    }
  }
  const stretch = (line: number, out: number) => {
    const from = source.at + line * source.stride;
    if (near) wasm.planeAcross(from, out, padded / 8, table);
    else wasm.planeAcrossFar(from, out, padded, table);
  };
  let upperLine = -1;
  let lowerLine = -1;
  for (let y = 0; y < target.height; y++) {
    const { start, weight } = axisStep(
      shown.y + ((window.top + y + 0.5) * shown.height) / window.down - 0.5,
      source.height,
    );
    if (upperLine !== start) {
      if (lowerLine === start) {
        [upper, lower] = [lower, upper];
        [upperLine, lowerLine] = [lowerLine, upperLine];
      } else stretch((upperLine = start), upper);
    }
    if (weight > 0 && lowerLine !== start + 1) stretch((lowerLine = start + 1), lower);
    wasm.planeDown(upper, lower, weight, target.at + y * target.stride, count);
  }
}

function fillNearTable(
  memory: Memory,
  table: number,
  groups: number,
  at: (i: number) => { start: number; weight: number },
): void {
  const { buffer } = memory.wasm.memory;
  const bytes = new Uint8Array(buffer, table, groups * 64).fill(255);
  const words = new Int16Array(buffer, table, groups * 32);
  const places = new Int32Array(buffer, table, groups * 16);
  for (let g = 0; g < groups; g++) {
    const base = at(g * 8).start;
    places[g * 16] = base;
    for (let k = 0; k < 8; k++) {
      const { start, weight } = at(g * 8 + k);
      bytes[g * 64 + 17 + k * 2] = start - base;
      bytes[g * 64 + 33 + k * 2] = start - base + 1;
      words[g * 32 + 24 + k] = weight;
    }
  }
}

function planesOf(picture: PlanarFrame | PlanarStill): [Plane, Plane, Plane] {
  const width = (picture.width + 1) & ~1;
  const height = (picture.height + 1) & ~1;
  const halfWidth = width / 2;
  const halfHeight = height / 2;
  const u = picture.at + width * height;
  const half = {
    stride: halfWidth,
    width: Math.ceil(picture.width / 2),
    height: Math.ceil(picture.height / 2),
  };
  return [
    { at: picture.at, stride: width, width: picture.width, height: picture.height },
    { ...half, at: u },
    { ...half, at: u + halfWidth * halfHeight },
  ];
}
