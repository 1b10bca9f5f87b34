import type { RestNode, RestPaint, RestTypeStyle } from '../document/rest-node.ts';
import { type PluginPaint, toPluginPaint } from './paints.ts';
import { MIXED } from './references.ts';

/** Font properties of a piece of text, in the plugin API's words. */
type TextField = (style: RestTypeStyle) => unknown;

export const TEXT_FIELDS: Readonly<Record<string, TextField>> = {
  fontSize: (style) => style.fontSize ?? 12,
  fontName: (style) => ({ family: style.fontFamily ?? 'Inter', style: fontStyleName(style) }),
  fontWeight: (style) => style.fontWeight ?? 400,
  textCase: (style) => style.textCase ?? 'ORIGINAL',
  textDecoration: (style) => style.textDecoration ?? 'NONE',
  letterSpacing: (style) => ({ unit: 'PIXELS', value: style.letterSpacing ?? 0 }),
  lineHeight,
  hyperlink: ({ hyperlink }) =>
    hyperlink ? { type: hyperlink.type, value: hyperlink.url ?? hyperlink.nodeID ?? '' } : null,
};

function lineHeight(style: RestTypeStyle): unknown {
  if (style.lineHeightUnit === 'PIXELS') return { unit: 'PIXELS', value: style.lineHeightPx ?? 0 };
  if (style.lineHeightUnit === 'FONT_SIZE_%') {
    return { unit: 'PERCENT', value: style.lineHeightPercentFontSize ?? 100 };
  }
  return { unit: 'AUTO' };
}

const WEIGHT_NAMES = [
  'Thin',
  'Extra Light',
  'Light',
  'Regular',
  'Medium',
  'Semi Bold',
  'Bold',
  'Extra Bold',
  'Black',
];

/** REST tells the weight as a number and, in newer files, the style's name. */
function fontStyleName(style: RestTypeStyle): string {
  if (style.fontStyle) return style.fontStyle;
  const weight =
    WEIGHT_NAMES[Math.min(9, Math.max(1, Math.round((style.fontWeight ?? 400) / 100))) - 1] ?? 'Regular';
  if (!style.italic) return weight;
  return weight === 'Regular' ? 'Italic' : `${weight} Italic`;
}

/** A run of characters that share one style. `start` and `end` count UTF-16 units. */
export interface TextRun {
  start: number;
  end: number;
  style: RestTypeStyle;
  fills: readonly RestPaint[];
}

/** The runs of a text node, at least one. */
export function textRuns(node: RestNode): TextRun[] {
  const text = node.characters ?? '';
  const overrides = node.characterStyleOverrides ?? [];
  const runs: TextRun[] = [];
  let key: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const current = overrides[at] ?? 0;
    const last = runs.at(-1);
    if (last && current === key) last.end = at + 1;
    else runs.push(runOf(node, current, at));
    key = current;
  }
  return runs.length > 0 ? runs : [{ ...runOf(node, 0, 0), end: 0 }];
}

function runOf(node: RestNode, key: number, start: number): TextRun {
  const override = node.styleOverrideTable?.[String(key)] ?? {};
  return {
    start,
    end: start + 1,
    style: { ...node.style, ...override },
    fills: override.fills ?? node.fills ?? [],
  };
}

/** The value of a text property, or `figma.mixed` where the runs differ. */
export function readTextField(node: RestNode, field: string): unknown {
  const read = TEXT_FIELDS[field];
  if (!read) return undefined;
  const values = textRuns(node).map((run) => read(run.style));
  const first = JSON.stringify(values[0]);
  return values.every((value) => JSON.stringify(value) === first) ? values[0] : MIXED;
}

/** The fills of a text node, or `figma.mixed` where the runs differ. */
export function readTextFills(node: RestNode): PluginPaint[] | typeof MIXED {
  const values = textRuns(node).map((run) => JSON.stringify(run.fills));
  return values.every((value) => value === values[0]) ? (node.fills ?? []).map(toPluginPaint) : MIXED;
}

/** The segments of `getStyledTextSegments`: neighbours with equal values of the fields asked for are one. */
export function styledTextSegments(
  node: RestNode,
  fields: readonly string[],
  range: { start: number; end: number },
): Record<string, unknown>[] {
  const text = node.characters ?? '';
  const segments: Record<string, unknown>[] = [];
  let last = '';
  for (const run of textRuns(node)) {
    const start = Math.max(run.start, range.start);
    const end = Math.min(run.end, range.end);
    if (end <= start) continue;
    const values = Object.fromEntries(
      fields.map((field) => [
        field,
        field === 'fills' ? run.fills.map(toPluginPaint) : (TEXT_FIELDS[field]?.(run.style) ?? null),
      ]),
    );
    const signature = JSON.stringify(values);
    const previous = segments.at(-1);
    if (previous && signature === last) {
      previous.end = end;
      previous.characters = text.slice(Number(previous.start), end);
    } else segments.push({ characters: text.slice(start, end), start, end, ...values });
    last = signature;
  }
  return segments;
}
