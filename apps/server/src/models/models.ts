import type { DirectorPrice } from '@animatic/director/language-model/prices';
import {
  type Catalogue,
  type CatalogueModel,
  modelView,
  type Provider,
  pretend,
} from '@animatic/engines/asking';
import type { Model, ModelList } from '@animatic/schema';
import type { ModelsConfig } from '../config.ts';
import { directorView, type ReachedDirector, reachDirector } from './director.ts';
import { type Reached, reachProvider } from './reach.ts';
import { standInUsed } from './stand-in.ts';
import { webhookSecrets } from './webhook-secret.ts';

/** The maintained ffmpeg that reads footage from outside, or why there is none and how to get one. */
export type FootageDecoder = { command: string; version: string } | { why: string };

/** Which models there are, who runs them and how they are reached: what the API and the worker both go by. */
export interface Models {
  catalogue: Catalogue;
  /** Every provider is the stand-in, which makes clips up. */
  pretend: boolean;
  ffmpeg: FootageDecoder;
  director: ReachedDirector;
  reach(provider: Provider): Reached;
  /** A model as people choose from it; `why` says what it wants where it is not available. */
  view(model: CatalogueModel): Model;
  list(): ModelList;
  /** What a provider signs its webhooks with; undefined for unknown ones and those that send none. */
  webhookSecret(providerId: string): string | undefined;
  /** What an operator should know. */
  warnings: readonly string[];
}

/**
 * The models of a catalogue, as the configuration reaches them.
 *
 * @param own the catalogue with its real providers
 * @param prices what the operator says that language models cost
 * @throws {PlainError} where a webhook's secret is none
 * @example const models = modelsFrom(config.models, openCatalogue(), { why: 'there is no ffmpeg' });
 */
export function modelsFrom(
  config: ModelsConfig,
  own: Catalogue,
  ffmpeg: FootageDecoder,
  prices: readonly DirectorPrice[] = [],
): Models {
  const { used, ignored } = standInUsed(own.providers, config);
  const catalogue = used && config.fakeUrl !== undefined ? pretend(own, config.fakeUrl) : own;
  const director = reachDirector(config, used, prices);
  const secrets = webhookSecrets(catalogue.providers, config);
  const reach = (provider: Provider) => reachProvider(provider, config, used);
  const view = (model: CatalogueModel): Model => {
    const reached = reach(model.runBy);
    return modelView(model, {
      hasKey: 'why' in reached ? reached.why : true,
      hasFfmpeg: 'why' in ffmpeg ? ffmpeg.why : true,
    });
  };
  const warnings: string[] = [];
  if (ignored)
    warnings.push(
      `FAKE_MODELS_URL is ignored because ${ignored} is set: real models are asked, and cost money.`,
    );
  return {
    catalogue,
    pretend: used,
    ffmpeg,
    director,
    reach,
    view,
    list: () => ({ models: catalogue.models.map(view), director: directorView(director), pretend: used }),
    webhookSecret: (id) => secrets.get(id),
    warnings,
  };
}
