import type { Rect } from '@animatic/schema';
import type { KernelExports } from './kernel-exports.ts';
import type { Memory } from './memory.ts';
import { axisWeights, type Weights } from './weights.ts';

/** Resamples pixels at `source`, laid over `place`, to the whole pixels of `grid` at `target`: across, then down. */
export function resampleInto(
  memory: Memory<Pick<KernelExports, 'memory' | 'resample'>>,
  source: { at: number; width: number; height: number },
  place: Rect,
  grid: Rect,
  target: number,
): void {
  const { wasm } = memory;
  const across = axisWeights(source.width, place.width, place.x - grid.x, grid.width);
  const down = axisWeights(source.height, place.height, place.y - grid.y, grid.height);
  const turned = memory.allocate(grid.width * source.height * 4);
  const bytesOf = ({ starts, values }: Weights) => starts.byteLength + values.byteLength;
  const table = memory.allocate(Math.max(bytesOf(across), bytesOf(down)));
  const put = ({ starts, values }: Weights) => {
    memory.bytes(table, starts.byteLength).set(new Uint8Array(starts.buffer));
    memory.bytes(table + starts.byteLength, values.byteLength).set(new Uint8Array(values.buffer));
    return table + starts.byteLength;
  };
  wasm.resample(source.at, turned, source.width, source.height, grid.width, across.taps, table, put(across));
  wasm.resample(turned, target, source.height, grid.width, grid.height, down.taps, table, put(down));
  memory.release({ at: table });
  memory.release({ at: turned });
}
