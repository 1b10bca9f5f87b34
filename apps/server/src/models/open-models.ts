import { type Catalogue, type CatalogueModel, modelView, type Provider } from '@animatic/engines';
import { findFfmpeg } from '@animatic/media';
import type { Model, ModelList } from '@animatic/schema';
import type { Config } from '../config.ts';
import { directorView, type ReachedDirector, reachDirector } from './director.ts';
import { type Reached, reachProvider } from './reach.ts';
import { readCatalogue } from './read-catalogue.ts';
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
 * Opens the models: catalogue, keys, stand-in, the ffmpeg that footage is read with.
 *
 * @throws {PlainError} where `MODELS_FILE`, or a webhook's secret, cannot be used
 * @example const models = await openModels(config); models.list().models.filter(({ available }) => available);
 */
export async function openModels(config: Pick<Config, 'models' | 'ffmpegPath'>): Promise<Models> {
  const [catalogue, ffmpeg] = await Promise.all([
    readCatalogue(config.models),
    findFfmpeg(config.ffmpegPath),
  ]);
  return modelsFrom(config.models, catalogue, ffmpeg);
}

/** The same of parts that are there already. @throws {PlainError} for a secret that is none */
export function modelsFrom(config: Config['models'], catalogue: Catalogue, ffmpeg: FootageDecoder): Models {
  const { used: pretend, ignored } = standInUsed(catalogue.providers, config);
  const director = reachDirector(config, pretend);
  const secrets = webhookSecrets(catalogue.providers, config);
  const reach = (provider: Provider) => reachProvider(provider, config, pretend);
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
    pretend,
    ffmpeg,
    director,
    reach,
    view,
    list: () => ({ models: catalogue.models.map(view), director: directorView(director), pretend }),
    webhookSecret: (id) => secrets.get(id),
    warnings,
  };
}
