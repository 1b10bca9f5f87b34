import { calledOf, type Frame, mentionLength } from '../find/frame.ts';
import type { Lexeme } from '../language/language.ts';
import { lexiconOf, longestPhrase } from '../words/lexicon.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { correct, nameable } from './correct.ts';
import { leads, longestName, quoted } from './names.ts';
import { readQuantity } from './quantities.ts';
import { another, nounOf, numbered, oneAt, outOfFamily, owns, roleless } from './relative-names.ts';
import { end, type Item, LONGEST_NAME, type Scan, span } from './scan.ts';

/**
 * Cuts a direction into what it means, word by word: the longest phrase of the language or the longest name in the
 * frame, whichever is longer.
 */
export function itemsOf(frame: Frame, text: string): Item[] {
  const { language } = frame;
  const lexicon = lexiconOf(language);
  const tokens = tokensOf(text, (all, from) => mentionLength(frame, all, from));
  correct(frame, lexicon, tokens);
  const forms = tokens.map((token) => (token.kind === 'word' ? language.basic(token.text) : []));
  const scan: Scan = {
    frame,
    lexicon,
    text,
    tokens,
    forms,
    nameable: nameable(frame, tokens),
    items: [],
    noun: [],
    last: undefined,
  };
  for (let at = 0; at < tokens.length; ) at += step(scan, at);
  return scan.items;
}

/** Reads what begins with a token, and says how many tokens it took. */
function step(scan: Scan, at: number): number {
  const { tokens, items, frame } = scan;
  const token = tokens[at];
  if (!token) return 1;
  if (token.kind === 'break') {
    items.push({
      kind: 'break',
      hard: token.hard ?? false,
      topic: token.text === ':',
      from: token.from,
      to: token.to,
    });
    return 1;
  }
  // “1. The headline fades in 2. …”
  const point = tokens[at + 1];
  if (
    token.kind === 'number' &&
    token.text.length < 3 &&
    point?.kind === 'break' &&
    point.from === token.to &&
    (point.text === '.' || point.text === ')')
  ) {
    items.push({ kind: 'break', hard: true, from: token.from, to: point.to });
    return 2;
  }
  if (token.kind === 'mention') {
    const placed = frame.mentions.get(token.text.toLowerCase());
    if (placed)
      items.push({
        kind: 'np',
        target: { called: calledOf(placed.node), members: [placed] },
        mention: true,
        ...span(token),
      });
    return 1;
  }
  if (token.kind === 'quote') {
    const target = quoted(frame, token.text);
    items.push(
      target ? { kind: 'np', target, mention: true, ...span(token) } : { kind: 'missing', ...span(token) },
    );
    return 1;
  }
  const quantity = readQuantity(scan, at);
  if (quantity) return quantity;
  const beyond = outOfFamily(scan, at);
  if (beyond) return beyond;
  const said = longestPhrase(scan.lexicon, tokens, scan.forms, at);
  const phrase = said && namesInstead(scan, at, said.lexemes) ? null : said;
  const name = longestName(scan, at, phrase?.length ?? 0);
  const owned = owns(scan, at);
  if (owned && owned.length >= (phrase?.length ?? 0)) {
    items.push({
      kind: 'np',
      target: owned.target,
      mention: false,
      from: token.from,
      to: end(scan, at + owned.length),
    });
    return owned.length;
  }
  const other = another(scan, at);
  if (other && other.length > Math.max(name?.length ?? 0, phrase?.length ?? 0)) {
    items.push({
      kind: 'np',
      target: other.target,
      mention: false,
      from: token.from,
      to: end(scan, at + other.length),
    });
    return other.length;
  }
  const lone = oneAt(scan, at, name);
  if (lone) {
    const words = { from: token.from, to: end(scan, at + lone.length) };
    items.push(
      lone.target
        ? { kind: 'np', target: lone.target, mention: false, ...words }
        : { kind: 'missing', ...words },
    );
    return lone.length;
  }
  const some = name && numbered(scan, at + name.length, name.target);
  if (name && some) {
    items.push({
      kind: 'np',
      target: some.target,
      mention: false,
      from: token.from,
      to: end(scan, at + name.length + some.length),
    });
    return name.length + some.length;
  }
  const part = roleless(scan, at, Math.max(name?.length ?? 0, phrase?.length ?? 0));
  if (part > 0) {
    items.push({ kind: 'missing', from: token.from, to: end(scan, at + part) });
    return part;
  }
  if (name?.missing) {
    items.push({ kind: 'missing', from: token.from, to: end(scan, at + name.length) });
    return name.length;
  }
  if (name) {
    scan.noun = nounOf(scan, at, name.length);
    scan.last = name.target;
    items.push({
      kind: 'np',
      target: name.target,
      mention: false,
      from: token.from,
      to: end(scan, at + name.length),
    });
    return name.length;
  }
  if (phrase && !(leads(scan, at) && phrase.length === 1)) {
    items.push({
      kind: 'lex',
      lex: phrase.lexemes[0] as Lexeme,
      others: phrase.lexemes,
      from: token.from,
      to: end(scan, at + phrase.length),
    });
    return phrase.length;
  }
  return unknown(scan, at);
}

/** “4 s total” is a length; “total last” is the total. */
function namesInstead(scan: Scan, at: number, lexemes: readonly Lexeme[]): boolean {
  return (
    lexemes[0]?.is === 'long' &&
    scan.items.at(-1)?.kind !== 'seconds' &&
    scan.tokens[at + 1]?.kind !== 'number' &&
    longestName(scan, at, 0) !== null
  );
}

/** Words that nobody knows: a name that is not there where something leads to it, else not understood. */
export function unknown(scan: Scan, at: number): number {
  const { tokens, items, frame, lexicon, forms } = scan;
  const before = items.at(-1);
  const token = tokens[at] as Token;
  const led =
    frame.language.determiners.has(token.text) ||
    (before?.kind === 'lex' && before.lex.is === 'overlay') ||
    (before?.kind === 'lex' && before.lex.is === 'prep' && before.to >= token.from - 1) ||
    scan.text.charAt(token.from - 1) === '@';
  const label = tokens[at + 1];
  // “Layers: …” is a label.
  if (label?.kind === 'break' && label.text === ':' && (before === undefined || before.kind === 'break'))
    return 2;
  if (before?.kind === 'lex' && before.lex.is === 'whole' && before.lex.of && before.to >= token.from - 1) {
    before.to = token.to;
    return 1;
  }
  let length = led && frame.language.determiners.has(token.text) ? 2 : 1;
  for (; length < LONGEST_NAME; length++) {
    const next = tokens[at + length];
    if (next?.kind !== 'word' && next?.kind !== 'number') break;
    if (longestPhrase(lexicon, tokens, forms, at + length) || longestName(scan, at + length, 0)) break;
  }
  const number = token.kind === 'number' && length === 1;
  const words = { from: token.from, to: end(scan, at + length) };
  items.push(led && !number ? { kind: 'missing', ...words } : { kind: 'unknown', number, ...words });
  return length;
}
