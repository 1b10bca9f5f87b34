/** Controls, line ends, marks of direction and other signs that nobody sees; what joins emoji stays. */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}]|(?!\u200D)\p{Cf}|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Addresses with a scheme, or of a known ending; `\w+:` alone would take “Note: …”. */
const ADDRESS = /\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|javascript:|data:[a-z]+\/)\S*/gi;
const DOMAIN =
  /\b(?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|io|dev|app|ai|co|me|xyz|info|biz|ru|cn|link|site|online)\b(?:\/\S*)?/gi;

/**
 * A stranger's words as one line of data: no controls, no line ends, at most `max` characters.
 *
 * @example oneLine('Total\n\u202E€ 84', 60) // 'Total € 84'
 */
export function oneLine(text: string, max: number): string {
  // What is far longer than wanted is cut first, so that a long text costs no more than a short one.
  const seen = text
    .slice(0, max * 4 + 100)
    .replace(HALF, '')
    .replace(UNSEEN, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(seen, max);
}

/**
 * A language model's words on their way to people: as `oneLine`, and without addresses or markup, so that what a frame
 * had it say cannot lead anybody anywhere.
 *
 * @example saidLine('See https://evil.example/x now', 60) // 'See now'
 */
export function saidLine(text: string, max: number): string {
  const plain = oneLine(text, max * 2 + 200)
    .replace(/\]\([^)]*\)/g, ']')
    .replace(ADDRESS, '')
    .replace(DOMAIN, '')
    .replace(/[<>`[\]{}|\\]/g, ' ')
    .replace(/\s+([.,;:!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return cut(plain, max);
}

/** At most `max` characters, cut between words where there are any. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1).replace(HALF, '');
  const space = head.lastIndexOf(' ');
  return `${(space > max * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}
