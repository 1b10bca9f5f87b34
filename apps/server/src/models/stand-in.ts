import type { Provider } from '@animatic/engines/asking';
import { type ModelsConfig, modelSecrets } from '../config.ts';

/** Secrets that open nothing by themselves. */
const noKeys: readonly string[] = ['VIDEOS_WEBHOOK_SECRET'];

/**
 * Whether every provider is the stand-in of `FAKE_MODELS_URL`. As soon as one real model could be asked it is never
 * used, so that no made-up clip is taken for one that was paid for.
 *
 * @returns `ignored` names the variable that speaks against it
 * @example standInUsed(catalogue.providers, config.models) // { used: false, ignored: 'FAL_API_KEY' }
 */
export function standInUsed(
  providers: readonly Provider[],
  config: ModelsConfig,
): { used: boolean; ignored?: string } {
  if (config.fakeUrl === undefined) return { used: false };
  const keys = [...modelSecrets, ...providers.map((provider) => provider.keyVariable)];
  const real = keys.find((name) => !noKeys.includes(name) && config.secret(name) !== undefined);
  const ignored = real ?? (config.videosBaseUrl !== undefined ? 'VIDEOS_BASE_URL' : undefined);
  return ignored === undefined ? { used: true } : { used: false, ignored };
}
