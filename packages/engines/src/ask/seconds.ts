import type { CatalogueModel } from '../catalogue/catalogue.ts';
import type { AskRefusal } from './ask-plan.ts';
import { sizeName } from './size.ts';
import type { PlannedStart } from './start.ts';
import { listed } from './words.ts';

/** The seconds that a model takes for this. */
export function secondsFor(
  { durations, durationsBySize, durationsFor }: CatalogueModel,
  { start, size }: Pick<PlannedStart, 'start' | 'size'>,
): readonly number[] {
  if (start.kind === 'extend' && durationsFor.extend) return durationsFor.extend;
  if (start.kind === 'frames' && start.last && durationsFor.bothFrames) return durationsFor.bothFrames;
  return durationsBySize[sizeName(size)] ?? durations;
}

/** Why so many seconds cannot be asked; undefined where they can. */
export function refuseSeconds(
  seconds: number,
  model: CatalogueModel,
  start: PlannedStart,
): AskRefusal | undefined {
  // A remix or an edit lasts as long as what it is made from.
  if (start.start.kind === 'remix' || start.start.kind === 'edit') return undefined;
  const allowed = secondsFor(model, start);
  if (allowed.includes(seconds)) return undefined;
  const { width, height } = start.size;
  const where = model.durationsBySize[sizeName(start.size)] ? ` at ${width} × ${height}` : '';
  return {
    path: 'generation.seconds',
    message: `${model.name} makes no ${seconds} seconds${where}`,
    allowed: `${listed([...allowed].sort((a, b) => a - b))} seconds`,
  };
}
