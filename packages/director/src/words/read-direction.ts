import type { CameraMove, LayerEffect } from '@animatic/schema';
import { type Clause, clausesOf } from './clauses.ts';
import type { Language } from './english.ts';
import { findTarget, nounPhrase, type Scenery, type Target } from './find-target.ts';

/** Deviations from taste's defaults that words ask for. */
export interface Manner {
  tempo: 'slow' | 'quick' | undefined;
  strong: boolean;
}

export interface CameraOrder extends Manner {
  move: CameraMove;
  target: Target | undefined;
}

export interface EntranceOrder extends Manner {
  effect: LayerEffect;
  target: Target;
  order: 'one-by-one' | 'together' | undefined;
}

/** What direction asks for, in the order it was said. */
export interface Order {
  /** No motion of any kind was asked for. */
  nothing: boolean;
  noCamera: boolean;
  camera: CameraOrder | undefined;
  entrances: EntranceOrder[];
  /** Seconds, where a number was said. */
  seconds: number | undefined;
  /** A rest was asked for: seconds more. */
  rest: number;
  /** Layers that must not move. */
  still: Target[];
  notes: string[];
  missed: string[];
}

/** Reads direction against a frame. Pure; never guesses: what names nothing, or means nothing here, is in `missed`. */
export function readDirection(direction: string, scenery: Scenery, language: Language): Order {
  const order: Order = {
    nothing: false,
    noCamera: false,
    camera: undefined,
    entrances: [],
    seconds: undefined,
    rest: 0,
    still: [],
    notes: [],
    missed: [],
  };
  for (const clause of clausesOf(direction)) readClause(clause, order, scenery, language);
  const moves = order.camera && order.camera.move !== 'hold';
  if (order.nothing && (moves || order.entrances.length > 0)) {
    order.nothing = false;
    order.missed.push('“no motion”, which the rest contradicts');
  }
  return order;
}

function readClause(clause: Clause, order: Order, scenery: Scenery, language: Language): void {
  const { plain } = clause;
  const seconds = secondsIn(plain, language);
  if (seconds !== undefined) order.seconds = seconds;
  if (language.beat.test(plain)) order.rest += 0.8;
  if (language.dontRush.test(plain)) {
    order.rest += 0.8;
    order.notes.push('takes its time');
    return;
  }
  if (language.noCamera.test(plain)) {
    order.noCamera = true;
    order.notes.push('the camera rests');
    return;
  }
  const except = language.except.exec(plain);
  const only = except ? null : language.only.exec(plain);
  if (!only && language.nothing.test(plain)) {
    order.nothing = true;
    return;
  }
  if (readStill(clause, order, scenery, language)) return;
  const manner: Manner = {
    tempo: language.quick.test(plain) ? 'quick' : language.slow.test(plain) ? 'slow' : undefined,
    strong: language.strong.test(plain),
  };
  if (only?.[1]?.trim() && readOnly(only[1], clause, manner, order, scenery, language)) return;
  if (except && readExcept(except[1] ?? '', clause, manner, order, scenery, language)) return;
  if (readEntrance(clause, manner, order, scenery, language)) return;
  if (readCamera(clause, manner, order, scenery, language)) return;
  if (seconds !== undefined || language.beat.test(plain)) return;
  readMood(clause, manner, order, language);
}

