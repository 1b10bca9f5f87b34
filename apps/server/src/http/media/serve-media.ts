import type { Readable } from 'node:stream';
import type { MediaStore } from '@animatic/media';
import type { Sha256 } from '@animatic/schema';
import type { Context } from 'hono';
import type { Env } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { byteRange } from './byte-range.ts';

export interface ServedFile {
  workspaceId: string;
  hash: Sha256;
  type: string;
  extension: string;
  /** Sent as a download with this name, unless the address says another. */
  name?: string;
}

/**
 * Answers with a stored file: ranges, revalidation, HEAD, and no faster than the other side reads. Who may see it was
 * decided before. Nothing is kept without asking again, so that a revoked link is gone at once.
 */
export async function serveMedia(c: Context<Env>, media: MediaStore, file: ServedFile): Promise<Response> {
  const found = await media.stat(file.workspaceId, file.hash);
  if (!found) throw new HttpProblem('not_found', { detail: 'The file is gone.' });
  const etag = `"${file.hash}"`;
  const headers = new Headers({
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'private, no-cache',
    'Content-Type': file.type,
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  const download = c.req.query('download') ?? file.name;
  if (download !== undefined) headers.set('Content-Disposition', attachment(download, file.extension));

  // RFC 9110, 13.2.2: If-None-Match goes before Range; If-Range decides whether Range counts at all.
  if (matches(c.req.header('If-None-Match'), etag)) {
    headers.delete('Content-Type');
    return new Response(null, { status: 304, headers });
  }
  const ifRange = c.req.header('If-Range')?.trim();
  const wanted = ifRange === undefined || ifRange === etag ? c.req.header('Range') : undefined;
  const range = byteRange(wanted, found.bytes);
  if (range === 'unsatisfiable')
    throw new HttpProblem('range_not_satisfiable', {
      detail: `The file has ${found.bytes} bytes.`,
      headers: { 'Content-Range': `bytes */${found.bytes}`, 'Accept-Ranges': 'bytes' },
    });
  const part = range === 'whole' ? undefined : range;
  if (part) headers.set('Content-Range', `bytes ${part.start}-${part.end}/${found.bytes}`);
  headers.set('Content-Length', String(part ? part.end - part.start + 1 : found.bytes));
  const status = part ? 206 : 200;
  if (c.req.method === 'HEAD' || found.bytes === 0) return new Response(null, { status, headers });
  const open = () => media.open(file.workspaceId, file.hash, part);
  return new Response(webStream(open), { status, headers });
}

/** Opens the file when the other side first asks for a byte, reads as it asks for more, closes it when it leaves. */
function webStream(open: () => Promise<Readable | null>): ReadableStream<Uint8Array> {
  let stream: Readable | undefined;
  let chunks: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!chunks) {
          stream = (await open()) ?? undefined;
          if (!stream) throw new Error('the file went away before it was read');
          chunks = stream[Symbol.asyncIterator]();
        }
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        stream?.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etag);
}

/** A file name for people; what a header or a file system would trip over becomes a dash. */
function attachment(name: string, extension: string): string {
  const plain =
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|%;]+/gu, '-')
      .replace(/^[.\s-]+|[.\s-]+$/g, '')
      // Never through the middle of a pair.
      .match(/^.{0,100}/u)?.[0] || 'animatic';
  const full = plain.toLowerCase().endsWith(`.${extension}`) ? plain : `${plain}.${extension}`;
  const ascii = full.replace(/[^\x20-\x7e]/g, '_');
  const encoded = encodeURIComponent(full).replace(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
