import type { Entry, Section } from './entry.ts';

/** What was made of an entry. */
export interface Made {
  entry: Entry;
  /** Paths relative to the page. */
  clip: string;
  poster: string;
  width: number;
  height: number;
  seconds: number;
  bytes: number;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/**
 * The gallery as one page: named sections, clips that load and play when they come into view, light and dark.
 *
 * @example await writeFile('index.html', page([{ section, clips }], { styles, script }));
 */
export function page(
  sections: readonly { section: Section; clips: readonly Made[] }[],
  { styles, script }: { styles: string; script: string },
): string {
  const count = sections.reduce((sum, { clips }) => sum + clips.length, 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Animatic: motion gallery</title>
<style>
${styles}</style>
</head>
<body>
<header>
<p class="mark">Animatic</p>
<h1>Everything that moves</h1>
<p class="lead">${count} clips, drawn by the motion engine from designs that stand still.</p>
</header>
<nav aria-label="Sections">
${sections.map(({ section, clips }) => `<a href="#${section.id}">${escaped(section.short ?? section.title)} <span>${clips.length}</span></a>`).join('\n')}
</nav>
<main>
${sections.map(sectionOf).join('\n')}
</main>
<script>
${script}</script>
</body>
</html>
`;
}

function sectionOf({ section, clips }: { section: Section; clips: readonly Made[] }): string {
  return `<section id="${section.id}"${section.even ? ' class="even"' : ''} style="--tile: ${section.tile ?? 330}px">
<h2>${escaped(section.title)}</h2>
<p class="about">${escaped(section.about)}</p>
<div class="tiles">
${clips.map(tileOf).join('\n')}
</div>
</section>`;
}

function tileOf({ entry, clip, poster, width, height, seconds }: Made): string {
  const note = entry.note ? `<span>${escaped(entry.note)}</span>` : '';
  return `<figure${entry.output ? ' class="clear"' : ''}>
<video muted loop playsinline preload="none" width="${width}" height="${height}" poster="${poster}" data-src="${clip}" aria-label="${escaped(entry.title)}"></video>
<figcaption><strong>${escaped(entry.title)}</strong>${note}<time>${seconds.toFixed(1)} s</time></figcaption>
</figure>`;
}
