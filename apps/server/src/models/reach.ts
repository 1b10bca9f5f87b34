import { accessTo, type Provider } from '@animatic/engines/asking';
import type { ModelsConfig } from '../config.ts';

/** Where a provider is and what it is shown, or why it cannot be asked. */
export type Reached =
  | {
      /** Undefined where a server of one's own wants none. */
      key: string | undefined;
      /** Undefined: the wire's own address. */
      baseUrl: string | undefined;
    }
  | { why: string };

/** What the stand-in is shown in place of a key: it takes any. */
export const PRETEND_KEY = 'pretend';

/**
 * How a provider of the catalogue is reached: by its key and address, or at the stand-in where that is used.
 *
 * @param pretending whether the catalogue is the stand-in's, as `standInUsed` says
 * @example const reached = reachProvider(model.runBy, config.models, false); if ('why' in reached) refuse(reached.why);
 */
export function reachProvider(provider: Provider, config: ModelsConfig, pretending: boolean): Reached {
  const { fakeUrl } = config;
  if (pretending)
    // Whoever else is named there must never be asked with a key that is none.
    return fakeUrl !== undefined && provider.baseUrl?.startsWith(`${fakeUrl}/`)
      ? { key: PRETEND_KEY, baseUrl: provider.baseUrl }
      : { why: `${provider.name} has no part in the stand-in for models.` };
  const { open, key, baseUrl, why } = accessTo(provider, config.secret);
  return open ? { key, baseUrl } : { why: why ?? `${provider.name} cannot be asked.` };
}
