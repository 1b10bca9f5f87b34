import type { Outline, OutlineNode } from '@animatic/schema';
import type { Language } from '../language/language.ts';
import { spelt, wordsOfName } from '../words/tokens.ts';
import { type Family, familiesOf } from './families.ts';
import { type Placed, walk } from './outline.ts';

/** What a caption's words point at: one node, or several. */
export interface Target {
  /** As it is called, for people. */
  called: string;
  /** In reading order where nothing else was said. */
  members: Placed[];
  /** The words were about many: the cards. */
  many?: true;
  /** It was called a chart, or what charts are made of. */
  chart?: true;
  /** They were called numbers. */
  numbers?: true;
  /** The whole of what moves in the frame. */
  all?: true;
  /** What it was said to leave out. */
  but?: string;
}

/** A frame prepared for looking names up. */
export interface Frame {
  outline: Outline;
  language: Language;
  placed: Placed[];
  families: Family[];
  /** Names, texts and components, as their words. */
  byName: Map<string, Placed[]>;
  /** Which nodes have a word in their name, text or component. */
  byWord: Map<string, Placed[]>;
  /** What can stand after an `@`, lower case. */
  mentions: Map<string, Placed>;
  longestMention: number;
  /** Words of each node's name and component, in the singular. */
  stems: Map<OutlineNode, ReadonlySet<string>>;
  memo: Map<string, Target | null>;
  roles: Map<string, Placed[]>;
}

const frames = new WeakMap<Outline, Frame>();
const LONGEST_MENTION = 120;

/** A frame's names, prepared once for each outline. */
export function frameOf(outline: Outline, language: Language): Frame {
  const known = frames.get(outline);
  if (known && known.language === language) return known;
  const placed = [...walk(outline)];
  const frame: Frame = {
    outline,
    language,
    placed,
    families: familiesOf(outline),
    byName: new Map(),
    byWord: new Map(),
    mentions: new Map(),
    longestMention: 0,
    stems: new Map(),
    memo: new Map(),
    roles: new Map(),
  };
  for (const one of placed) addNames(frame, one);
  addMentions(frame);
  frames.set(outline, frame);
  return frame;
}

function addNames(frame: Frame, placed: Placed): void {
  const { node } = placed;
  const stems = (name: string) =>
    name
      .toLowerCase()
      .split(/[^\p{L}€$£¥]+/u)
      .map((part) => frame.language.singular(part));
  const own = `${node.name.slice(0, 120)} ${node.component?.slice(0, 120) ?? ''}`;
  frame.stems.set(node, new Set([...stems(own), ...stems(spelt(own))]));
  const seen = new Set<string>();
  for (const name of [node.name, node.text, node.component, spelt(node.name)]) {
    if (!name) continue;
    const words = wordsOfName(name);
    const whole = words.join(' ');
    if (words.length <= 12 && whole && !seen.has(whole)) push(frame.byName, whole, placed);
    seen.add(whole);
    for (const word of words.slice(0, 60))
      for (const form of new Set([word, frame.language.singular(word)])) {
        const key = `=${form}`;
        if (!seen.has(key)) push(frame.byWord, form, placed);
        seen.add(key);
      }
  }
}

function push(map: Map<string, Placed[]>, key: string, placed: Placed): void {
  const list = map.get(key);
  if (list) list.push(placed);
  else map.set(key, [placed]);
}

/** The name, else the text; one that several have also with what they lie in, `Card 1/Photo`, or counted, `Photo#2`. */
function addMentions(frame: Frame): void {
  const counts = new Map<string, number>();
  for (const placed of frame.placed)
    for (const name of mentionNames(placed)) {
      const key = name.toLowerCase();
      if (key.length > LONGEST_MENTION) continue;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      const unique = count === 1 ? key : `${key}#${count}`;
      if (frame.mentions.has(unique)) continue;
      frame.mentions.set(unique, placed);
      frame.longestMention = Math.max(frame.longestMention, unique.length);
    }
}

function mentionNames({ node, ancestors }: Placed): string[] {
  const own = oneLine(node.name);
  const names = [own];
  let path = own;
  for (const above of [...ancestors.slice(1)].reverse().slice(0, 4)) {
    path = `${oneLine(above.name)}/${path}`;
    names.push(path);
  }
  if (node.text) names.push(oneLine(node.text));
  return [...new Set(names)].filter(Boolean);
}

/** A name as it can be written after an `@`: without what cannot be seen or turns what follows around. */
export function oneLine(name: string): string {
  return name
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
}

/** How many characters after an `@` name a layer: the longest that do; a name ends where its word does. */
export function mentionLength(frame: Frame, text: string, from: number): number {
  const rest = text.slice(from, from + frame.longestMention).toLowerCase();
  for (let length = rest.length; length > 0; length--)
    if (frame.mentions.has(rest.slice(0, length)) && !/[\p{L}\p{N}]/u.test(text.charAt(from + length)))
      return length;
  return 0;
}

/** What people call a node: its text where that is short, else its name. */
export function calledOf(node: OutlineNode): string {
  const text = node.text && oneLine(node.text);
  return text && text.length <= 60 ? text : oneLine(node.name).slice(0, 80) || node.kind;
}

export function single(placed: Placed | undefined): Target | null {
  return placed ? { called: calledOf(placed.node), members: [placed] } : null;
}
