import type { TimedText } from '@animatic/schema';
import { html } from 'hono/html';
import { type Html, mark, page } from './layout.ts';

/** What a link shows: a preview, the version that was asked for, and its clip. */
export interface PreviewView {
  slug: string;
  title: string;
  version: number;
  publishedAt: Date;
  /** Numbers of all published versions, newest first. */
  versions: number[];
  width: number;
  height: number;
  seconds: number;
  /** Whether there is a sheet of thumbnails to show over the time line. */
  thumbnails?: boolean;
  chapters: TimedText[];
  lines: TimedText[];
}

export interface PreviewPageOptions {
  /** Absolute, without a slash at its end: what other sites fetch the poster from. */
  publicUrl: string;
  /** Seconds into the clip, from `?t=`. */
  start: number;
}

/** The page behind a link: the poster at once, the clip, its title, chapters and lines. */
export function previewPage(view: PreviewView, { publicUrl, start }: PreviewPageOptions): Html {
  const path = `/p/${view.slug}`;
  const media = `${path}/v/${view.version}`;
  const newest = view.versions[0] === view.version;
  return page({
    title: `${view.title} · Animatic`,
    kind: 'preview',
    head: html`${openGraph(view, publicUrl + path, publicUrl + media)}<script type="module" src="/assets/preview.js"></script>`,
    body: html`<header class="top">
        <span class="brand">${mark}<span>Animatic</span></span>
        <span class="about">
          ${versionMenu(view, path)}
          <time datetime="${view.publishedAt.toISOString()}">${day(view.publishedAt)}</time>
        </span>
        <button class="quiet" type="button" data-copy hidden>Copy link</button>
      </header>
      <main>
        ${newest ? '' : html`<p class="older">This is version ${view.version}. <a href="${path}">See the newest, version ${view.versions[0]}</a></p>`}
        <div class="player" data-player data-seconds="${view.seconds}" data-start="${start}" ${view.thumbnails ? html`data-thumbnails="${media}/sprites.vtt"` : ''}>
          <div class="picture">
            <video controls playsinline preload="metadata" width="${view.width}" height="${view.height}" poster="${media}/poster.png" aria-label="${view.title}">
              <source src="${media}/clip.mp4${start ? `#t=${start}` : ''}" type="video/mp4" />
              ${view.lines.length ? html`<track kind="subtitles" label="Lines" srclang="en" src="${media}/lines.vtt" default />` : ''}
              <track kind="chapters" label="Chapters" srclang="en" src="${media}/chapters.vtt" />
            </video>
            <button class="start" type="button" aria-label="Play" hidden>${icons.bigPlay}</button>
          </div>
          ${controls(view)}
        </div>
        <h1>${view.title}</h1>
        ${view.chapters.length > 1 ? chapters(view.chapters, path, newest ? undefined : view.version) : ''}
      </main>
      <footer><span>Made with Animatic</span><span class="keys" hidden><kbd>Space</kbd> play <kbd>←</kbd><kbd>→</kbd> 1 s <kbd>,</kbd><kbd>.</kbd> frame <kbd>F</kbd> full screen</span></footer>`,
  });
}

function openGraph(view: PreviewView, url: string, media: string): Html {
  const poster = `${media}/poster.png`;
  const words = `A ${Math.round(view.seconds)}-second clip${view.chapters.length > 1 ? ` in ${view.chapters.length} shots` : ''}`;
  return html`<meta name="description" content="${words}" />
    <link rel="preload" as="image" href="/p/${view.slug}/v/${view.version}/poster.png" />
    <meta property="og:type" content="video.other" />
    <meta property="og:site_name" content="Animatic" />
    <meta property="og:title" content="${view.title}" />
    <meta property="og:description" content="${words}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:image" content="${poster}" />
    <meta property="og:image:type" content="image/png" />
    <meta property="og:image:width" content="${view.width}" />
    <meta property="og:image:height" content="${view.height}" />
    <meta property="og:image:alt" content="${view.title}" />
    <meta property="og:video" content="${media}/clip.mp4" />
    <meta property="og:video:type" content="video/mp4" />
    <meta property="og:video:width" content="${view.width}" />
    <meta property="og:video:height" content="${view.height}" />
    <meta name="twitter:card" content="summary_large_image" />
    <meta name="twitter:title" content="${view.title}" />
    <meta name="twitter:description" content="${words}" />
    <meta name="twitter:image" content="${poster}" />`;
}

function versionMenu(view: PreviewView, path: string): Html {
  if (view.versions.length < 2) return html`<span>Version ${view.version}</span>`;
  return html`<details class="versions">
    <summary>Version ${view.version}</summary>
    <ul>
      ${view.versions.map(
        (number, index) =>
          html`<li><a href="${index === 0 ? path : `${path}?v=${number}`}" ${number === view.version ? html`aria-current="page"` : ''}>Version ${number}${index === 0 ? ' · newest' : ''}</a></li>`,
      )}
    </ul>
  </details>`;
}

function controls(view: PreviewView): Html {
  return html`<div class="controls" role="group" aria-label="Player" hidden>
    <button type="button" data-play aria-label="Play">${icons.play}${icons.pause}</button>
    <div class="scrub">
      <div class="track"><div class="loaded"></div><div class="played"></div></div>
      <div class="marks"></div>
      <input type="range" min="0" max="${view.seconds}" step="any" value="0" aria-label="Time" />
    </div>
    <output class="time"><span data-now>0:00</span><span class="of"> / <span data-end>${clock(view.seconds)}</span></span></output>
    ${view.lines.length ? html`<button type="button" data-lines aria-label="Lines" aria-pressed="true">${icons.lines}</button>` : ''}
    <button type="button" data-loop aria-label="Loop" aria-pressed="false">${icons.loop}</button>
    <button type="button" data-full aria-label="Full screen">${icons.full}</button>
  </div>`;
}

function chapters(list: TimedText[], path: string, version: number | undefined): Html {
  return html`<nav class="chapters" aria-label="Chapters">
    <ol>
      ${list.map(({ start, text }) => {
        const search = new URLSearchParams({
          ...(version ? { v: String(version) } : {}),
          t: String(Math.round(start * 100) / 100),
        });
        return html`<li><a href="${path}?${search.toString()}" data-at="${start}"><span class="at">${clock(start)}</span><span class="name">${text}</span></a></li>`;
      })}
    </ol>
  </nav>`;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function day(date: Date): string {
  return date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}

const icon = (name: string, path: Html) =>
  html`<svg class="icon ${name}" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

const icons = {
  bigPlay: html`<svg viewBox="0 0 24 24" width="28" height="28" fill="currentColor" aria-hidden="true"><path d="M8 5.2v13.6a.8.8 0 0 0 1.2.7l11-6.8a.8.8 0 0 0 0-1.4l-11-6.8a.8.8 0 0 0-1.2.7Z" /></svg>`,
  play: icon('play', html`<path d="M7.5 5.5v13l11-6.5z" fill="currentColor" />`),
  pause: icon('pause', html`<path d="M8.5 6v12M15.5 6v12" stroke-width="3" />`),
  lines: icon(
    'lines',
    html`<rect x="3" y="5" width="18" height="14" rx="3" /><path d="M7 14.5h5M15 14.5h2M7 11h2M12 11h5" />`,
  ),
  loop: icon(
    'loop',
    html`<path d="M4 11V9.5A3.5 3.5 0 0 1 7.5 6H19M16.5 3.5 19 6l-2.5 2.5M20 13v1.5a3.5 3.5 0 0 1-3.5 3.5H5M7.5 20.5 5 18l2.5-2.5" />`,
  ),
  full: icon(
    'full',
    html`<path d="M4 9V5.5A1.5 1.5 0 0 1 5.5 4H9M15 4h3.5A1.5 1.5 0 0 1 20 5.5V9M20 15v3.5a1.5 1.5 0 0 1-1.5 1.5H15M9 20H5.5A1.5 1.5 0 0 1 4 18.5V15" />`,
  ),
};
