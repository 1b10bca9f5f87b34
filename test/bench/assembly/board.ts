import { STORYBOARD_VERSION, type Storyboard, storyboardSchema } from '@animatic/schema';

/** Seconds of each dissolve. */
const DISSOLVE = 0.5;

/** A storyboard of generated shots alone that dissolve into one another, 720p at 30 frames a second, with sound. */
export function boardOf(shots: number, seconds: number): Storyboard {
  const duration = (seconds + DISSOLVE * (shots - 1)) / shots;
  return storyboardSchema.parse({
    version: STORYBOARD_VERSION,
    title: 'Assembly',
    format: { aspect: '16:9', resolution: 720, fps: 30 },
    shots: Array.from({ length: shots }, (_, index) => ({
      id: `shot-${index}`,
      source: { node: `1:${index}`, name: `Shot ${index + 1}` },
      size: { width: 1280, height: 720 },
      caption: { direction: 'A harbour at dawn' },
      duration,
      engine: 'videos',
      generation: { model: 'bench', from: { kind: 'words' }, seconds: Math.ceil(duration), sound: true },
      transition: { kind: 'dissolve', duration: DISSOLVE },
    })),
  });
}