/** `Keep the logo still`, `don't move the header`. */
function readStill({ plain }: Clause, order: Order, scenery: Scenery, language: Language): boolean {
  const match =
    /^(?:do(?:n't| not) (?:animate|move|touch)|without moving|keep|leave) (.*?)(?: (?:still|alone|as it is|in place|where it is|static|fixed))?$/.exec(
      plain,
    );
  if (!match?.[1]) return false;
  const target = findTarget(match[1], scenery, language);
  if (!target) {
    order.missed.push(`“${nounPhrase(match[1], language) || match[1]}”, which is not in this frame`);
    return true;
  }
  order.still.push(target);
  order.notes.push(`${target.label} stays still`);
  return true;
}

function readOnly(
  words: string,
  clause: Clause,
  manner: Manner,
  order: Order,
  scenery: Scenery,
  language: Language,
): boolean {
  const target = findTarget(words, scenery, language);
  if (!target) return false;
  order.noCamera = true;
  order.entrances.push({
    ...manner,
    effect: effectIn(clause.plain, language)?.effect ?? 'fade',
    target,
    order: orderIn(clause.plain, language),
  });
  return true;
}

function readExcept(
  words: string,
  clause: Clause,
  manner: Manner,
  order: Order,
  scenery: Scenery,
  language: Language,
): boolean {
  const all = findTarget('everything', scenery, language);
  const left = findTarget(words, scenery, language);
  if (!all) return false;
  if (!left) {
    order.missed.push(`“${nounPhrase(words, language) || words.trim()}”, which is not in this frame`);
    return true;
  }
  const nodes = all.nodes.filter(
    (node) => !left.nodes.includes(node) && !left.nodes.some((one) => node.children.includes(one)),
  );
  order.entrances.push({
    ...manner,
    effect: effectIn(clause.plain, language)?.effect ?? 'rise',
    target: { label: `everything but ${left.label}`, nodes },
    order: orderIn(clause.plain, language),
  });
  return true;
}

function readEntrance(
  clause: Clause,
  manner: Manner,
  order: Order,
  scenery: Scenery,
  language: Language,
): boolean {
  const found = effectIn(clause.plain, language);
  if (!found) return false;
  const before = clause.plain.slice(0, found.at);
  const after = clause.plain.slice(found.at + found.words.length);
  const subject = targetOf(before, scenery, language) ?? targetOf(after, scenery, language);
  if (!subject) {
    const unnamed = nounPhrase(before, language) || nounPhrase(clean(after, language), language);
    const camera = cameraIn(clause.plain, language);
    if (camera) return false;
    if (!unnamed) order.missed.push(`what should ${found.words}: name a layer, or “everything”`);
    else order.missed.push(`“${unnamed}”, which is not in this frame`);
    return true;
  }
  if (found.standIn)
    order.notes.push(
      `“${found.words}” is shown as ${found.effect === 'rise' ? 'rising' : 'fading in'} for now`,
    );
  order.entrances.push({
    ...manner,
    effect: found.effect,
    target: subject,
    order: orderIn(clause.plain, language),
  });
  return true;
}

function targetOf(words: string, scenery: Scenery, language: Language): Target | undefined {
  const cleaned = clean(words, language);
  const phrase = nounPhrase(cleaned, language);
  if (!phrase) return undefined;
  return findTarget(cleaned, scenery, language);
}

/** Words of manner and order say how, not what. */
function clean(words: string, language: Language): string {
  return [
    language.oneByOne,
    language.together,
    language.slow,
    language.quick,
    language.strong,
    language.seconds,
  ].reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'g'), ' '), words);
}

function readCamera(
  clause: Clause,
  manner: Manner,
  order: Order,
  scenery: Scenery,
  language: Language,
): boolean {
  const found = cameraIn(clause.plain, language);
  if (!found) return false;
  const rest = clean(clause.plain.slice(found.at + found.words.length), language).replace(
    /^\s*(?:on|onto|to|towards?|into|at|of|from|for)\b/,
    '',
  );
  const phrase = nounPhrase(rest, language);
  const target = phrase && !language.whole.test(phrase) ? findTarget(rest, scenery, language) : undefined;
  if (phrase && !language.whole.test(phrase) && !target)
    order.missed.push(`“${phrase}”, which is not in this frame`);
  if (order.camera && order.camera.move !== 'hold') {
    if (found.move === 'hold') order.rest += 0.8;
    else order.missed.push(`“${clause.words}”: one camera move a shot for now`);
    return true;
  }
  order.camera = { ...manner, move: found.move, target };
  return true;
}

/** A clause with no deed in it: a mood, or words that mean nothing here. */
function readMood(clause: Clause, manner: Manner, order: Order, language: Language): void {
  if (manner.tempo) {
    for (const entrance of order.entrances) entrance.tempo ??= manner.tempo;
    if (order.camera) order.camera.tempo ??= manner.tempo;
    order.notes.push(manner.tempo === 'slow' ? 'calm' : 'quick');
    if (!nounPhrase(clean(clause.plain, language), language)) return;
  }
  if (!manner.tempo) order.missed.push(`“${clause.words}”`);
}

function effectIn(
  plain: string,
  language: Language,
): { effect: LayerEffect; words: string; at: number; standIn: boolean } | undefined {
  for (const [table, standIn] of [
    [language.effects, false],
    [language.standIns, true],
  ] as const)
    for (const [pattern, effect] of table) {
      const match = pattern.exec(plain);
      if (match) return { effect, words: match[0], at: match.index, standIn };
    }
  return undefined;
}

function cameraIn(
  plain: string,
  language: Language,
): { move: CameraMove; words: string; at: number } | undefined {
  for (const [pattern, move] of language.camera) {
    const match = pattern.exec(plain);
    if (match) return { move, words: match[0], at: match.index };
  }
  return undefined;
}

function orderIn(plain: string, language: Language): EntranceOrder['order'] {
  if (language.oneByOne.test(plain)) return 'one-by-one';
  return language.together.test(plain) ? 'together' : undefined;
}

function secondsIn(plain: string, language: Language): number | undefined {
  const word = language.seconds.exec(plain)?.[1];
  if (word === undefined) return undefined;
  const seconds = language.numbers[word] ?? Number(word);
  return Math.min(60, Math.max(0.5, seconds));
}
