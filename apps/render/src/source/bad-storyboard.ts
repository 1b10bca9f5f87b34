/** Keys and places from the document's top to what is meant. */
export type JsonPath = readonly (string | number)[];

/** One thing that is wrong with a storyboard, and where. */
export interface Issue {
  path: JsonPath;
  message: string;
}

/** A storyboard that cannot be rendered; each line names the file, line and column, the place in the document, and why. */
export class BadStoryboard extends Error {
  override name = 'BadStoryboard';
  readonly issues: readonly Issue[];

  constructor(lines: readonly string[], issues: readonly Issue[] = []) {
    super(lines.join('\n'));
    this.issues = issues;
  }
}

/** @example pathText(['shots', 0, 'caption']) // 'shots[0].caption' */
export const pathText = (path: JsonPath): string =>
  path
    .map((key) =>
      typeof key === 'number' ? `[${key}]` : /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join('')
    .replace(/^\./, '');
