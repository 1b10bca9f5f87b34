import type { ByteRange } from '@animatic/media';

/**
 * Reads a Range header against a file's size (RFC 9110, 14.2): the part to send, `whole` where there is none to heed
 * (absent, malformed, or several parts), `unsatisfiable` where it lies past the end.
 *
 * @example byteRange('bytes=0-1', 5) // { start: 0, end: 1 }
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '');
  if (!match) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const last = Number(to);
    if (last === 0 || size === 0) return 'unsatisfiable';
    return { start: Math.max(0, size - last), end: size - 1 };
  }
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return 'whole';
  return start >= size ? 'unsatisfiable' : { start, end };
}
