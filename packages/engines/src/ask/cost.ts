import type { GenerationIntent } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { sizeName } from './size.ts';

/** US dollars to a millionth, as they are kept. */
const round = (dollars: number): number => Math.round(dollars * 1e6) / 1e6;

/**
 * What one call is going to cost by the catalogue; null where it has no price.
 *
 * @example estimateOf(veo, { ...intent, seconds: 8 }) // 3.2
 */
export function estimateOf(
  { price }: Pick<CatalogueModel, 'price'>,
  { size, seconds, sound }: Pick<GenerationIntent, 'size' | 'seconds' | 'sound'>,
): number | null {
  if (!price) return null;
  const rate = (sound && price.withSound) || price;
  const dollars = rate.bySize[sizeName(size)] ?? rate.dollars;
  return round(price.per === 'second' ? dollars * (seconds ?? 0) : dollars);
}
