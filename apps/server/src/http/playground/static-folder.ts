import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { Readable } from 'node:stream';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

export interface StaticFile {
  path: string;
  bytes: number;
  type: string;
  etag: string;
}

/** Finds a built file below `root`; null for anything that is not a file there, also by a symbolic link. */
export async function findStatic(root: string, path: string): Promise<StaticFile | null> {
  if (/[\0\\]/.test(path) || path.split('/').includes('..')) return null;
  try {
    const file = await realpath(join(root, path));
    if (!file.startsWith((await realpath(root)) + sep)) return null;
    const found = await stat(file);
    if (!found.isFile()) return null;
    return {
      path: file,
      bytes: found.size,
      type: types[extname(file).toLowerCase()] ?? 'application/octet-stream',
      etag: `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`,
    };
  } catch {
    return null;
  }
}

export function readStatic(file: StaticFile): ReadableStream {
  return Readable.toWeb(createReadStream(file.path)) as ReadableStream;
}
