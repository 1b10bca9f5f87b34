import type { BlendMode, Color, Corners, NodeId, Outline, OutlineNode, Rect, Size } from '@animatic/schema';

/** Why a node that is selected cannot become a shot. */
export const frameProblems = ['no-size', 'hidden', 'not-exportable', 'placed', 'gone'] as const;
export type FrameProblem = (typeof frameProblems)[number];

/** A node that may become a shot, in the order it is offered. */
export interface FrameOffer {
  id: NodeId;
  name: string;
  size: Size;
}

/** A selected node that may not, with words for people. */
export interface FrameRefusal {
  id: NodeId;
  name: string;
  problem: FrameProblem;
  message: string;
}

/** How `frames` came to their order: by the prototype's links, or rows and then columns. */
export const frameOrders = ['prototype', 'reading'] as const;
export type FrameOrder = (typeof frameOrders)[number];

/** What is selected now; sections count as the frames in them. */
export interface Selection {
  frames: FrameOffer[];
  refused: FrameRefusal[];
  order: FrameOrder;
  /** How many frames lie on the page itself, for an offer to take them all. */
  onPage: number;
}

/** Words found beside a frame that the designer may accept as direction. */
export const directionSources = ['annotation', 'note'] as const;
export interface DirectionOffer {
  /** The node that carries it: the annotated node, or the note's text node. */
  id: NodeId;
  source: (typeof directionSources)[number];
  text: string;
}

/** What capture needs to know of a node to take a frame apart. */
interface CaptureNeeds {
  /** It clips its children, by these corners. */
  clip?: Corners;
  /** It paints something itself: fills, strokes or shadows. */
  painted?: boolean;
  /** Its stroke lies over its children: how far it reaches inward, and the corners it follows. */
  stroke?: { inset: number; corners: Corners };
  /** Its pixels depend on what lies behind it (blend modes, background blur), so it is no picture by itself. */
  leaks?: boolean;
  /** The only reason for that: it blends so, and beneath others it can be painted again. */
  blend?: BlendMode;
  /** A rectangle that its fills, strokes, corners and shadows can paint again. */
  repaints?: boolean;
  /** Hashes of what it looks like, wherever it lies: alone, and with all that lies in it. */
  looks?: { own: string; all: string };
}
export interface CaptureNode extends OutlineNode, CaptureNeeds {
  children: CaptureNode[];
}
export interface CaptureOutline extends Outline, CaptureNeeds {
  children: CaptureNode[];
}

/** A frame as the panel and the director know it. */
export interface FrameDescription extends FrameOffer {
  outline: CaptureOutline;
  /** Descending stopped at the limit: some layers are known as part of their container only. */
  cut: boolean;
  /** The topmost opaque solid fill, or the page's colour. */
  background: Color | null;
  directions: DirectionOffer[];
  /** Changes when what the frame looks like does; moving it about the page leaves it alone. */
  fingerprint: string;
}

export const linkTransitions = [
  'INSTANT',
  'DISSOLVE',
  'SMART_ANIMATE',
  'SCROLL_ANIMATE',
  'MOVE_IN',
  'MOVE_OUT',
  'PUSH',
  'SLIDE_IN',
  'SLIDE_OUT',
] as const;
export const linkDirections = ['LEFT', 'RIGHT', 'TOP', 'BOTTOM'] as const;

/** A prototype link from one frame into another, in Figma's own words. */
export interface PrototypeLink {
  from: NodeId;
  to: NodeId;
  /** The node that starts it (`ON_CLICK` and the like), and where it lies in the frame, frame pixels. */
  trigger: { node: NodeId; type: string; box: Rect };
  transition: (typeof linkTransitions)[number];
  direction?: (typeof linkDirections)[number];
  matchLayers?: boolean;
  /** Seconds. */
  duration: number;
  easing?: LinkEasing;
}

/** Figma's easing: a name, with the numbers where it is a custom one. */
export interface LinkEasing {
  type: string;
  bezier?: [number, number, number, number];
  spring?: { mass: number; stiffness: number; damping: number };
}

/** A frame against the fingerprint it was rendered with. */
export const frameStates = ['same', 'changed', 'gone'] as const;
export type FrameState = (typeof frameStates)[number];
