import { createMiddleware } from 'hono/factory';
import type { Env } from './context.ts';

/** For the pages: everything from here, nothing inline, nothing framed. */
export const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** For everything that is no page. */
export const DATA_CSP = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers that every answer carries unless its route said otherwise. */
export const securityHeaders = (https: boolean) =>
  createMiddleware<Env>(async (c, next) => {
    await next();
    const headers = c.res.headers;
    const set = (name: string, value: string) => {
      if (!headers.has(name)) headers.set(name, value);
    };
    const page = headers.get('Content-Type')?.startsWith('text/html') ?? false;
    set('Content-Security-Policy', page ? PAGE_CSP : DATA_CSP);
    if (c.req.path.startsWith('/v1/')) set('Cache-Control', 'no-store');
    set('X-Content-Type-Options', 'nosniff');
    set('Referrer-Policy', 'no-referrer');
    set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
    if (https) set('Strict-Transport-Security', 'max-age=31536000');
  });
