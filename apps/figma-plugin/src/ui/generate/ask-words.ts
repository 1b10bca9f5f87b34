import type { Model } from '@animatic/schema';
import type { StoredAsk } from '../../protocol/index.ts';
import { seconds } from '../parts/units.ts';
import type { StartKind } from './new-ask.ts';

export const startWords: Record<StartKind, string> = {
  still: 'This frame',
  between: 'This frame → next frame',
  words: 'Words only',
  extend: 'End of the shot before',
  'extend-take': 'End of an earlier take',
  remix: 'Remix of a take',
  edit: 'Edit of a take',
};

const short: Record<StartKind, string> = {
  still: 'from this frame',
  between: 'frame to frame',
  words: 'from words',
  extend: 'goes on',
  'extend-take': 'goes on',
  remix: 'remix',
  edit: 'edit',
};

/**
 * A shot's wish in one line.
 *
 * @example askWords(ask, model) // 'Wan 2.2 · from this frame · 5 s · 2 takes'
 */
export function askWords(ask: StoredAsk, model: Pick<Model, 'name'> | undefined): string {
  return [
    model?.name ?? ask.model,
    short[ask.from.kind],
    seconds(ask.seconds),
    ask.variations > 1 ? `${ask.variations} takes` : '',
  ]
    .filter((each) => each)
    .join(' · ');
}
