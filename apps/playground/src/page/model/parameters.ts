import type { Theme } from '../../host/plugin-theme.ts';

/** What the page's address asks for. */
export interface Parameters {
  document: string | undefined;
  page: string | undefined;
  select: string[];
  theme: Theme | undefined;
  run: boolean;
  viewOnly: boolean;
  noVideo: boolean;
  plugin: string;
}

/**
 * Reads the page's address.
 * @example readParameters('?document=shop&select=1:2,1:3&run=1')
 */
export function readParameters(search: string): Parameters {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const base = query.get('plugin') ?? './plugin/';
  return {
    document: query.get('document') ?? undefined,
    page: query.get('page') ?? undefined,
    select: (query.get('select') ?? '').split(',').filter(Boolean),
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    run: isOn(query.get('run')),
    viewOnly: isOn(query.get('viewOnly')),
    noVideo: isOn(query.get('noVideo')),
    plugin: base.endsWith('/') ? base : `${base}/`,
  };
}

function isOn(value: string | null): boolean {
  return value === '' || value === '1' || value === 'true';
}
