import type { Draft } from './draft.ts';
import { type FrameLook, frame } from './nodes.ts';

export interface AutoLayout extends FrameLook {
  readonly gap?: number;
  /** Top, right, bottom, left; or one number for all. */
  readonly padding?: number | readonly [number, number, number, number];
  readonly align?: 'MIN' | 'CENTER' | 'MAX';
  readonly justify?: 'MIN' | 'CENTER' | 'MAX' | 'SPACE_BETWEEN';
  readonly width?: number;
  readonly height?: number;
}

/** A horizontal auto-layout frame: its children stand side by side; without width or height it hugs them. */
export function row(name: string, x: number, y: number, look: AutoLayout, children: readonly Draft[]): Draft {
  return stack('HORIZONTAL', name, x, y, look, children);
}

/** A vertical auto-layout frame. */
export function column(
  name: string,
  x: number,
  y: number,
  look: AutoLayout,
  children: readonly Draft[],
): Draft {
  return stack('VERTICAL', name, x, y, look, children);
}

function stack(
  mode: 'HORIZONTAL' | 'VERTICAL',
  name: string,
  x: number,
  y: number,
  look: AutoLayout,
  children: readonly Draft[],
): Draft {
  const { gap = 0, padding = 0, align = 'MIN', justify = 'MIN', width, height, ...frameLook } = look;
  const [top, right, bottom, left] =
    typeof padding === 'number' ? [padding, padding, padding, padding] : padding;
  const across = mode === 'HORIZONTAL';
  const along = (c: Draft) => (across ? c.width : c.height);
  const thick = (c: Draft) => (across ? c.height : c.width);
  const before = across ? left : top;
  const beside = across ? top : left;
  const padAlong = across ? left + right : top + bottom;
  const padBeside = across ? top + bottom : left + right;
  const content = children.reduce((sum, c) => sum + along(c), 0);
  const gaps = Math.max(0, children.length - 1);
  const mainSize = (across ? width : height) ?? content + gap * gaps + padAlong;
  const crossSize = (across ? height : width) ?? Math.max(0, ...children.map(thick)) + padBeside;
  const free = mainSize - padAlong - content - (justify === 'SPACE_BETWEEN' ? 0 : gap * gaps);
  if (free < -0.01) throw new Error(`"${name}" is ${-free} px too small for what lies in it`);
  const between = justify === 'SPACE_BETWEEN' && gaps > 0 ? free / gaps : gap;
  let pen = before + { MIN: 0, CENTER: free / 2, MAX: free, SPACE_BETWEEN: 0 }[justify];
  const placed = children.map((c) => {
    const slack = crossSize - padBeside - thick(c);
    const side = beside + { MIN: 0, CENTER: slack / 2, MAX: slack }[align];
    const spot = pen;
    pen += along(c) + between;
    return { ...c, ...(across ? { x: spot, y: side } : { x: side, y: spot }) };
  });
  const layout = {
    layoutMode: mode,
    ...(justify === 'MIN' ? {} : { primaryAxisAlignItems: justify }),
    ...(align === 'MIN' ? {} : { counterAxisAlignItems: align }),
    ...((across ? width : height) === undefined ? {} : { primaryAxisSizingMode: 'FIXED' }),
    ...((across ? height : width) === undefined ? {} : { counterAxisSizingMode: 'FIXED' }),
    ...(left ? { paddingLeft: left } : {}),
    ...(right ? { paddingRight: right } : {}),
    ...(top ? { paddingTop: top } : {}),
    ...(bottom ? { paddingBottom: bottom } : {}),
    ...(gap ? { itemSpacing: gap } : {}),
    layoutWrap: 'NO_WRAP',
    layoutSizingHorizontal: width === undefined ? 'HUG' : 'FIXED',
    layoutSizingVertical: height === undefined ? 'HUG' : 'FIXED',
  };
  const size = across ? [mainSize, crossSize] : [crossSize, mainSize];
  return frame(name, x, y, size[0] ?? 0, size[1] ?? 0, { ...frameLook, layout }, placed);
}
