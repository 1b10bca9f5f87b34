import { type CatalogueFile, catalogueSchema } from '../catalogue.ts';
import { falModels } from './fal.ts';
import { googleModels } from './google.ts';
import { imageModels } from './images.ts';
import { otherVendorModels } from './other-vendors.ts';
import { defaultProviders } from './providers.ts';
import { videoModels } from './videos.ts';

/**
 * The models of November 2026. Prices and licences stand only where the maker or the vendor says them; what is not
 * said is left out, and shown as unknown.
 */
export const defaultCatalogue: CatalogueFile = catalogueSchema.parse({
  providers: defaultProviders,
  models: [...googleModels, ...falModels, ...videoModels, ...otherVendorModels, ...imageModels],
});
