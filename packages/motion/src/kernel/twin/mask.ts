import { overlap } from '../axis.ts';
import type { KernelExports } from '../kernel-exports.ts';
import type { TwinMemory } from './twin-memory.ts';

/** Coverage, a pixel at a time. */
export function maskTwin(memory: TwinMemory): Pick<KernelExports, 'fadeMask' | 'roundedMask'> {
  return {
    fadeMask(target, width, height, start, across, down, values, count) {
      const bytes = memory.u8;
      const steps = memory.f32(values, count);
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const along = start + down * y + across * x;
          const place = Math.min(Math.max(along, 0), 1) * (count - 1);
          const index = Math.min(Math.floor(place), count - 2);
          const from = steps[index]!;
          const share = from + (steps[index + 1]! - from) * (place - index);
          bytes[target + y * width + x] = Math.floor(bytes[target + y * width + x]! * share + 0.5);
        }
    },
    roundedMask(target, width, height, left, top, right, bottom, ul, ur, lr, ll) {
      const bytes = memory.u8;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const cx = x + 0.5;
          const cy = y + 0.5;
          let cover = overlap(x, left, right) * overlap(y, top, bottom);
          const corner = (dx: number, dy: number, radius: number) => {
            const inside = radius + 0.5 - Math.sqrt(dx * dx + dy * dy);
            cover = Math.min(cover, Math.max(inside, 0));
          };
          if (cx < left + ul && cy < top + ul) corner(left + ul - cx, top + ul - cy, ul);
          else if (cx < left + ll && cy > bottom - ll) corner(left + ll - cx, cy - bottom + ll, ll);
          if (cx > right - ur && cy < top + ur) corner(cx - right + ur, top + ur - cy, ur);
          else if (cx > right - lr && cy > bottom - lr) corner(cx - right + lr, cy - bottom + lr, lr);
          bytes[target + y * width + x] = Math.floor(cover * 255 + 0.5);
        }
    },
  };
}
