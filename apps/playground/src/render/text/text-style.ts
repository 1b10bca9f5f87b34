import type { RestNode, RestPaint, RestTypeStyle } from '../rest-node.ts';

/** How one stretch of characters is set. */
export interface TextStyle {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Page pixels. */
  readonly fontSize: number;
  /** Page pixels added after each letter. */
  readonly letterSpacing: number;
  /** Page pixels; undefined where the font's own height holds. */
  readonly lineHeight: number | undefined;
  readonly textCase: string | undefined;
  readonly decoration: string | undefined;
  readonly fills: readonly RestPaint[];
}

/** Neighbouring characters of one style. */
export interface StyledText {
  readonly text: string;
  readonly style: TextStyle;
}

const clamp = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v));

function resolve(
  base: RestTypeStyle,
  over: RestTypeStyle | undefined,
  fills: readonly RestPaint[],
): TextStyle {
  const s = { ...base, ...definedOf(over) };
  const slanted = s.italic ?? /italic|oblique/i.test(`${s.fontStyle ?? ''} ${s.fontPostScriptName ?? ''}`);
  return {
    family: s.fontFamily ?? 'Inter',
    weight: clamp(s.fontWeight ?? 400, 1, 1000),
    italic: slanted,
    fontSize: clamp(s.fontSize ?? 12, 0.1, 4000),
    letterSpacing: clamp(s.letterSpacing ?? 0, -1000, 1000),
    lineHeight: lineHeightOf(s),
    textCase: s.textCase,
    decoration: s.textDecoration === 'NONE' ? undefined : s.textDecoration,
    fills: over?.fills ?? fills,
  };
}

/** Figma rounds the height that comes from the font itself to whole pixels; what a person typed it keeps. */
function lineHeightOf({ lineHeightPx, lineHeightUnit }: RestTypeStyle): number | undefined {
  if (lineHeightPx === undefined || !(lineHeightPx > 0)) return undefined;
  const height = Math.min(lineHeightPx, 20_000);
  return lineHeightUnit === 'INTRINSIC_%' ? Math.max(1, Math.round(height)) : height;
}

/** An override names only what differs; a field that could not be read must not hide the base's. */
function definedOf(style: RestTypeStyle | undefined): RestTypeStyle {
  return Object.fromEntries(Object.entries(style ?? {}).filter(([, v]) => v !== undefined)) as RestTypeStyle;
}

/** Cuts a text node's characters where their style changes. */
export function styledTexts(node: RestNode): StyledText[] {
  const characters = (node.characters ?? '').replace(/\r\n?/g, '\n');
  const base = node.style ?? {};
  const overrides = node.characterStyleOverrides ?? [];
  const table = node.styleOverrideTable ?? {};
  const styles = new Map<number, TextStyle>();
  const styleOf = (key: number): TextStyle => {
    const known = styles.get(key);
    if (known) return known;
    const made = resolve(base, key === 0 ? undefined : table[String(key)], node.fills);
    styles.set(key, made);
    return made;
  };
  const parts: StyledText[] = [];
  let from = 0;
  for (let i = 1; i <= characters.length; i++) {
    const key = overrides[i - 1] ?? 0;
    if (i < characters.length && (overrides[i] ?? 0) === key) continue;
    parts.push({ text: characters.slice(from, i), style: styleOf(key) });
    from = i;
  }
  return parts.length > 0 ? parts : [{ text: '', style: styleOf(0) }];
}

/** The letters that are drawn: Figma keeps a text's own spelling and changes case as it draws. */
export function inCase(text: string, textCase: string | undefined): string {
  switch (textCase) {
    case 'UPPER':
    case 'SMALL_CAPS_FORCED':
      return text.toUpperCase();
    case 'LOWER':
      return text.toLowerCase();
    case 'TITLE':
      return text.replace(
        /(^|[\s\-/(“"'])(\p{Ll})/gu,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      );
    default:
      return text;
  }
}
