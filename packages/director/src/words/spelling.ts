/** Words that are this short are too easily others; with another letter in place of one still more so. */
const SHORTEST = 5;
const SHORTEST_OTHER = 7;

/**
 * The known word that one was meant to be: letters drawn out (zooom), or one letter missing, too many or
 * swapped in words of five letters or more, or wrong in those of seven. Undefined where none or several fit.
 *
 * @example meant('zooom', new Set(['zoom'])) // 'zoom'
 */
export function meant(word: string, known: ReadonlySet<string>): string | undefined {
  if (word.length > 24) return undefined;
  const shorter = [word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1+/gu, '$1')];
  const drawn = shorter.find((one) => one !== word && known.has(one));
  if (drawn) return drawn;
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const found = new Set<string>();
  for (const one of near(word))
    if (one.length > 3 && one.charAt(0) === word.charAt(0) && known.has(one)) found.add(one);
  return found.size === 1 ? [...found][0] : undefined;
}

function* near(word: string): Generator<string> {
  for (let i = 0; i < word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      if (word.length >= SHORTEST_OTHER) yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') yield word + letter;
}
