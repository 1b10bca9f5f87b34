import { chooseCodec, createPlayer, type PlayerClip, saveClip } from '@animatic/motion/browser';

export interface PageClip extends Omit<PlayerClip, 'bitmapOf' | 'footageOf' | 'onError'> {
  fps: number;
}

export interface SavedInPage {
  type: string;
  codec: string;
  /** Base64. */
  bytes: string;
  poster: boolean;
  progress: [done: number, total: number];
  milliseconds: number;
}

declare global {
  interface Window {
    pictures: {
      /** The player's picture at a time, as the bytes of a PNG in base64. */
      at(clip: PageClip, seconds: number[]): Promise<string[]>;
      /** What the panel would download; `stopAt` cancels there. */
      save(clip: PageClip, stopAt?: number): Promise<SavedInPage | 'cancelled'>;
      /** Frames a second that the player can paint, drawing as fast as it can. */
      speed(clip: PageClip, seconds: number): Promise<number>;
      /** Milliseconds from a new player to its first picture, all stills decoded. */
      openTime(clip: PageClip): Promise<number>;
    };
  }
}

const decoded = new Map<string, ImageBitmap>();

/** Every still that a clip names, decoded beforehand, so that the player opens its shots at once and whole. */
async function decodeAll(clip: PageClip): Promise<void> {
  const hashes = new Set(JSON.stringify(clip.shots).match(/[0-9a-f]{64}/g) ?? []);
  for (const hash of hashes) {
    if (decoded.has(hash)) continue;
    const response = await fetch(`/stills/${hash}`);
    decoded.set(hash, await createImageBitmap(await response.blob()));
  }
}

const bitmapOf = (hash: string) => {
  const bitmap = decoded.get(hash);
  if (!bitmap) throw new Error(`no still ${hash}`);
  return bitmap;
};

async function base64(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(String(reader.result).replace(/^.*?,/, ''));
    reader.readAsDataURL(blob);
  });
}

window.pictures = {
  async at(clip, moments) {
    await decodeAll(clip);
    const canvas = document.createElement('canvas');
    const { fps: _, ...unquantized } = clip;
    const player = createPlayer({ ...unquantized, canvas, bitmapOf });
    const shown: string[] = [];
    for (const seconds of moments) {
      player.seek(seconds);
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      shown.push(blob ? await base64(blob) : '');
    }
    player.dispose();
    return shown;
  },
  async save(clip, stopAt) {
    await decodeAll(clip);
    const chosen = await chooseCodec(clip.size, clip.fps, clip.format?.ground === 'transparent');
    if (!chosen) throw new Error('this browser encodes nothing');
    const stop = new AbortController();
    const progress: [number, number] = [0, 0];
    const begun = performance.now();
    try {
      const { bytes, type, poster } = await saveClip({
        ...clip,
        bitmapOf,
        chosen,
        signal: stop.signal,
        onProgress(done, total) {
          progress[0] = done;
          progress[1] = total;
          if (done === stopAt) stop.abort();
        },
      });
      const milliseconds = performance.now() - begun;
      const { codec } = chosen.config;
      return {
        type,
        codec,
        bytes: await base64(new Blob([bytes])),
        poster: poster !== null,
        progress,
        milliseconds,
      };
    } catch (error) {
      if (stop.signal.aborted) return 'cancelled';
      throw error;
    }
  },
  async speed(clip, seconds) {
    await decodeAll(clip);
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    const player = createPlayer({ ...clip, canvas, bitmapOf });
    const frames = Math.round(seconds * clip.fps);
    const context = canvas.getContext('2d');
    const begun = performance.now();
    for (let index = 0; index < frames; index++) {
      player.seek((index + 0.5) / clip.fps);
      // The browser draws when it is asked for a pixel, not before.
      context?.getImageData(0, 0, 1, 1);
    }
    const speed = frames / ((performance.now() - begun) / 1000);
    player.dispose();
    canvas.remove();
    return speed;
  },
  async openTime(clip) {
    await decodeAll(clip);
    const canvas = document.createElement('canvas');
    const begun = performance.now();
    const player = createPlayer({ ...clip, canvas, bitmapOf });
    canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
    const milliseconds = performance.now() - begun;
    player.dispose();
    return milliseconds;
  },
};
