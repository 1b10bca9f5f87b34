import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pluginContentSecurityPolicy } from '@animatic/playground/plugin-csp';
import { injectFigmaTheme } from '@animatic/playground/plugin-theme';
import type { Context } from 'hono';
import * as z from 'zod';
import type { Env, Mount } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { findStatic, readStatic } from './static-folder.ts';

const CSP = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self' blob: data:",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const manifestSchema = z.looseObject({
  networkAccess: z
    .object({ allowedDomains: z.array(z.string()), devAllowedDomains: z.array(z.string()).optional() })
    .optional(),
});

/** The page that stands in for Figma, and the built plugin that runs in it. Off in production. */
export const playground: Mount = (app, { config }) => {
  if (!config.playground) return;
  app.get('/playground', (c) => c.redirect('/playground/'));

  app.get('/playground/plugin/ui.html', async (c) => {
    const theme = c.req.query('theme') === 'dark' ? 'dark' : 'light';
    const [html, manifest, colors] = await Promise.all([
      readFile(join(config.pluginDir, 'ui.html'), 'utf8'),
      readFile(join(config.pluginDir, 'manifest.json'), 'utf8'),
      readFile(join(config.playgroundDir, 'figma-colors.css'), 'utf8').catch(() => ''),
    ]).catch(() => {
      throw new HttpProblem('not_found', { detail: 'The plugin is not built: npm run build.' });
    });
    const policy = pluginContentSecurityPolicy(manifestSchema.parse(JSON.parse(manifest)), { dev: true });
    c.header('Content-Security-Policy', policy);
    c.header('Cache-Control', 'no-cache');
    return c.html(injectFigmaTheme(html, theme, colors));
  });

  app.get('/playground/plugin/:path{.+}', (c) => serveFile(c, config.pluginDir, c.req.param('path')));
  app.get('/playground/:path{.*}', (c) =>
    serveFile(c, config.playgroundDir, c.req.param('path') || 'index.html'),
  );
};

async function serveFile(c: Context<Env>, root: string, path: string): Promise<Response> {
  const file = await findStatic(root, path);
  if (!file)
    throw new HttpProblem('not_found', { detail: 'There is no such file. Is it built? npm run build' });
  c.header('Content-Security-Policy', CSP);
  c.header('Cache-Control', 'no-cache');
  c.header('ETag', file.etag);
  if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304);
  c.header('Content-Type', file.type);
  c.header('Content-Length', String(file.bytes));
  return c.req.method === 'HEAD' ? c.body(null) : c.body(readStatic(file));
}
