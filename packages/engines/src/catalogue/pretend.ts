import type { Provider, Wire } from './catalogue.ts';
import { endOf } from './ended.ts';
import type { Catalogue } from './open-catalogue.ts';

/** Where the fake models serve each wire, below their origin. */
const paths: Record<Wire, string> = {
  videos: '/openai/v1',
  images: '/openai/v1',
  fal: '/fal',
  google: '/google/v1beta',
  replicate: '/replicate/v1',
  xai: '/xai/v1',
  alibaba: '/alibaba',
};

/**
 * The same catalogue with every provider at a server of fake models, which needs no key. What has ended stays ended.
 *
 * @param origin of the fake models, e.g. `http://127.0.0.1:8790`
 */
export function pretend(catalogue: Catalogue, origin: string): Catalogue {
  const pretended = (provider: Provider): Provider => ({
    ...provider,
    baseUrl: `${origin.replace(/\/+$/, '')}${paths[provider.wire]}`,
    keyOptional: true,
  });
  const alive = new Set(catalogue.models.filter((model) => !endOf(model)).map(({ runBy }) => runBy.id));
  const providers = catalogue.providers.map((provider) =>
    alive.has(provider.id) ? pretended(provider) : provider,
  );
  const byId = new Map(providers.map((provider) => [provider.id, provider]));
  const models = catalogue.models.map((model) => ({
    ...model,
    runBy: byId.get(model.provider) ?? model.runBy,
  }));
  const found = new Map(models.map((model) => [model.id, model]));
  return { models, providers, find: (id) => found.get(id) };
}
