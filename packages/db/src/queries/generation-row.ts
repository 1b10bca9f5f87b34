import type { GenerationIntent } from '@animatic/schema';

/** One call that is going to be made, as whoever planned it hands it over: plain data, checked against the catalogue. */
export interface GenerationRow {
  /** The provider's id in the catalogue. */
  provider: string;
  engine: 'videos' | 'images' | 'vendors';
  /** The model's id in the catalogue. */
  model: string;
  kind: 'video' | 'image';
  intent: GenerationIntent;
  /** What was paid for is found by it. */
  fingerprint: string;
  /** Equal ones are asked for one at a time. */
  askKey: string;
  /** From 0. */
  variation: number;
  take: number;
  /** US dollars; null where nobody knows. */
  estimatedCost: number | null;
}

/** What a render asks of models: by the shot's id, a row for each variation. */
export type RenderAsks = ReadonlyMap<string, readonly GenerationRow[]>;
