import type { Lexeme } from '../language/language.ts';
import type { Head, Np, Reading } from './act.ts';
import type { Item } from './scan.ts';

export const isHead = (lex: Lexeme): lex is Head =>
  lex.is === 'cannot' ||
  lex.is === 'camera' ||
  lex.is === 'effect' ||
  lex.is === 'overlay' ||
  lex.is === 'scroll' ||
  lex.is === 'rest' ||
  lex.is === 'still' ||
  lex.is === 'motion';

export function butAfterAll(r: Reading, item: Item, index: number): boolean {
  if (item.kind !== 'lex' || !item.others.some((lex) => lex.is === 'except')) return false;
  // “Cards without animation” excludes no card.
  const next = r.items
    .slice(index + 1, index + 3)
    .find((one) => !(one.kind === 'lex' && one.lex.is === 'small'));
  if (next?.kind !== 'np' && next?.kind !== 'missing' && !(next?.kind === 'lex' && next.lex.is === 'it'))
    return false;
  const what = r.cur.nps.at(-1)?.what;
  return what === 'all' || what === 'others' || (typeof what === 'object' && what.many === true);
}

/** Nothing that could be named follows before the next pause. */
export function ends(r: Reading, index: number): boolean {
  const next = r.items[index + 1];
  return (
    !next ||
    next.kind === 'break' ||
    (next.kind === 'lex' &&
      (next.lex.is === 'join' ||
        next.lex.is === 'place' ||
        next.lex.is === 'pace' ||
        next.lex.is === 'order'))
  );
}

/** “The headline fades in the cards rise”: a name right before a second head is its subject. */
export function subject(r: Reading, index: number): Np | undefined {
  const last = r.cur.nps.at(-1);
  const between = r.items[index - 1];
  const beside =
    between?.to === last?.to ||
    (between?.kind === 'lex' && between.lex.is === 'small' && r.items[index - 2]?.to === last?.to);
  if (!last || !beside || !last.after || last.prep !== null || r.cur.nps.length < 2) return undefined;
  r.cur.nps.pop();
  return last;
}

/** Whether a noun phrase and then a head follow before the next pause. */
export function clauseAhead(r: Reading, index: number): boolean {
  let np = false;
  for (const item of r.items.slice(index + 1, index + 9)) {
    if (item.kind === 'break' || (item.kind === 'lex' && item.lex.is === 'join')) return false;
    if (item.kind === 'np') np = true;
    if (np && item.kind === 'lex' && isHead(item.lex)) return true;
  }
  return false;
}

interface Ahead {
  head: boolean;
  /** A noun phrase before any head. */
  np: boolean;
  npFirst: boolean;
  except: boolean;
  place: boolean;
}

/** What lies between here and the next pause. */
export function ahead(r: Reading, index: number): Ahead {
  const seen: Ahead = { head: false, np: false, npFirst: false, except: false, place: false };
  for (const item of r.items.slice(index + 1, index + 40)) {
    if (item.kind === 'break' || (item.kind === 'lex' && item.lex.is === 'join')) break;
    if (item.kind === 'np' || item.kind === 'missing') {
      if (!seen.head) seen.npFirst = true;
      seen.np = true;
    }
    if (item.kind !== 'lex') continue;
    const { lex } = item;
    if (isHead(lex)) seen.head = true;
    if (lex.is === 'it' || lex.is === 'all' || lex.is === 'others' || lex.is === 'whole') {
      if (!seen.head) seen.npFirst = true;
      seen.np = true;
    }
    if (lex.is === 'except') seen.except ||= !seen.np && !seen.head;
    if (lex.is === 'place') seen.place = true;
  }
  return seen;
}
