/** Prints what each primitive of the kernel costs for a 1080p frame: the least of several runs, in CPU milliseconds. */
import { createPixelKernel } from '../src/kernel/pixel-kernel.ts';
import type { Bitmap } from '../src/kernel/pixel-types.ts';
import { randomPixels, seeded } from '../src/kernel/testing.ts';

const [WIDTH, HEIGHT] = [1920, 1080];
const RUNS = Number(process.argv[2] ?? 30);
const kernel = createPixelKernel();
const random = seeded(1);

/** CPU time, the least of all runs: what others do on the machine counts as little as it can. */
function measure(name: string, run: () => void): void {
  run();
  run();
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  process.stdout.write(`${name.padEnd(58)} ${least.toFixed(2).padStart(7)}\n`);
}

function noise(width: number, height: number, kind: 'opaque' | 'mixed'): Bitmap {
  return kernel.uploadBitmap(randomPixels(width, height, random, kind));
}

const target = kernel.createBitmap(WIDTH, HEIGHT);
const frame = kernel.createFrame(WIDTH, HEIGHT);
const clear = kernel.createFrame(WIDTH, HEIGHT, { alpha: true });
const opaque = noise(WIDTH, HEIGHT, 'opaque');
const mixed = noise(WIDTH, HEIGHT, 'mixed');
const sprite = noise(480, 270, 'mixed');
const large = noise(2880, 1620, 'opaque');
const still = kernel.prepareStill(large);
const mips = kernel.buildMips(large);
const whole = { x: 0, y: 0, width: WIDTH, height: HEIGHT };
const mask = kernel.createMask(whole);
kernel.maskRoundedRect(mask, { x: 40.5, y: 40.5, width: 1839, height: 999 }, 60);
const moved = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const between = { ...moved, e: 0.4, f: 0.3 };
const zoomed = { a: 0.7, b: 0, c: 0, d: 0.7, e: -30.2, f: -20.1 };
const closer = { a: 1.1, b: 0, c: 0, d: 1.1, e: -30.2, f: -20.1 };
const turned = { a: 0.72, b: 0.05, c: -0.05, d: 0.72, e: 20, f: -40 };
const quad = [
  { x: 90, y: 60 },
  { x: 1800, y: 160 },
  { x: 1780, y: 900 },
  { x: 120, y: 1040 },
] as const;
const shown = { x: 130.3, y: 84.6, width: 2600, height: 1462.5 };

measure('copy, whole pixels, opaque', () => kernel.composite(target, opaque, moved));
measure('composite, whole pixels, alpha everywhere', () => kernel.composite(target, mixed, moved));
measure('  at half opacity', () => kernel.composite(target, mixed, moved, { opacity: 0.5 }));
measure('  through a mask', () => kernel.composite(target, mixed, moved, { mask }));
measure('composite, sub-pixel move, opaque', () => kernel.composite(target, opaque, between));
measure('composite, sub-pixel move, alpha', () => kernel.composite(target, mixed, between));
measure('composite, scaled by 0.7, opaque', () => kernel.composite(target, large, zoomed));
measure('composite, scaled by 1.1, opaque', () => kernel.composite(target, opaque, closer));
measure('composite, scaled by 1.1, alpha, half opacity', () =>
  kernel.composite(target, mixed, closer, { opacity: 0.5 }),
);
measure('composite, turned, opaque', () => kernel.composite(target, large, turned));
measure('composite, sub-pixel move down alone, opaque', () =>
  kernel.composite(target, opaque, { ...moved, f: 0.3 }),
);
measure('composite, 12 sprites of 480 × 270, sub-pixel', () => {
  for (let i = 0; i < 12; i++)
    kernel.composite(target, sprite, { ...between, e: (i % 4) * 470 + 0.3, f: i * 60 + 0.6 });
});
measure('warp, trilinear', () => kernel.warp(target, mips, quad));
measure('warp, trilinear, with light', () =>
  kernel.warp(target, mips, quad, {
    shading: { gain: [1.1, 0.8, 1], sheen: { strength: 0.08, position: 0.5, width: 0.3, angle: 0.6 } },
  }),
);
measure('fill, opaque', () => kernel.fill(target, whole, { r: 9, g: 20, b: 40, a: 255 }));
measure('fill, half clear', () => kernel.fill(target, whole, { r: 9, g: 20, b: 40, a: 128 }));
measure('clear', () => kernel.clear(target));
measure('mask of a rounded rectangle', () =>
  kernel.maskRoundedRect(mask, { x: 40.5, y: 40.5, width: 1839, height: 999 }, 60),
);
measure('RGBA → I420', () => kernel.toFrame(frame, opaque));
measure('RGBA → I420, a rectangle of 480 × 270', () =>
  kernel.toFrame(frame, opaque, { x: 400, y: 300, width: 480, height: 270 }),
);
measure('RGBA → yuva420p', () => kernel.toFrame(clear, mixed));
measure('still drawn straight into I420, 2880 → 1920', () => kernel.drawStill(frame, still, shown));
measure('  the same by RGBA (composite, then I420)', () => {
  const scale = WIDTH / shown.width;
  kernel.composite(target, large, {
    a: scale,
    b: 0,
    c: 0,
    d: scale,
    e: -shown.x * scale,
    f: -shown.y * scale,
  });
  kernel.toFrame(frame, target);
});
measure('mip chain of 2880 × 1620', () => kernel.free(kernel.buildMips(large)));
measure('still of 2880 × 1620 to planes', () => kernel.free(kernel.prepareStill(large)));
measure('resample 2880 × 1620 → 1920 × 1080', () => kernel.free(kernel.resampleBitmap(large, whole, whole)));
const { used, reserved } = kernel.usage();
process.stdout.write(
  `memory: ${(used / 2 ** 20).toFixed(0)} MB in use, ${(reserved / 2 ** 20).toFixed(0)} MB in all\n`,
);
