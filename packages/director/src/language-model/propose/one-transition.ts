import type { Outline, Transition, TransitionKind } from '@animatic/schema';
import { directTransition } from '../../direct-transition.ts';
import { countWords } from '../../find/outline.ts';
import type { Notes } from '../notes.ts';

/** taste.md: .5 s of the travel curve; no dissolve between dense texts. */
const SECONDS = 0.5;
const DENSE = 40;

/**
 * How shots pass into one another: one kind in a clip, and cuts. What cannot be done well becomes a push, and the kind
 * that most of them have stays.
 *
 * @param kinds what was wished for after each shot, null for a cut
 * @param frames each shot's outline; null for a shot of words
 */
export function oneTransition(
  kinds: readonly (TransitionKind | null)[],
  frames: readonly (Outline | null)[],
  notes: Notes,
): (Transition | null)[] {
  const fitting = kinds.map((kind, index) => {
    const [from, to] = [frames[index], frames[index + 1]];
    if (to === undefined || !kind || kind === 'cut') return null;
    if (kind === 'smart-animate' && !(from && to && directTransition(from, to, []).kind === kind)) {
      notes.say('Frames that are not alike cannot pass into one another layer by layer: they push.');
      return 'push';
    }
    if (kind === 'dissolve' && from && to && countWords(from) > DENSE && countWords(to) > DENSE) {
      notes.say('A dissolve between dense texts shows neither: they push.');
      return 'push';
    }
    return kind;
  });
  const counts = new Map<TransitionKind, number>();
  for (const kind of fitting) if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (counts.size > 1) notes.say(`One kind of transition in a clip: ${most}, and cuts.`);
  return fitting.map((kind) =>
    kind && kind === most ? { kind, direction: 'left', duration: SECONDS, easing: 'travel' } : null,
  );
}
