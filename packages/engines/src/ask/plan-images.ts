import type { GenerationIntent, imageRequestSchema, Size } from '@animatic/schema';
import type * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { endOf } from '../catalogue/ended.ts';
import type { Catalogue } from '../catalogue/open-catalogue.ts';
import type { AskPlan, AskRefusal } from './ask-plan.ts';
import { type Planned, planOf, unknownModel } from './plan-shot.ts';
import { nearestSize } from './size.ts';
import { refused } from './start.ts';
import { promptOf, refuseWords, type StyleLook } from './words.ts';

/** The shorter side of an image, pixels: enough to be a clip's still, and what the makers price. */
const SHORT_SIDE = 1024;

/**
 * What a request for images asks of its model: one plan a variation. A look's reference pictures come after the request's
 * own, as far as the model has room.
 *
 * @example planImages(imageRequestSchema.parse(body), { catalogue, styles })
 */
export function planImages(
  request: z.output<typeof imageRequestSchema>,
  {
    catalogue,
    styles,
    today,
  }: { catalogue: Catalogue; styles: ReadonlyMap<string, StyleLook>; today?: Date },
): Planned {
  const model = catalogue.find(request.model);
  if (!model) return { refusal: { ...unknownModel(request.model, catalogue, 'image'), path: 'model' } };
  const style = request.style === undefined ? undefined : styles.get(request.style);
  if (request.style !== undefined && !style)
    return refused('style', 'this look is not in the workspace any more: choose another, or none');
  const prompt = promptOf(request.prompt, style);
  const refusal =
    refuseModel(model, today) ??
    refuseWords(prompt, model, 'prompt', 'what the scene is') ??
    refuseInputs(request, model);
  if (refusal) return { refusal };

  const inputs = [...new Set([...request.inputs, ...(style?.stills ?? [])])].slice(0, model.takes.inputs);
  const seed = model.takes.seed ? (style?.seed ?? undefined) : undefined;
  const size: Size = nearestSize(model, { width: request.aspect, height: 1 }, SHORT_SIDE);
  const plans = Array.from({ length: request.variations }, (_, variation): AskPlan => {
    const intent: GenerationIntent = {
      prompt,
      start:
        inputs.length > 0
          ? { kind: 'inputs', inputs, ...(request.mask !== undefined && { mask: request.mask }) }
          : { kind: 'words' },
      size,
      seconds: null,
      sound: false,
      transparent: request.transparent,
      characters: [],
      ...(seed !== undefined && { seed: (seed + variation) % 2_147_483_648 }),
    };
    return planOf(model, intent, variation, request.take);
  });
  return { plans };
}

function refuseModel(model: CatalogueModel, today: Date | undefined): AskRefusal | undefined {
  const end = endOf(model, today);
  if (end) return { path: 'model', message: end.message, allowed: end.instead };
  if (model.kind !== 'image') return { path: 'model', message: `${model.name} makes videos, not images` };
  return undefined;
}

function refuseInputs(
  { inputs, mask, transparent }: z.output<typeof imageRequestSchema>,
  { name, takes }: CatalogueModel,
): AskRefusal | undefined {
  if (inputs.length === 0 && !takes.words)
    return {
      path: 'inputs',
      message: `${name} needs a picture to start from`,
      allowed: `1 to ${takes.inputs}`,
    };
  if (inputs.length > takes.inputs)
    return {
      path: 'inputs',
      message: `${name} does not take ${inputs.length} pictures`,
      allowed: takes.inputs === 0 ? 'none' : `at most ${takes.inputs}`,
    };
  if (mask !== undefined && !takes.mask)
    return { path: 'mask', message: `${name} takes no mask`, allowed: 'none' };
  if (mask !== undefined && inputs.length === 0)
    return { path: 'mask', message: 'a mask needs the picture that it lies over as the first input' };
  if (transparent && !takes.transparent)
    return { path: 'transparent', message: `${name} makes no clear ground`, allowed: 'a ground' };
  return undefined;
}
