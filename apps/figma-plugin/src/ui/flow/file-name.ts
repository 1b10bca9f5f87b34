/** Names that a file system may take for something else, and those that are too long to be read. */
const LONGEST = 80;

/**
 * A title as a file's name without its ending: what no file system takes, or would take for a path, is left out.
 *
 * @example fileName('Ceramics: shop / v2') // 'Ceramics shop v2'
 */
export function fileName(title: string): string {
  const plain = title
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is left out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+/, '')
    .slice(0, LONGEST)
    .replace(/[. ]+$/, '');
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(plain) ? 'Storyboard' : plain;
}
