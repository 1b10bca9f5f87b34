import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** A Figma REST document; the shop sample without it. */
  document: string | undefined;
  images: string | undefined;
  /** Names or ids. */
  select: string[];
  /** One for all frames, or as many as there are frames, parted by `|`. */
  captions: string[];
  /** Where the clip goes. */
  out: string | undefined;
}

/**
 * Reads the demo's command line.
 *
 * @throws with one line that says what is allowed.
 */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      document: { type: 'string' },
      images: { type: 'string' },
      select: { type: 'string' },
      caption: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.document && !values.select)
    throw new Error('With --document, say which frames: --select "name or id, …".');
  if (values.images && !values.document) throw new Error('--images belongs to --document.');
  const list = (text: string | undefined, by: string) =>
    (text ?? '')
      .split(by)
      .map((part) => part.trim())
      .filter(Boolean);
  return {
    document: values.document,
    images: values.images,
    select: list(values.select, ','),
    captions: list(values.caption, '|'),
    out: values.out,
  };
}
