/**
 * Seconds for people, to a tenth: `3 s`, `2.5 s`.
 *
 * @example seconds(2.5) // '2.5 s'
 */
export function seconds(value: number): string {
  return `${Math.round(value * 10) / 10} s`;
}

/**
 * A timecode: minutes and seconds, with tenths.
 *
 * @example timecode(65.25) // '1:05.2'
 */
export function timecode(value: number): string {
  const tenths = Math.max(0, Math.floor(value * 10 + 1e-6));
  const minutes = Math.floor(tenths / 600);
  const rest = tenths % 600;
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}

/**
 * A moment to a hundredth, for stepping frame by frame.
 *
 * @example moment(4.1) // '4.10 s'
 */
export function moment(value: number): string {
  return `${(Math.max(0, Math.floor(value * 100 + 1e-4)) / 100).toFixed(2)} s`;
}

/**
 * Bytes for people.
 *
 * @example bytes(1_540_000) // '1.5 MB'
 */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  if (value < 1_000_000) return `${Math.round(value / 1000)} kB`;
  return `${(value / 1_000_000).toFixed(1)} MB`;
}

/** `1 frame`, `3 frames`. */
export function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
