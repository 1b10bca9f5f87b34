import type { Manifest } from './manifest.ts';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;

/**
 * The Content-Security-Policy that a plugin's `ui.html` is served with: scripts and styles inline as in Figma, the
 * network only where the manifest's `networkAccess` allows it, and a sandbox that keeps the origin null.
 * @param manifest the plugin's parsed manifest
 * @param options.dev adds `devAllowedDomains`, as Figma does for plugins in development
 * @throws Error for a domain that could end the directive it stands in
 * @example pluginContentSecurityPolicy(manifest, { dev: true })
 */
export function pluginContentSecurityPolicy(
  manifest: Pick<Manifest, 'networkAccess'>,
  { dev }: { dev: boolean },
): string {
  const access = manifest.networkAccess;
  const listed = [...(access?.allowedDomains ?? ['*']), ...((dev && access?.devAllowedDomains) || [])];
  const sources = [...new Set(listed.flatMap(toSources))].join(' ');
  const directive = (name: string, always: string): string =>
    `${name} ${[always, sources].filter(Boolean).join(' ') || "'none'"}`;
  return [
    "default-src 'none'",
    directive('script-src', "'unsafe-inline' 'unsafe-eval' blob: data:"),
    directive('style-src', "'unsafe-inline'"),
    directive('img-src', 'data: blob:'),
    directive('font-src', 'data:'),
    directive('media-src', 'data: blob:'),
    directive('connect-src', 'data: blob:'),
    directive('frame-src', ''),
    'worker-src blob: data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts allow-popups allow-forms allow-downloads',
  ].join('; ');
}

function toSources(domain: string): string[] {
  if (domain === 'none') return [];
  if (domain === '*') return ['*'];
  if (!/^[\w.:/*[\]~%@+-]+$/.test(domain)) {
    throw new Error(
      `manifest.json: networkAccess: "${domain}" is not a domain; allowed are "none", "*", example.com, *.example.com and https://example.com/path/.`,
    );
  }
  if (domain.includes('://')) return [domain];
  return LOCAL.test(domain)
    ? [`http://${domain}`, `ws://${domain}`]
    : [`https://${domain}`, `wss://${domain}`];
}
