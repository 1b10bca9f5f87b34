import { readFile } from 'node:fs/promises';
import { type DirectorPrice, directorFileSchema } from '@animatic/director/language-model/prices';
import type { ModelsConfig } from '../config.ts';
import { PlainError } from '../launch/plain-error.ts';

/**
 * What the operator's file says that language models cost: `{ "director": { "prices": [ … ] } }`.
 *
 * @throws {PlainError} that names each place that does not hold
 */
export function directorPricesOf(json: unknown, place: string): readonly DirectorPrice[] {
  const parsed = directorFileSchema.safeParse(json);
  if (parsed.success) return parsed.data.director?.prices ?? [];
  const faults = parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  throw new PlainError(`MODELS_FILE ${place}\n${faults.join('\n')}`);
}

/** The rest of the file: the catalogue, which knows nothing of the director. */
export function withoutDirector(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'director'));
}

/** The prices of a file that `readCatalogue` has found to be good. */
export async function readDirectorPrices({ file }: ModelsConfig): Promise<readonly DirectorPrice[]> {
  return file === undefined ? [] : directorPricesOf(JSON.parse(await readFile(file, 'utf8')), file);
}
