const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const STRONG = /[\p{L}]/u;
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** What draws nothing of its own, or into the letter before it. */
const JOINED = /\p{M}|\p{Cf}|\p{Emoji_Modifier}/u;

/** Whether a text's first letter belongs to a script that runs from the right. */
export function runsFromRight(text: string): boolean {
  for (const character of text) if (STRONG.test(character)) return RIGHT_TO_LEFT.test(character);
  return false;
}

/** Whether words are not parted by spaces. */
export function isDense(text: string): boolean {
  return DENSE.test(text);
}

export function wordsIn(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** How many shapes a text shows, about: letters without their accents, spaces left out. */
export function shapesIn(text: string): number {
  let shapes = 0;
  let joins = false;
  for (const character of text.replace(/\s+/gu, '')) {
    if (JOINED.test(character)) {
      joins = character === '\u{200D}';
      continue;
    }
    if (!joins) shapes++;
    joins = false;
  }
  return shapes;
}

/** The lines a text has for certain: its own breaks. */
export function breaksIn(text: string): number {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).filter((line) => line.trim()).length;
}
