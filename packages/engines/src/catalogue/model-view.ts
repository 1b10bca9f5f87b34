import { MAX_VARIATIONS, type Model } from '@animatic/schema';
import type { CatalogueModel } from './catalogue.ts';
import { endOf } from './ended.ts';

/** What there is to ask a model with. */
export interface ModelMeans {
  /** Its provider can be asked; or why not, in words. */
  hasKey: boolean | string;
  /** Footage can be decoded; or why not, in words. */
  hasFfmpeg: boolean | string;
  today?: Date;
}

/** A model as people choose from it. `available` is false where it has ended, or something is missing: `why` says what. */
export function modelView(model: CatalogueModel, means: ModelMeans): Model {
  const why = whyNot(model, means);
  const { takes } = model;
  return {
    id: model.id,
    name: model.name,
    engine: model.engine,
    kind: model.kind,
    provider: { id: model.runBy.id, name: model.runBy.name },
    available: why === null,
    why,
    sizes: [...model.sizes],
    durations: [...model.durations],
    fps: model.fps,
    takes: {
      words: takes.words,
      firstFrame: takes.firstFrame,
      lastFrame: takes.lastFrame,
      extend: takes.extend !== false || takes.firstFrame,
      remix: takes.remix,
      edit: takes.edit,
      characters: takes.characters,
      sound: takes.sound,
      seed: takes.seed,
      transparent: takes.transparent,
      mask: takes.mask,
      inputs: takes.inputs,
      partials: takes.partials > 0,
    },
    maxVariations: MAX_VARIATIONS,
    price: model.price?.dollars ?? null,
    licence: model.licence,
  };
}

function whyNot(model: CatalogueModel, { hasKey, hasFfmpeg, today }: ModelMeans): string | null {
  const end = endOf(model, today);
  if (end) return `${end.message}.`;
  if (hasKey !== true) return hasKey || `Set ${model.runBy.keyVariable} to a key of ${model.runBy.name}.`;
  if (model.kind === 'video' && hasFfmpeg !== true)
    return hasFfmpeg || 'Footage is decoded by ffmpeg 5 or newer: install it, or set FFMPEG_PATH to one.';
  return null;
}
