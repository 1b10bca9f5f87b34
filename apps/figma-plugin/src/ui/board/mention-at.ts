/** An `@` before the caret and what was typed after it. */
export interface MentionAt {
  /** Where the `@` stands, and where the typed words end. */
  from: number;
  to: number;
  typed: string;
}

/** Letters after an `@` that may be a name; further on it is a sentence again. */
const LONGEST = 40;

/**
 * The mention that is being typed at a caret; null where there is none. An `@` within a word, as in an address, is none.
 *
 * @example mentionAt('zoom in on @pa', 14) // { from: 11, to: 14, typed: 'pa' }
 */
export function mentionAt(text: string, caret: number): MentionAt | null {
  const before = text.slice(Math.max(0, caret - LONGEST - 2), caret);
  const match = /(?:^|[\s(“"'])(@([^\s@][^@\n]*|))$/u.exec(before);
  if (!match) return null;
  const typed = match[2] ?? '';
  return { from: caret - typed.length - 1, to: caret, typed };
}

/** Writes into a field as a person does: the caret goes behind it, and those who listen to the field hear of it. */
export function replaceRange(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
