import OpenAI from 'openai';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { addressOf, OPENAI_HOST } from '../catalogue/wires.ts';
import type { ModelContext } from '../model/model-engine.ts';

/** The address that a call goes to: the context's stands before the catalogue's. */
export const addressFor = ({ runBy }: CatalogueModel, { baseUrl }: Pick<ModelContext, 'baseUrl'>): string =>
  addressOf({ wire: runBy.wire, baseUrl: baseUrl ?? runBy.baseUrl });

/**
 * The real client, told everything: nothing is left to variables of the environment. It never asks twice, and follows no
 * redirect: what it would follow is a stranger's address.
 */
export function clientFor(model: CatalogueModel, context: ModelContext, timeout: number): OpenAI {
  const address = addressFor(model, context);
  const own = new URL(address).host === OPENAI_HOST;
  return new OpenAI({
    apiKey: context.key ?? 'none',
    baseURL: address,
    // Somebody's own server has no business with an account at OpenAI.
    ...(!own && { organization: null, project: null }),
    ...(context.key === undefined && { defaultHeaders: { Authorization: null } }),
    maxRetries: 0,
    timeout,
    fetchOptions: { redirect: 'manual' },
    logLevel: 'off',
  });
}
