const LONGEST = 2000;

/** A text node's words and their weight on the page; mixed styles count as their largest size. */
export function wordsOf(node: TextNode): { text: string; fontSize?: number; fontWeight?: number } {
  const text = node.characters.slice(0, LONGEST);
  const { fontSize, fontWeight } = node;
  if (typeof fontSize === 'number')
    return { text, fontSize, ...(typeof fontWeight === 'number' ? { fontWeight } : {}) };
  let largest: { fontSize: number; fontWeight: number } | null = null;
  for (const segment of node.getStyledTextSegments(['fontSize', 'fontWeight']))
    if (!largest || segment.fontSize > largest.fontSize) largest = segment;
  return largest ? { text, fontSize: largest.fontSize, fontWeight: largest.fontWeight } : { text };
}
