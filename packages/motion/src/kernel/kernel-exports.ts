/** Memory as WebAssembly has it; growing it moves its buffer. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** What the kernel's module exports: see kernel/*.ts. All places and strides are in bytes. */
export interface KernelExports {
  readonly memory: KernelMemory;
  copyRows(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    bytes: number,
    rows: number,
  ): void;
  blendRows(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    count: number,
    rows: number,
    opacity: number,
    mask: number,
    maskStride: number,
  ): void;
  addRows(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    bytes: number,
    rows: number,
  ): void;
  multiplyRows(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    count: number,
    rows: number,
  ): void;
  fadeMask(
    target: number,
    width: number,
    height: number,
    start: number,
    across: number,
    down: number,
    values: number,
    count: number,
  ): void;
  isOpaque(at: number, count: number): number;
  plainRows(at: number, width: number, height: number, out: number): void;
  scaleAcross(source: number, out: number, count: number, offsets: number, weights: number): void;
  fadeWords(at: number, coverage: number): void;
  lerpRows(upper: number, lower: number, weight: number, out: number, count: number): void;
  lerpPixels(upper: number, lower: number, weight: number, out: number, count: number): void;
  warpRows(
    levels: number,
    levelCount: number,
    out: number,
    width: number,
    x: number,
    y: number,
    rows: number,
    spans: number,
    plane: number,
    bias: number,
    shade: number,
  ): void;
  coverRow(at: number, count: number, edges: number): void;
  halve(source: number, width: number, height: number, target: number): void;
  roundedMask(
    target: number,
    width: number,
    height: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    upperLeft: number,
    upperRight: number,
    lowerRight: number,
    lowerLeft: number,
  ): void;
  i420(
    source: number,
    stride: number,
    luma: number,
    lumaStride: number,
    u: number,
    v: number,
    chromaStride: number,
    width: number,
    height: number,
  ): void;
  yuva(
    source: number,
    stride: number,
    luma: number,
    lumaStride: number,
    u: number,
    v: number,
    chromaStride: number,
    alpha: number,
    width: number,
    height: number,
  ): void;
  planeAcross(source: number, out: number, groups: number, table: number): void;
  planeAcrossFar(source: number, out: number, count: number, table: number): void;
  planeDown(upper: number, lower: number, weight: number, out: number, count: number): void;
  resample(
    source: number,
    target: number,
    width: number,
    height: number,
    outWidth: number,
    taps: number,
    starts: number,
    weights: number,
  ): void;
  unfilterRow(kind: number, raw: number, above: number, out: number, bytes: number): void;
  premultiply(at: number, count: number): void;
}
