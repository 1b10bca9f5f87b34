/**
 * The origin the plugin talks to: API_ORIGIN, else PUBLIC_URL, else this machine at PORT (8787).
 * Throws where it is not an http or https address.
 *
 * @example apiOriginFrom({ PORT: '9000' }) // 'http://localhost:9000'; without one, this process's environment
 */
export function apiOriginFrom(env: Record<string, string | undefined> = process.env): string {
  const given = env.API_ORIGIN || env.PUBLIC_URL || `http://localhost:${env.PORT || '8787'}`;
  const name = env.API_ORIGIN ? 'API_ORIGIN' : env.PUBLIC_URL ? 'PUBLIC_URL' : 'PORT';
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new Error(
      `${name} gives "${given}", which is no address. Write for example https://animatic.example.com`,
    );
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error(`${name} is "${given}": the plugin can talk to http and https addresses only.`);
  return url.origin;
}
