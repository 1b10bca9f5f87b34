import type { Render, Take } from '@animatic/schema';
import type { RememberedRender } from '../../protocol/index.ts';

/** One earlier render as the list shows it. */
export interface RenderRow {
  id: string;
  title: string;
  /** ISO 8601. */
  at: string;
  /** Seconds; null where there is no clip. */
  seconds: number | null;
  /** What the server has of it; null for what only the file remembers. */
  take: Take | null;
  /** In words, where it is anything but done. */
  state: string | null;
  failed: boolean;
  /** There is something to look at. */
  opens: boolean;
  /** The preview's link. */
  url: string | null;
}

const stateWords = {
  queued: 'Waiting in line',
  generating: 'Waiting for models',
  rendering: 'Rendering',
  done: null,
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

/** The server's list and what the file itself remembers, newest first, each render once. */
export function renderRows(renders: readonly Render[], remembered: readonly RememberedRender[]): RenderRow[] {
  const links = new Map(remembered.map((entry) => [entry.render, entry.preview?.url ?? null]));
  const known = new Set(renders.map((render) => render.id));
  const fromServer = renders.map((render): RenderRow => {
    const take = render.takes[0] ?? null;
    const reason = render.state === 'failed' ? render.error?.message : undefined;
    return {
      id: render.id,
      title: render.title,
      at: render.createdAt,
      seconds: take?.seconds ?? null,
      take,
      state: reason ?? stateWords[render.state],
      failed: render.state === 'failed',
      opens: take !== null,
      url: links.get(render.id) ?? null,
    };
  });
  const fromFile = remembered
    .filter((entry) => !known.has(entry.render))
    .map(
      (entry): RenderRow => ({
        id: entry.render,
        title: entry.title,
        at: entry.at,
        seconds: entry.seconds,
        take: null,
        state: null,
        failed: false,
        opens: true,
        url: entry.preview?.url ?? null,
      }),
    );
  return [...fromServer, ...fromFile].sort((a, b) => b.at.localeCompare(a.at));
}
