import { findFfmpeg } from '@animatic/media';
import type { Config } from '../config.ts';
import { readDirectorPrices } from './director-prices.ts';
import { type Models, modelsFrom } from './models.ts';
import { readCatalogue } from './read-catalogue.ts';

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
  return modelsFrom(config.models, catalogue, ffmpeg, await readDirectorPrices(config.models));
}
