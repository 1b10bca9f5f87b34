import { Hono } from 'hono';
import { linkEnded, nothingHere } from '../http/core/problem.ts';
import { notice } from './layout.ts';
import { type PreviewView, previewPage } from './preview-page.ts';
import { webVtt } from './vtt.ts';

/** What a slug leads to; `version` is the newest published one where none is named. */
export type FoundPreview = { state: 'open'; view: PreviewView } | { state: 'ended' } | undefined;

export interface PageDependencies {
  publicUrl: string;
  findPreview(slug: string, version?: number): Promise<FoundPreview>;
}

/** `/p/{slug}` and the text tracks beside its media. */
export function previewPages(deps: PageDependencies): Hono {
  const pages = new Hono();

  pages.get('/p/:slug', async (c) => {
    const found = await deps.findPreview(c.req.param('slug'), wholeNumber(c.req.query('v')));
    if (!found) return c.html(unknownLink(), 404);
    if (found.state === 'ended') return c.html(endedLink(), 410);
    const start = Math.min(seconds(c.req.query('t')), Math.max(0, found.view.seconds - 0.1));
    c.header('Cache-Control', 'private, no-cache');
    return c.html(previewPage(found.view, { publicUrl: deps.publicUrl, start }));
  });

  for (const track of ['lines', 'chapters'] as const)
    pages.get(`/p/:slug/v/:version/${track}.vtt`, async (c) => {
      const number = wholeNumber(c.req.param('version'));
      const found = number ? await deps.findPreview(c.req.param('slug'), number) : undefined;
      if (!found) throw nothingHere();
      if (found.state === 'ended') throw linkEnded();
      return c.body(webVtt(found.view[track]), 200, {
        'Content-Type': 'text/vtt; charset=utf-8',
        'Cache-Control': 'private, no-cache',
      });
    });

  return pages;
}

function unknownLink() {
  return notice(
    'There is nothing at this link',
    'The address may have lost a few letters on its way. Ask whoever sent it for the link again.',
  );
}

function endedLink() {
  return notice(
    'This link has ended',
    'Its owner closed it, or its time ran out. Ask them for a new link if you still need to see the clip.',
  );
}

function wholeNumber(value: string | undefined): number | undefined {
  return value && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

/** `?t=12`, `?t=1.5` or `?t=12s`; anything else is the beginning. */
function seconds(value: string | undefined): number {
  const match = /^(\d{1,5}(?:\.\d{1,3})?)s?$/.exec(value ?? '');
  return match ? Number(match[1]) : 0;
}
