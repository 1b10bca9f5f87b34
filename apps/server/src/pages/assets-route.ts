import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

const types = {
  'pages.css': 'text/css; charset=utf-8',
  'preview.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

/**
 * The pages' style sheet, script and icon under `/assets/`, read once at start.
 *
 * @param directory where the build put them: `dist/pages`.
 * @throws when the build has not run.
 */
export function pageAssets(directory: string): Hono {
  const assets = new Hono();
  for (const [name, type] of Object.entries(types)) {
    const bytes = readFileSync(join(directory, name), 'utf8');
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    assets.get(`/assets/${name}`, (c) => {
      c.header('ETag', etag);
      c.header('Cache-Control', 'no-cache');
      if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
      return c.body(bytes, 200, { 'Content-Type': type });
    });
  }
  return assets;
}
