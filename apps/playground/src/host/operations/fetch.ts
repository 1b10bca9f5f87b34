import * as z from 'zod';
import { check } from '../check.ts';
import type { AsyncOperations } from './operation.ts';

const initSchema = z
  .strictObject({
    method: z.string().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    headersObject: z.record(z.string(), z.string()).optional(),
    body: z.union([z.string(), z.instanceof(Uint8Array)]).optional(),
    credentials: z.string().optional(),
    cache: z.string().optional(),
    redirect: z.string().optional(),
    referrer: z.string().optional(),
    integrity: z.string().optional(),
  })
  .optional();

/** Whether the manifest's `networkAccess` lists a URL. */
export function isListed(url: URL, domains: readonly string[]): boolean {
  return domains.some((domain) => {
    if (domain === '*') return true;
    const pattern = /^(?:([a-z]+):\/\/)?([^/:]+|\[[^\]]+\])(?::(\d+|\*))?(\/.*)?$/i.exec(domain);
    if (!pattern) return false;
    const [, scheme, host = '', port, path = '/'] = pattern;
    if (scheme && `${scheme}:` !== url.protocol) return false;
    if (port && port !== '*' && port !== (url.port || (url.protocol === 'https:' ? '443' : '80')))
      return false;
    const matches = host.startsWith('*.') ? url.hostname.endsWith(host.slice(1)) : url.hostname === host;
    return matches && (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  });
}

/** Figma's `fetch` for the main thread: plain, whole answers, only to the manifest's domains. */
export const fetchOperations: AsyncOperations = {
  async fetch({ manifest }, url, init) {
    const given = check(initSchema, init, 'fetch', 'init');
    const address = new URL(check(z.string(), url, 'fetch', 'url'));
    const { allowedDomains = ['*'], devAllowedDomains = [] } = manifest.networkAccess ?? {};
    if (!isListed(address, [...allowedDomains, ...devAllowedDomains])) {
      throw new Error(
        `in fetch: ${address.origin} is not in networkAccess of manifest.json, which allows: ${allowedDomains.join(', ')}`,
      );
    }
    const answer = await fetch(address, {
      ...(given?.method && { method: given.method }),
      ...(given?.body !== undefined && {
        body: typeof given.body === 'string' ? given.body : given.body.slice(),
      }),
      headers: { ...given?.headers, ...given?.headersObject },
      credentials: 'omit',
      signal: AbortSignal.timeout(60_000),
    });
    const body = new Uint8Array(await answer.arrayBuffer());
    return {
      status: answer.status,
      statusText: answer.statusText,
      url: answer.url,
      redirected: answer.redirected,
      type: answer.type,
      headers: Object.fromEntries(answer.headers),
      body,
      text: new TextDecoder().decode(body),
    };
  },
};
