import type { GenerationIntent } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';

/** One call that is going to be made, checked against the model's entry, before anything is written down or sent. */
export interface AskPlan {
  model: CatalogueModel;
  /** From 0; each variation is a call, and a fingerprint, of its own. */
  variation: number;
  take: number;
  intent: GenerationIntent;
  /** Hex SHA-256 of provider, model, intent, variation and take. */
  fingerprint: string;
  /** Hex SHA-256 of provider, model, prompt and size. */
  askKey: string;
  /** US dollars; null where the catalogue has no price. */
  estimatedCost: number | null;
}

/** Why something cannot be asked as it is. */
export interface AskRefusal {
  /** The place in the shot or in the request, e.g. `generation.seconds`. */
  path: string;
  message: string;
  /** What is allowed, in words. */
  allowed?: string;
}
