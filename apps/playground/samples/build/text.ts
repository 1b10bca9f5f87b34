import type { Draft, Look } from './draft.ts';
import { shape } from './nodes.ts';
import { paints, solid } from './paint.ts';
import type { TypeStyle } from './rest.ts';
import { advance, type Face, setText, styleName } from './type.ts';

export interface TextLook extends Look {
  /** Pixels; without it the box hugs the text. */
  readonly width?: number;
  /** Pixels; a fixed box height, with the text in its middle. */
  readonly height?: number;
  readonly align?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** Parts of the text in another colour or weight, by their words; each must occur once. */
  readonly spans?: readonly {
    readonly words: string;
    readonly fill?: string;
    readonly weight?: number;
    readonly italic?: boolean;
  }[];
}

function typeStyle(face: Face, look: TextLook): TypeStyle {
  const natural = face.size * 1.2102;
  return {
    fontFamily: face.family,
    fontPostScriptName: `${face.family.replaceAll(' ', '')}-${styleName(face).replaceAll(' ', '')}`,
    fontStyle: styleName(face),
    fontWeight: face.weight,
    ...(face.italic ? { italic: true } : {}),
    ...(look.height !== undefined
      ? {}
      : { textAutoResize: look.width === undefined ? ('WIDTH_AND_HEIGHT' as const) : ('HEIGHT' as const) }),
    ...(face.upper ? { textCase: 'UPPER' as const } : {}),
    ...(look.underline ? { textDecoration: 'UNDERLINE' as const } : {}),
    ...(look.strike ? { textDecoration: 'STRIKETHROUGH' as const } : {}),
    fontSize: face.size,
    textAlignHorizontal: look.align ?? 'LEFT',
    textAlignVertical: look.height === undefined ? 'TOP' : 'CENTER',
    letterSpacing: face.tracking ?? 0,
    lineHeightPx: face.line,
    lineHeightPercent: Math.round((face.line / natural) * 10000) / 100,
    lineHeightPercentFontSize: Math.round((face.line / face.size) * 10000) / 100,
    lineHeightUnit: 'PIXELS',
  };
}

/** Text at a place: measured with the real font, so that boxes and what is painted agree. Throws when a line is wider than its box. */
export function text(
  name: string,
  x: number,
  y: number,
  characters: string,
  face: Face,
  look: TextLook,
): Draft {
  const align = look.align ?? 'LEFT';
  const set = setText(face, characters, look.width, align);
  for (const row of set.lines) {
    if (advance(face, row) > set.width + 0.01)
      throw new Error(`text "${name}": "${row}" is ${advance(face, row)} px wide, its box ${set.width}`);
  }
  const height = look.height ?? set.height;
  // A hugging box whose text is centred or right-aligned stands about its x, as a designer would place it.
  const anchor = look.width === undefined ? { LEFT: 0, CENTER: 0.5, RIGHT: 1 }[align] : 0;
  const lines = characters.split('\n');
  const draft = shape({
    type: 'TEXT',
    name,
    box: { x: x - set.width * anchor, y, width: set.width, height },
    look: { strokeAlign: 'OUTSIDE', ...look },
    extra: {
      characters,
      ...overrides(characters, face, look),
      lineTypes: lines.map(() => 'NONE'),
      lineIndentations: lines.map(() => 0),
      style: typeStyle(face, look),
      layoutVersion: 4,
    },
  });
  return { ...draft, ink: { ...set.ink, y: set.ink.y + (height - set.height) / 2 } };
}

function overrides(characters: string, face: Face, look: TextLook) {
  const styles: number[] = new Array(characters.length).fill(0);
  const table: Record<string, unknown> = {};
  (look.spans ?? []).forEach((span, index) => {
    const start = characters.indexOf(span.words);
    if (start < 0) throw new Error(`"${span.words}" does not occur in "${characters}"`);
    styles.fill(index + 1, start, start + span.words.length);
    const other: Face = {
      ...face,
      weight: span.weight ?? face.weight,
      italic: span.italic ?? face.italic ?? false,
    };
    const style = typeStyle(other, look);
    table[String(index + 1)] = {
      ...(span.weight === undefined && span.italic === undefined
        ? {}
        : {
            fontPostScriptName: style.fontPostScriptName,
            fontStyle: style.fontStyle,
            fontWeight: style.fontWeight,
            ...(span.italic ? { italic: true } : {}),
          }),
      ...(span.fill ? { fills: paints(solid(span.fill)) } : {}),
    };
  });
  const end = styles.findLastIndex((style) => style !== 0) + 1;
  return { characterStyleOverrides: styles.slice(0, end), styleOverrideTable: table };
}
