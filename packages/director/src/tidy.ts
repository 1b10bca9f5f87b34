/** Words as they are compared: lower case, without articles, prepositions in front, quotes and punctuation. */
export function tidy(words: string): string {
  return words
    .toLowerCase()
    .replace(/[“”"'‘’«»()]/g, '')
    .replace(/[^\p{L}\p{N}€$£%.,&+ -]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/([€$£]) (?=\d)/g, '$1')
    .trim()
    .replace(
      /^(?:(?:on|to|at|into|towards?|of|from|over|across) )?(?:(?:the|a|an|this|that|our|your|its|each|every) )+/,
      '',
    )
    .replace(/[ .,-]+$/, '');
}

/** A plural's singular, by English's common endings. */
export function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:xes|sses|ches)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
