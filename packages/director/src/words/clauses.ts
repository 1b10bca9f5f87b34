/** A stretch of direction that says one thing. */
export interface Clause {
  /** As it was typed, for what is said about it. */
  words: string;
  /** Lower case, single spaces, no quotes. */
  plain: string;
}

/** Cuts direction into clauses, at stops, commas and words of sequence; a comma in a number does not cut. */
export function clausesOf(direction: string): Clause[] {
  return direction
    .normalize('NFKC')
    .split(
      /[.;!?\n]+(?=\s|$)|,(?!\d)|\s+(?:and then|then|after that|afterwards|next|finally|while|before|but)\s+|\s+–\s+|\s+—\s+/i,
    )
    .flatMap(splitAnd)
    .map((words) => words.trim().replace(/^(?:and|then|first|next|finally|also|please)\s+/i, ''))
    .filter((words) => /[\p{L}\p{N}]/u.test(words))
    .map((words) => ({ words, plain: plainOf(words) }));
}

/** `and` joins two things to do only where a verb follows it; else it joins two names. */
function splitAnd(words: string): string[] {
  return words.split(
    /\s+and\s+(?=(?:the camera|slowly|gently|quickly|softly|zoom|push|pull|pan|scroll|hold|fade|rise|reveal|show|bring|let|keep|don['’]?t|do not|no|nothing)\b)/i,
  );
}

export function plainOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[“”"«»]/g, '')
    .replace(/[^\p{L}\p{N}'%.$€£/+-]+/gu, ' ')
    .trim();
}
