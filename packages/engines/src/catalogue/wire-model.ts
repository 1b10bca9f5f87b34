import type { CatalogueModel } from './catalogue.ts';

/** As far as it decides who is asked: an `AskStart`, or the start of an intent. */
interface StartLike {
  kind: string;
  last?: unknown;
}

/**
 * A model's name on the wire for what it starts from. A last frame that goes on is a first frame.
 *
 * @example wireModel(kling, { kind: 'frames' }) // 'fal-ai/kling-video/v4/image-to-video'
 */
export function wireModel({ model, modelFor }: CatalogueModel, start: StartLike): string {
  switch (start.kind) {
    case 'words':
      return modelFor.words ?? model;
    case 'frames':
    case 'last-frame':
      return (start.last !== undefined && modelFor.bothFrames) || modelFor.frames || model;
    case 'extend':
      return modelFor.extend ?? model;
    case 'edit':
      return modelFor.edit ?? model;
    default:
      return model;
  }
}
