import type { LayerKind } from './layer.ts';
import type { NodeId, Rect } from './primitives.ts';

/**
 * A frame's structure as direction sees it, before anything is captured: made by the plugin from the node tree,
 * read by the director to choose what moves. Never stored; sent to the server (`outline-frame.ts`) only when the
 * designer asks the language model.
 */
export interface OutlineNode {
  id: NodeId;
  name: string;
  kind: LayerKind;
  text?: string;
  /** Frame pixels, relative to the frame. */
  box: Rect;
  bounds: Rect;
  fontSize?: number;
  fontWeight?: number;
  /** The main component's or component set's name, for families. */
  component?: string;
  /** Stays where it is when the frame scrolls. */
  fixed?: boolean;
  hasImage?: boolean;
  /** What is drawn, where it is one shape: a ring is an ellipse with a hole or a part of one, a line an open path. */
  shape?: 'rectangle' | 'ellipse' | 'ring' | 'line' | 'vector';
  /** Degrees counter-clockwise, as Figma gives them; none without it. */
  rotation?: number;
  /** False where its children cannot be taken apart exactly: opacity, blend modes, masks, blurs, rotation. */
  opens: boolean;
  /** A prototype reaction starts here: a button by its behaviour. */
  interactive?: boolean;
  children: OutlineNode[];
}

/** A frame and its visible children, bottom to top. */
export interface Outline extends OutlineNode {
  size: { width: number; height: number };
}
