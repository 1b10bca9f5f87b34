const UNITS: Record<string, number> = {
  '': 1,
  b: 1,
  k: 1000,
  kb: 1000,
  kib: 1024,
  m: 1e6,
  mb: 1e6,
  mib: 1024 ** 2,
  g: 1e9,
  gb: 1e9,
  gib: 1024 ** 3,
};

/**
 * Bytes out of what people write.
 *
 * @returns undefined where it is no size
 * @example readBytes('5MB') // 5000000
 */
export function readBytes(text: string): number | undefined {
  const [, number, unit = ''] = /^([\d.]+)\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const bytes = Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  return Number.isFinite(bytes) && bytes >= 1 ? Math.floor(bytes) : undefined;
}

/**
 * Seconds out of what people write.
 *
 * @returns undefined where it is no moment
 * @example readMoment('0:01.5') // 1.5
 */
export function readMoment(text: string): number | undefined {
  const [, minutes = '0', number, unit = 's'] =
    /^(?:(\d+):)?(\d+(?:\.\d+)?|\.\d+)(ms|s)?$/i.exec(text.trim()) ?? [];
  const seconds = Number(minutes) * 60 + Number(number) * (unit.toLowerCase() === 'ms' ? 0.001 : 1);
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** @example bytesText(2_140_000) // '2.1 MB' */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1e6) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @example secondsText(75) // '1:15 min' */
export function secondsText(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')} min`;
}
