import type { Size } from '@animatic/schema';
import type { PixelLayout } from './raw-frame.ts';

const FORMATS: Record<PixelLayout, string> = { i420: 'yuv420p', i420a: 'yuva420p', rgba: 'rgba' };

/** Silent, asks nothing, replaces what is there. */
export const QUIETLY = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'];

/** Raw frames from the standard input. */
export const rawInput = (pixels: PixelLayout, { width, height }: Size, fps: number): string[] => [
  '-f',
  'rawvideo',
  '-pix_fmt',
  FORMATS[pixels],
  '-s',
  `${width}x${height}`,
  '-r',
  `${fps}`,
  '-i',
  'pipe:0',
];

/** Says how our kernel turns colours into I420. */
export const BT709 = [
  ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'],
].flat();

/** A file's name as ffmpeg cannot take it for a protocol or an option. */
export const fileUrl = (path: string): string => `file:${path}`;
