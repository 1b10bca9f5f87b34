import type { Settings } from '../../protocol/board.ts';
import { isFields } from '../checks.ts';
import { findOnDevice, keepOnDevice } from './device.ts';

const SETTINGS = 'settings';
/** Wide enough for a card beside its player, as high as Figma's own panels on a laptop. */
export const DEFAULTS: Settings = { width: 400, height: 680, format: null, fileUrl: null };
export const LEAST = { width: 320, height: 360 };
export const MOST = { width: 1200, height: 1600 };

export async function findSettings(figma: PluginAPI): Promise<Settings> {
  return readSettings(await findOnDevice(figma, SETTINGS));
}

export async function keepSettings(figma: PluginAPI, settings: Settings): Promise<void> {
  await keepOnDevice(figma, SETTINGS, settings);
}

/** What is missing or out of range is the default. */
export function readSettings(value: unknown): Settings {
  if (!isFields(value)) return DEFAULTS;
  const { width, height, format, fileUrl } = value;
  return {
    width: within(width, LEAST.width, MOST.width) ?? DEFAULTS.width,
    height: within(height, LEAST.height, MOST.height) ?? DEFAULTS.height,
    format: isFormat(format) ? format : null,
    fileUrl: typeof fileUrl === 'string' && fileUrl.length <= 2000 ? fileUrl : null,
  };
}

function within(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? Math.round(value) : null;
}

function isFormat(value: unknown): value is NonNullable<Settings['format']> {
  return (
    isFields(value) &&
    typeof value.aspect === 'string' &&
    typeof value.resolution === 'number' &&
    typeof value.fps === 'number'
  );
}
