import type { GenerationRow } from '@animatic/db';
import type { AskPlan } from '@animatic/engines/asking';

/** A planned call as it crosses into the database: plain data. */
export const generationRow = ({ model, ...plan }: AskPlan): GenerationRow => ({
  provider: model.runBy.id,
  engine: model.engine,
  model: model.id,
  kind: model.kind,
  intent: plan.intent,
  fingerprint: plan.fingerprint,
  askKey: plan.askKey,
  variation: plan.variation,
  take: plan.take,
  estimatedCost: plan.estimatedCost,
});
