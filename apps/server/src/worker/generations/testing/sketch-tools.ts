import type { FootageTools } from '../footage-tools.ts';

/** Tools that believe every file: what they make is a few bytes of words. */
export function sketchTools(overrides: Partial<FootageTools> = {}): FootageTools {
  const words = (text: string) => new TextEncoder().encode(text);
  return {
    checkVideo: async (_path, { size, seconds }) => ({
      type: 'video/mp4',
      width: size?.width ?? 1280,
      height: size?.height ?? 720,
      seconds: seconds ?? 4,
      fps: 24,
      frames: (seconds ?? 4) * 24,
      sound: false,
    }),
    posterOf: async () => words('a poster'),
    lastFrame: async () => words('the last frame'),
    fitStill: async (_still, size) => ({ png: words(`fitted to ${size.width}x${size.height}`) }),
    toStill: async (bytes) => ({ bytes, type: 'image/png', width: 16, height: 9 }),
    ...overrides,
  };
}
