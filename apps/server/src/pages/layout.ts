import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageParts {
  title: string;
  /** More for the head: meta tags, scripts by `src`. */
  head?: Html;
  /** On the body, to scope styles: `preview`, `notice`, `connect`. */
  kind: string;
  body: Html;
}

/** The document that every page for people shares: one style sheet, light and dark by the system, never indexed. */
export function page({ title, head, kind, body }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/assets/pages.css" />
    ${head ?? ''}
  </head>
  <body class="${kind}">
    ${body}
  </body>
</html>`;
}

/** The mark: a frame, and the same frame a moment later. */
export const mark = raw(
  '<svg class="mark" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><rect x="2.5" y="5" width="12" height="14" rx="3" fill="none" stroke="currentColor" stroke-opacity=".45" stroke-width="1.5"/><rect x="9" y="5" width="12.5" height="14" rx="3" fill="currentColor"/></svg>',
);

/** A page that says one thing kindly: an ended link, an unknown one, a finished step. */
export function notice(title: string, words: string, more?: Html): Html {
  return page({
    title: `${title} · Animatic`,
    kind: 'notice',
    body: html`<main>
      ${mark}
      <h1>${title}</h1>
      <p>${words}</p>
      ${more ?? ''}
    </main>`,
  });
}
