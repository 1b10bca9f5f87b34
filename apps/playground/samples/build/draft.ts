import type { BlendMode, Box, Effect, Geometry, NodeType, Paint, Transition } from './rest.ts';

export interface Link {
  /** The `key` of the frame it leads to. */
  readonly to: string;
  readonly transition: Transition;
}

/** A node before it has an id and a place on the page: x and y count from its parent's corner. */
export interface Draft {
  readonly type: NodeType;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise as it looks, about the top left corner. */
  readonly turn?: number;
  readonly fills: readonly Paint[];
  readonly strokes: readonly Paint[];
  readonly strokeWeight: number;
  readonly strokeAlign: 'INSIDE' | 'CENTER' | 'OUTSIDE';
  readonly fillGeometry: readonly Geometry[];
  readonly strokeGeometry: readonly Geometry[];
  readonly effects: readonly Effect[];
  readonly blendMode: BlendMode;
  readonly opacity?: number;
  /** Keys that only this type of node has, in Figma's words. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly clips: boolean;
  readonly children?: readonly Draft[];
  /** What is painted of a text, from its corner. */
  readonly ink?: Box;
  /** A name for links and instances; never written to the file. */
  readonly key?: string;
  /** For an instance: the key of its component. */
  readonly component?: string;
  readonly links?: readonly Link[];
  readonly notes?: readonly string[];
}

/** What may be said of any node beside its shape. */
export interface Look {
  readonly fill?: string | Paint | readonly Paint[];
  readonly stroke?: string | Paint;
  readonly strokeWeight?: number;
  readonly strokeAlign?: Draft['strokeAlign'];
  readonly effects?: readonly Effect[];
  readonly blend?: BlendMode;
  readonly opacity?: number;
  readonly turn?: number;
  readonly mask?: boolean;
  readonly key?: string;
  readonly links?: readonly Link[];
  readonly notes?: readonly string[];
  readonly constraints?: readonly [horizontal: string, vertical: string];
  readonly fixed?: boolean;
}

/** The same node elsewhere. */
export function at(x: number, y: number, draft: Draft): Draft {
  return { ...draft, x, y };
}

/** The same node with other words about it. */
export function withLook(draft: Draft, look: Pick<Look, 'key' | 'links' | 'notes'>): Draft {
  return { ...draft, ...look };
}
