/** Where long texts are kept piece by piece: a node's private plugin data. */
export interface Shelf {
  getPluginData(key: string): string;
  setPluginData(key: string, value: string): void;
}

/** Figma takes 100 kB an entry; a UTF-16 unit is at most three bytes of UTF-8. */
export const CHUNK = 30_000;

/**
 * Keeps a text of any length; an empty one takes the entry away. Entries that hold the same already are left alone, so
 * that keeping twice is no change of the file.
 */
export function keep(shelf: Shelf, key: string, text: string): void {
  const parts = split(text);
  const known = partCount(shelf, key);
  parts.forEach((part, index) => {
    put(shelf, `${key}.${index}`, part);
  });
  put(shelf, key, parts.length > 0 ? `${parts.length}:${text.length}` : '');
  for (let index = parts.length; index < known; index += 1) put(shelf, `${key}.${index}`, '');
}

/** The text that was kept; '' where there is none; null where pieces of it are missing. */
export function find(shelf: Shelf, key: string): string | null {
  const head = shelf.getPluginData(key);
  if (head === '') return '';
  const [count, length] = head.split(':').map(Number);
  if (!count || !length) return null;
  let text = '';
  for (let index = 0; index < count; index += 1) text += shelf.getPluginData(`${key}.${index}`);
  return text.length === length ? text : null;
}

function partCount(shelf: Shelf, key: string): number {
  return Number(shelf.getPluginData(key).split(':')[0]) || 0;
}

function put(shelf: Shelf, key: string, value: string): void {
  if (shelf.getPluginData(key) !== value) shelf.setPluginData(key, value);
}

/** Never between the two halves of a character outside the basic plane: alone they are no text. */
function split(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + CHUNK, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}
