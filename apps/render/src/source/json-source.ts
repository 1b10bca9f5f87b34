import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { BadStoryboard, type Issue, type JsonPath, pathText } from './bad-storyboard.ts';

/** A JSON text that knows where its values stand. */
export interface JsonSource {
  value: unknown;
  /** Line and column, both from 1, of a value, or of the nearest one around it that the text has. */
  placeOf(path: JsonPath): { line: number; column: number };
  /** An error that names each issue's place: `board.json:4:15: shots[0].still: …`. */
  refusal(issues: readonly Issue[]): BadStoryboard;
}

/** Deeper than any storyboard, and not so deep that reading it ends the process. */
const DEEPEST = 64;

/**
 * Reads JSON as strictly as JSON is: no comments, no commas at the end.
 *
 * @param name the file's name, for errors
 * @throws {BadStoryboard} where the text is no JSON, with its line and column
 */
export function readJson(text: string, name: string): JsonSource {
  const content = text.replace(/^\uFEFF/, '');
  const at = (offset: number) => {
    const before = content.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const deep = tooDeep(content);
  if (deep !== undefined) {
    const { line, column } = at(deep);
    throw new BadStoryboard([`${name}:${line}:${column}: more than ${DEEPEST} brackets in one another`]);
  }
  const errors: ParseError[] = [];
  const tree = parseTree(content, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first || !tree) {
    const { line, column } = at(first?.offset ?? 0);
    throw new BadStoryboard([
      `${name}:${line}:${column}: ${first ? wordsFor(first) : 'there is nothing in it'}`,
    ]);
  }
  const placeOf = (path: JsonPath) => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return at(node.offset);
    }
    return at(tree.offset);
  };
  return {
    value: JSON.parse(content),
    placeOf,
    refusal(issues) {
      const placed = issues
        .map((issue) => ({ ...issue, ...placeOf(issue.path) }))
        .sort((a, b) => a.line - b.line || a.column - b.column);
      const lines = placed.map(({ line, column, path, message }) =>
        [`${name}:${line}:${column}`, pathText(path), message].filter(Boolean).join(': '),
      );
      return new BadStoryboard(lines, issues);
    },
  };
}

const WORDS: Record<string, string> = {
  InvalidSymbol: 'this is no word of JSON (strings stand in double quotes)',
  InvalidNumberFormat: 'this is no number',
  PropertyNameExpected: 'a name in double quotes is missing here (perhaps after a comma too many)',
  ValueExpected: 'a value is missing here (perhaps after a comma too many)',
  ColonExpected: 'a colon is missing here',
  CommaExpected: 'a comma is missing here',
  CloseBraceExpected: 'a closing } is missing here',
  CloseBracketExpected: 'a closing ] is missing here',
  EndOfFileExpected: 'the document is over, and something follows',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'a string has no end',
};

function wordsFor({ error }: ParseError): string {
  const code = printParseErrorCode(error);
  return `not JSON: ${WORDS[code] ?? code}`;
}

/** Where brackets go too deep, outside strings. */
function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}
