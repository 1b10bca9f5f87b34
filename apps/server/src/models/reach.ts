import { accessTo, type Provider, type Wire } from '@animatic/engines';
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

/** The stand-in's paths, a wire each. */
const standIn: Record<Wire, string> = {
  videos: '/openai/v1',
  images: '/openai/v1',
  fal: '/fal',
  google: '/google',
  replicate: '/replicate',
  xai: '/xai',
  alibaba: '/alibaba',
};

/** What the stand-in is shown in place of a key: it takes any. */
export const PRETEND_KEY = 'pretend';

/**
 * How a provider is reached: by its key and address, or by the stand-in where that is used.
 *
 * @param pretend whether `FAKE_MODELS_URL` counts, as `standInUsed` says
 * @example const reached = reachProvider(model.runBy, config.models, false); if ('why' in reached) refuse(reached.why);
 */
export function reachProvider(provider: Provider, config: ModelsConfig, pretend: boolean): Reached {
  if (pretend) return { key: PRETEND_KEY, baseUrl: `${config.fakeUrl}${standIn[provider.wire]}` };
  const { open, key, baseUrl, why } = accessTo(provider, config.secret);
  return open ? { key, baseUrl } : { why: why ?? `${provider.name} cannot be asked.` };
}
