/** What the rendering process is asked for; one at a time. */
export interface Job {
  /** The folder that it was written into. */
  scene: string;
  /** A file that the raw frames go to instead of the encoder. */
  raw?: string;
  out?: string;
  ffmpeg: string;
}

/** What one turn of a contestant took. */
export interface Turn {
  seconds: number;
  /** Until the first frame was drawn; the renderer's alone. */
  firstFrameSeconds?: number;
  frames: number;
  /** User and system time of the process and of the children that ended meanwhile. */
  cpuSeconds: number;
}

export const framesASecond = (turn: Turn): number => turn.frames / turn.seconds;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
}

/**
 * A figure's key in the JSON object.
 *
 * @example keyOf('motion', 'pan-zoom', 'fps') // 'motionPanZoomFps'
 */
export function keyOf(...names: string[]): string {
  return names.join('-').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
