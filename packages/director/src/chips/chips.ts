import type { Chip, ChipEdit } from '../api.ts';
import type { Frame } from '../find/frame.ts';
import type { Intent } from '../read/intents.ts';
import { edited, optionsOf } from './options.ts';
import { labelOf, targetKey } from './target-values.ts';

/** Gives each intent an id by what it is about: the words and even the effect may change, the chip stays. */
export function withIds(intents: readonly Intent[]): { id: string; intent: Intent }[] {
  const seen = new Map<string, number>();
  return intents.map((intent) => {
    const about = aboutOf(intent);
    const count = (seen.get(about) ?? 0) + 1;
    seen.set(about, count);
    return { id: count === 1 ? about : `${about}#${count}`, intent };
  });
}

function aboutOf(intent: Intent): string {
  switch (intent.kind) {
    case 'camera':
      return `camera:${intent.target ? targetKey(intent.target) : intent.move}`;
    case 'layers':
      return `layers:${intent.phase}:${targetKey(intent.target)}`;
    case 'overlay':
      return `overlay:${intent.effect}:${targetKey(intent.target)}`;
    case 'scroll':
      return `scroll:${typeof intent.to === 'string' ? intent.to : targetKey(intent.to)}`;
    case 'rest':
      return 'rest';
  }
}

export interface Chipped {
  intents: Intent[];
  chips: Chip[];
  used: Set<string>;
}

/** Intents as chips, with what was changed by hand. */
export function chipped(frame: Frame, intents: readonly Intent[], edits: readonly ChipEdit[]): Chipped {
  const made: Chipped = { intents: [], chips: [], used: new Set() };
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  for (const { id, intent } of withIds(intents)) {
    const edit = byId.get(id);
    if (edit) made.used.add(id);
    const one = edit?.set ? edited(frame, intent, edit.set) : intent;
    if (!edit?.removed) made.intents.push(one);
    made.chips.push({
      id,
      kind: one.kind === 'rest' ? 'time' : one.kind,
      words: { from: one.words.from, to: one.words.to },
      label: labelOfIntent(frame, one),
      options: optionsOf(frame, one),
      state: edit?.removed ? 'removed' : edit?.set ? 'edited' : one.byTaste ? 'taste' : 'read',
    });
  }
  return made;
}

/** “Push in · Total”, “Rise · Card × 3 · slow”. */
export function labelOfIntent(frame: Frame, intent: Intent): string {
  const { say } = frame.language;
  const parts: (string | undefined)[] = [];
  if (intent.kind === 'camera') parts.push(say.moves[intent.move], labelOf(frame, intent.target));
  else if (intent.kind === 'layers') {
    const out = intent.phase === 'leave' ? ` ${say.values.leave ?? ''}` : '';
    parts.push(`${say.effects[intent.effect]}${out}`, labelOf(frame, intent.target));
  } else if (intent.kind === 'overlay')
    parts.push(say.overlays[intent.effect], labelOf(frame, intent.target));
  else if (intent.kind === 'scroll')
    parts.push(say.scroll, typeof intent.to === 'string' ? say.values[intent.to] : labelOf(frame, intent.to));
  else parts.push(say.moves.hold, intent.seconds === undefined ? undefined : say.seconds(intent.seconds));
  if (intent.pace) parts.push(say.values[intent.pace]?.toLowerCase());
  return parts.filter(Boolean).join(' · ');
}
