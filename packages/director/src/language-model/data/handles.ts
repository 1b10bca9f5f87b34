import type { Outline } from '@animatic/schema';
import { isApart, type Placed, shareOf, walk } from '../../find/outline.ts';
import { oneLine } from '../words/clean.ts';

/** What fills the frame is its ground, and what nobody sees moves nothing. */
const GROUND = 0.92;
const SMALLEST = 0.00005;
const NAME = 60;
const TEXT = 120;

/** A frame's layers under short names of ours: node ids are long, and a stranger's. */
export interface Handles {
  byHandle: ReadonlyMap<string, Placed>;
  /** As the language model reads them. */
  data: LayerData[];
  /** How many of the frame's layers were left out. */
  left: number;
}

export interface LayerData {
  id: string;
  in?: string;
  name: string;
  kind: string;
  text?: string;
  /** x, y, width, height; whole frame pixels. */
  box: [number, number, number, number];
  like?: string;
  button?: true;
  image?: true;
  fixed?: true;
}

/**
 * Names what of a frame can move. Of too many layers the outermost and the largest are kept.
 *
 * @param prefix of each handle, e.g. `L` for `L1`, `L2` …
 * @example handlesOf(outline, 'L', 80).byHandle.get('L1')
 */
export function handlesOf(outline: Outline, prefix: string, most: number): Handles {
  const all = [...walk(outline)].filter(
    (placed) =>
      isApart(placed) && shareOf(placed.node, outline) >= SMALLEST && shareOf(placed.node, outline) < GROUND,
  );
  const rank = new Map(
    [...all]
      .sort(
        (a, b) =>
          a.ancestors.length - b.ancestors.length || shareOf(b.node, outline) - shareOf(a.node, outline),
      )
      .slice(0, most)
      .map((placed) => [placed.node, placed]),
  );
  const kept = all.filter(({ node }) => rank.has(node));
  const names = new Map(kept.map(({ node }, index) => [node, `${prefix}${index + 1}`]));
  const like = new Map<string, string>();
  return {
    byHandle: new Map(kept.map((placed) => [names.get(placed.node) ?? '', placed])),
    left: all.length - kept.length,
    data: kept.map(({ node, ancestors }) => {
      const above = ancestors.findLast((one) => names.has(one));
      const family = node.component && `C${[...like.keys()].indexOf(node.component) + 1 || like.size + 1}`;
      if (node.component && family && !like.has(node.component)) like.set(node.component, family);
      const { x, y, width, height } = node.box;
      return {
        id: names.get(node) ?? '',
        ...(above && { in: names.get(above) ?? '' }),
        name: oneLine(node.name, NAME),
        kind: node.kind,
        ...(node.text && { text: oneLine(node.text, TEXT) }),
        box: [Math.round(x), Math.round(y), Math.round(width), Math.round(height)],
        ...(family && { like: family }),
        ...(node.interactive && { button: true as const }),
        ...(node.hasImage && { image: true as const }),
        ...(node.fixed && { fixed: true as const }),
      };
    }),
  };
}
