import type { Sha256 } from '@animatic/schema';
import { sha256 } from './sha256.ts';

/** A file's name: SHA-256 in lower-case hexadecimal. Frames without a secure context have no `crypto.subtle`. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Sha256> {
  const digest =
    typeof crypto !== 'undefined' && crypto.subtle
      ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      : sha256(bytes);
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
