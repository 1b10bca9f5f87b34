/** Where one output sample lies between two neighbouring input samples: at `start` + `weight` / 32768. */
export interface AxisStep {
  start: number;
  weight: number;
}

/** Input sample (in samples from the first one's centre), held inside the input. */
export function axisStep(position: number, size: number): AxisStep {
  const held = Math.min(Math.max(position, 0), size - 1);
  const start = Math.min(Math.floor(held), Math.max(size - 2, 0));
  return { start, weight: Math.min(Math.round((held - start) * 32_768), 32_767) };
}

/** How much of the pixel `at` lies between two edges: 0…1. */
export function overlap(at: number, low: number, high: number): number {
  return Math.max(0, Math.min(at + 1, high) - Math.max(at, low));
}
