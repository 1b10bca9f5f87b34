import type { Size } from './jobs/job.ts';
import type { WireName } from './wires/wire.ts';

/** US dollars a second, the first that fits; of the order of what these models cost in 2026. */
const perSecond: readonly [RegExp, number, number?][] = [
  // The third figure is for more pixels than 1280 × 720.
  [/^sora-2-pro/, 0.3, 0.5],
  [/^sora-2/, 0.1],
  [/^veo-.*(fast|lite)/, 0.15],
  [/^veo-/, 0.4],
  [/kling/, 0.1],
  [/^wan/, 0.08, 0.12],
  [/./, 0.05],
];

/** US dollars an image of a megapixel. */
const perMegapixel = 0.04;

/** What the pretend vendor takes for a job. */
export function dollarsFor(job: {
  wire: WireName;
  model: string;
  size: Size;
  seconds: number;
  count: number;
}): number {
  const pixels = job.size.width * job.size.height;
  if (job.wire === 'images') return round((pixels / 1e6) * perMegapixel * job.count);
  const [, small, large = small] = perSecond.find(([name]) => name.test(job.model)) ?? [/./, 0.05];
  return round((pixels > 1280 * 720 ? large : small) * job.seconds * job.count);
}

const round = (dollars: number): number => Math.round(dollars * 1e6) / 1e6;
