import type { LayerEffect, Outline } from '@animatic/schema';
import { isApart, shareOf } from './outline.ts';
import type { Clause } from './phrases.ts';
import type { Modifiers } from './read-modifiers.ts';
import { findTarget, type Target } from './targets.ts';

/** Layers that a clause brings in. */
export interface EntranceIntent {
  target: Target | null;
  effect: LayerEffect;
  meaning: string;
  missing?: string;
}

const IN = '(?:\\s+(?:in|up|on))?(?!\\s+(?:out|away|off|down|left|right))';
const VERB =
  '(?:fade|appear|rise|enter|come|slide|float|pop|fly|animate|stagger|cascade|arrive|emerge|grow|materiali[sz]e|show up|move|drop)';
const SUBJECT_FIRST = new RegExp(
  `^\\s*(?:let|have|make|see|watch|show|with)?\\s*(?<who>\\S.*?)\\s+(?:should |will |to |can |gets? )?(?<verb>${VERB})(?:s|es|ing|d|ed)?${IN}(?<tail>\\s.*)?$`,
  'i',
);
const VERB_FIRST =
  /^\s*(?:(?<verb>fade|slide|float|pop|fly|animate|rise|drop|ease|cascade)(?:\s+(?:in|up))|(?<verb2>stagger|bring(?:\s+(?:in|up))?|introduce|reveal|build(?:\s+up)?|raise|cascade|fade(?= in\b)|present))(?:ing|s)?\s+(?<who>(?!on\b|to\b|at\b|towards?\b|out\b|from\b|in\s*$|up\s*$|(?:the |our )?(?:attention|focus|eyes?)\b)\S.*?)(?:\s+(?:in|up))?\s*$/i;
const AROUND =
  /^\s*(?<verb>fade|slide|float|pop|fly|animate|bring|drop|ease)s?\s+(?<who>(?!in\b|up\b|on\b|out\b|(?:the |our )?(?:attention|focus|eyes?)\b)\S.*?)\s+(?:in|up)\b/i;
/** “Show the cards one by one”: shown in turn, so they enter. */
const IN_TURN = /^\s*(?<verb>show|reveal|present|display|introduce|see)\s+(?<who>\S.*?)\s*$/i;
const FIRST = /^\s*(?<who>\S.*?)\s+(?:comes? |goes )?first\s*$/i;
const BARE = /^\s*(?:a\s+)?(?<verb>fade|rise|animate|stagger)(?:s|ing)?(?:\s*-?(?:in|up))?\s*$/i;
const CAMERA = /^(?:the |a )?(?:camera|view|shot|frame|lens|we|it|slow|you|zoom|push|pan|scroll)\b/i;
const FADES = /fade|appear|show|see|display|reveal|emerge|materiali|show up|introduce|present/i;

/** Reads which layers a clause brings in and how, or null. */
export function readEntrance(clause: Clause, outline: Outline, how: Modifiers): EntranceIntent | null {
  const match = find(clause, outline, how);
  if (!match) return null;
  const verb = match.groups?.verb ?? match.groups?.verb2 ?? '';
  const effect: LayerEffect = FADES.test(verb) ? 'fade' : 'rise';
  const who = match.groups?.who?.trim() || 'everything';
  const target = apart(findTarget(outline, who), outline);
  const does = effect === 'fade' ? 'fades in' : 'rises in';
  if (!target) return { target: null, effect, missing: who, meaning: '' };
  const each =
    target.members.length > 1 ? (how.oneByOne ? ', one by one' : ', one shortly after the other') : '';
  return {
    target,
    effect,
    meaning: `${target.called} ${target.members.length > 1 ? does.replace('s in', ' in') : does}${each}`,
  };
}

function find(clause: Clause, outline: Outline, how: Modifiers): RegExpMatchArray | null {
  const text = clause.rest();
  const turn = how.oneByOne ? text.match(IN_TURN)?.groups?.who : undefined;
  if (turn && findTarget(outline, turn)) return clause.take(IN_TURN);
  if (AROUND.test(text)) return clause.take(AROUND);
  if (VERB_FIRST.test(text)) return clause.take(VERB_FIRST);
  const first = text.match(FIRST)?.groups?.who;
  if (first && findTarget(outline, first)) return clause.take(FIRST);
  const subject = text.match(SUBJECT_FIRST);
  const who = subject?.groups?.who ?? '';
  const moves = /^move$/i.test(subject?.groups?.verb ?? '');
  const tail = subject?.groups?.tail?.trim() ?? '';
  if (
    subject &&
    !CAMERA.test(who) &&
    !(moves && !/^(?:in|up)/i.test(tail)) &&
    !/\b(?:not|n['’]t|no)\b/i.test(who)
  ) {
    const head = subject[0].slice(0, subject[0].length - (subject.groups?.tail?.length ?? 0));
    return clause.take(new RegExp(literal(head), 'i')) && subject;
  }
  return clause.take(BARE);
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A name alone, after something has entered: “…, then the button”. */
export function readNext(clause: Clause, outline: Outline, effect: LayerEffect): EntranceIntent | null {
  const target = apart(findTarget(outline, clause.rest()), outline);
  if (!target) return null;
  clause.takeRest();
  return { target, effect, meaning: `${target.called} ${effect === 'fade' ? 'fades in' : 'rises in'} next` };
}

/** Only what can be taken out of the frame moves, and never what is the frame's own ground. */
function apart(target: Target | null, outline: Outline): Target | null {
  if (!target) return null;
  const members = target.members.filter((one) => isApart(one) && shareOf(one.node, outline) < 0.9);
  return members.length > 0 ? { ...target, members } : null;
}
