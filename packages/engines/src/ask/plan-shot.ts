import type { Format, GenerationIntent, Shot } from '@animatic/schema';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { endOf } from '../catalogue/ended.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import type { AskPlan, AskRefusal } from './ask-plan.ts';
import { estimateOf } from './cost.ts';
import { askKeyOf, fingerprintOf } from './fingerprint.ts';
import { refuseSeconds } from './seconds.ts';
import { type MadeBefore, type PlannedStart, planStart, refused } from './start.ts';
import { listed, promptOf, refuseWords, type StyleLook } from './words.ts';

export interface ShotToPlan {
  shot: Shot;
  /** The whole board: what a shot may go on from, and the clip's shape. */
  shots: readonly Shot[];
  format: Format;
  catalogue: Catalogue;
  /** The workspace's looks, by their ids. */
  styles: ReadonlyMap<string, StyleLook>;
  /** Earlier generations that shots go on from, by their ids; what is not there is taken as the same model's. */
  made?: ReadonlyMap<string, MadeBefore>;
  /** Now without it. */
  today?: Date;
}

/** The calls that a shot comes to, or why it cannot be asked as it is. */
export type Planned = { plans: AskPlan[] } | { refusal: AskRefusal };

/**
 * What a shot asks of its model: one plan a variation, none for a shot that is drawn. Nothing is sent and nothing is
 * written down; the same input always gives the same plans.
 *
 * @example
 * const planned = planShot({ shot, shots, format, catalogue, styles });
 * if ('refusal' in planned) throw new Error(planned.refusal.message);
 * planned.plans[0]?.estimatedCost; // 3.2
 */
export function planShot(input: ShotToPlan): Planned {
  return planWithin(input, new Set());
}

function planWithin(input: ShotToPlan, under: ReadonlySet<string>): Planned {
  const { shot, catalogue, styles, today } = input;
  if (shot.engine === 'motion') return { plans: [] };
  const asked = shot.generation;
  if (!asked) return refused('generation', 'this shot is to be generated, but no model is chosen');
  const model = catalogue.find(asked.model);
  const refusal = model ? refuseModel(model, today) : unknownModel(asked.model, catalogue);
  if (refusal || !model) return { refusal: refusal ?? unknownModel(asked.model, catalogue) };
  const style = asked.style === undefined ? undefined : styles.get(asked.style);
  if (asked.style !== undefined && !style)
    return refused('generation.style', 'this look is not in the workspace any more: choose another, or none');

  const start = planStart(input, model, (base) =>
    under.has(base.id) || base.id === shot.id
      ? refused('generation.from.shot', 'these shots go on from one another in a circle')
      : planWithin({ ...input, shot: base }, new Set([...under, shot.id])),
  );
  if ('refusal' in start) return start;
  const prompt = promptOf(shot.caption.direction, style);
  const why =
    refuseWords(prompt, model, 'caption.direction', whatToSay(start)) ??
    refuseSeconds(asked.seconds, model, start) ??
    refuseExtras(shot, model);
  if (why) return { refusal: why };

  const seed = model.takes.seed ? (asked.seed ?? style?.seed ?? undefined) : undefined;
  const plans = Array.from({ length: asked.variations }, (_, variation): AskPlan => {
    const intent: GenerationIntent = {
      prompt,
      start: start.start,
      size: start.size,
      seconds: start.seconds ?? asked.seconds,
      sound: asked.sound,
      transparent: false,
      characters: [...asked.characters],
      // The same seed would give the same take again.
      ...(seed !== undefined && { seed: (seed + variation) % 2_147_483_648 }),
      ...(start.inner && { inner: start.inner }),
    };
    return planOf(model, intent, variation, asked.take);
  });
  return { plans };
}

/** A plan of one call, with all that is reckoned from its intent. */
export const planOf = (
  model: CatalogueModel,
  intent: GenerationIntent,
  variation: number,
  take: number,
): AskPlan => ({
  model,
  variation,
  take,
  intent,
  fingerprint: fingerprintOf(model, intent, variation, take),
  askKey: askKeyOf(model, intent),
  estimatedCost: estimateOf(model, intent),
});

function whatToSay({ start }: PlannedStart): string {
  if (start.kind === 'words') return 'what is seen and what happens';
  if (start.kind === 'remix' || start.kind === 'edit') return 'what should be different';
  return 'what should move, and what must not change';
}

export function unknownModel(id: string, { models }: Catalogue, kind = 'video'): AskRefusal {
  const there = models.filter((model) => model.kind === kind && !endOf(model)).map((model) => model.id);
  return { path: 'generation.model', message: `there is no model ${id}`, allowed: listed(there) };
}

function refuseModel(model: CatalogueModel, today: Date | undefined): AskRefusal | undefined {
  const path = 'generation.model';
  const end = endOf(model, today);
  if (end) return { path, message: end.message, allowed: end.instead };
  if (model.kind !== 'video')
    return {
      path,
      message: `${model.name} makes images: make a scene with it, and animate that with a video model`,
    };
  return undefined;
}

function refuseExtras({ generation }: Shot, { name, takes }: CatalogueModel): AskRefusal | undefined {
  if (!generation) return undefined;
  if (generation.sound && !takes.sound)
    return { path: 'generation.sound', message: `${name} makes no sound`, allowed: 'sound off' };
  if (generation.seed !== undefined && !takes.seed)
    return { path: 'generation.seed', message: `${name} takes no seed`, allowed: 'no seed' };
  if (generation.characters.length > 0 && !takes.characters)
    return { path: 'generation.characters', message: `${name} knows no characters`, allowed: 'none' };
  return undefined;
}
