import { createHash } from 'node:crypto';
import type { GenerationIntent } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { sizeName } from './size.ts';

/** Keys in order, what is undefined left out: the same text for the same value, whoever wrote it. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.join(',')}}`;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Who makes it, by the name on the wire, with all that the wire is told besides. */
const maker = ({ runBy, model, modelFor, options }: CatalogueModel): unknown => [
  runBy.id,
  model,
  modelFor,
  options,
];

/** Hex SHA-256 of provider, model, intent, variation and take: what was paid for is found by it. */
export const fingerprintOf = (
  model: CatalogueModel,
  intent: GenerationIntent,
  variation: number,
  take: number,
): string => sha256(canonical([maker(model), intent, variation, take]));

/**
 * Hex SHA-256 of provider, model, prompt and size: what a vendor's list says of an ask. Equal ones are asked for
 * one at a time, so that a list tells them apart.
 */
export const askKeyOf = (model: CatalogueModel, { prompt, size }: GenerationIntent): string =>
  sha256(canonical([model.runBy.id, model.model, prompt, sizeName(size)]));
