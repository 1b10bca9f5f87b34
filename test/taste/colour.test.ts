import { describe, expect, test } from 'vitest';
import { bank } from '../golden/support/bank.ts';
import { rawFrames } from '../golden/support/clip.ts';
import { capture, stillsInMemory } from '../golden/support/screen.ts';
import { plateaus } from '../measure/banding.ts';
import { deltaE, meanColor, type Rgb } from '../measure/color.ts';
import { fromI420, lumaOfI420 } from '../measure/i420.ts';
import { RAMPS, ramps, SWATCHES, swatches } from './charts.ts';
import { decoded } from './support.ts';

const stills = stillsInMemory();

describe('colours after decoding', () => {
  test.each([1, 2])('are the design’s, captured at %d ×, on red strokes of two pixels too', async (scale) => {
    const board = { shots: [capture(stills, swatches, { duration: 0.5, motion: undefined }, scale)] };
    const { frames, facts } = await decoded(board, stills, { fps: 24 });
    expect(facts).toMatch(/yuv420p\(tv, bt709(?:, progressive)?\)/);
    const seen = fromI420(frames[0]!);
    const differences = SWATCHES.map((hex, i) =>
      deltaE(
        meanColor(seen, { x: (i % 4) * 120 + 30, y: Math.floor(i / 4) * 90 + 20, width: 60, height: 50 }),
        rgb(hex),
      ),
    );
    // The strokes are one colour: the worst of them counts.
    const strokes = Array.from({ length: 23 }, (_, i) => ({ x: 20 + i * 20, y: 200, width: 2, height: 50 }));
    differences.push(Math.max(...strokes.map((place) => deltaE(meanColor(seen, place), [255, 0, 0]))));
    expect(Math.max(...differences)).toBeLessThanOrEqual(3);
    expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThanOrEqual(1);
  });
});

describe('gradients after decoding', () => {
  test('of a design do not band', async () => {
    const board = { shots: [capture(stills, ramps, { duration: 0.5 })] };
    const { frames } = await decoded(board, stills, { fps: 24 });
    const [raw] = await rawFrames(board, stills, { fps: 24 });
    for (const i of RAMPS.keys()) {
      const ramp = { x: 8, y: i * 90 + 8, width: 464, height: 74 };
      // The slowest has wide steps in itself: what counts is what the encoder makes of it.
      const own = plateaus(lumaOfI420(raw!), ramp).share;
      expect(plateaus(lumaOfI420(frames[0]!), ramp).share).toBeLessThan(own + 0.06);
    }
  });

  test('of a clip’s own ground do not band', async () => {
    const board = { shots: [capture(stills, bank, { duration: 0.5 })] };
    const size = { width: 640, height: 360 };
    const { frames } = await decoded(board, stills, { size, fps: 24 });
    const luma = lumaOfI420(frames[0]!);
    const beside = { x: 0, y: 20, width: 200, height: 320 };
    expect(plateaus(luma, beside).share).toBeLessThan(0.02);
  });
});

function rgb(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r, g, b];
}
