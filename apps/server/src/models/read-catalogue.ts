import { readFile } from 'node:fs/promises';
import { type Catalogue, CatalogueError, openCatalogue } from '@animatic/engines/asking';
import type { ModelsConfig } from '../config.ts';
import { PlainError } from '../launch/plain-error.ts';
import { directorPricesOf, withoutDirector } from './director-prices.ts';

/**
 * The catalogue of models: what comes with Animatic, and before it what the operator's file says.
 *
 * @throws {PlainError} that names the file and each place in it that does not hold
 * @example const { models } = await readCatalogue(config.models);
 */
export async function readCatalogue({ file, secret }: ModelsConfig): Promise<Catalogue> {
  if (file === undefined) return openCatalogue(undefined, secret);
  try {
    const json: unknown = JSON.parse(await textOf(file));
    directorPricesOf(json, file);
    return openCatalogue({ json: withoutDirector(json), place: file }, secret);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new PlainError(
        `MODELS_FILE ${file} is not JSON: ${error.message}. Put it right or unset MODELS_FILE.`,
      );
    if (error instanceof CatalogueError)
      throw new PlainError(`MODELS_FILE ${error.message}`, { cause: error });
    throw error;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'it may not be read' : code;
    throw new PlainError(
      `MODELS_FILE ${file}: ${why}. Name a JSON file with providers and models, or unset it.`,
    );
  }
}
