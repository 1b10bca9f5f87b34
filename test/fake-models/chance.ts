import { createHash } from 'node:crypto';

/**
 * A number from 0 up to 1 that the parts decide: drawn by name and not in turn, so that the same seed gives the same
 * faults in whatever order the calls of several workers arrive.
 */
export function chance(...parts: readonly (string | number)[]): number {
  return createHash('sha256').update(parts.join('\u0000')).digest().readUInt32BE(0) / 2 ** 32;
}

/** A whole number from 0 up to `limit`, decided by the parts. */
export const pick = (limit: number, ...parts: readonly (string | number)[]): number =>
  Math.floor(chance(...parts) * limit);

/** Hex SHA-256. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
