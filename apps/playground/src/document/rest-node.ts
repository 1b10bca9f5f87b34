/** The parts of Figma's REST document that the playground reads; all other properties are carried along untouched. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Vector {
  x: number;
  y: number;
}

export interface RestColor {
  r: number;
  g: number;
  b: number;
  a?: number;
}

/** An affine transform as two rows of three, as Figma writes it. */
export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

export interface RestPaint {
  type: string;
  visible?: boolean;
  opacity?: number;
  blendMode?: string;
  color?: RestColor;
  gradientHandlePositions?: readonly Vector[];
  gradientStops?: readonly { position: number; color: RestColor }[];
  scaleMode?: string;
  imageRef?: string;
  videoRef?: string;
  imageTransform?: Matrix;
  scalingFactor?: number;
  rotation?: number;
  filters?: Record<string, number>;
}

export interface RestEffect {
  type: string;
  visible?: boolean;
  color?: RestColor;
  blendMode?: string;
  offset?: Vector;
  radius?: number;
  spread?: number;
  showShadowBehindNode?: boolean;
}

export interface RestTypeStyle {
  fontFamily?: string;
  fontPostScriptName?: string | null;
  fontStyle?: string;
  fontWeight?: number;
  fontSize?: number;
  italic?: boolean;
  textAlignHorizontal?: string;
  textAlignVertical?: string;
  textAutoResize?: string;
  textCase?: string;
  textDecoration?: string;
  textTruncation?: string;
  maxLines?: number;
  letterSpacing?: number;
  lineHeightPx?: number;
  lineHeightPercent?: number;
  lineHeightPercentFontSize?: number;
  lineHeightUnit?: string;
  paragraphSpacing?: number;
  paragraphIndent?: number;
  hyperlink?: { type: string; url?: string; nodeID?: string };
  fills?: readonly RestPaint[];
}

export interface RestInteraction {
  trigger?: { type?: string; delay?: number; timeout?: number } | null;
  actions?: readonly (RestAction | null)[];
}

export interface RestAction {
  type?: string;
  destinationId?: string | null;
  navigation?: string;
  transition?: RestTransition | null;
  preserveScrollPosition?: boolean;
  resetScrollPosition?: boolean;
  url?: string;
}

export interface RestTransition {
  type: string;
  duration?: number;
  direction?: string;
  matchLayers?: boolean;
  easing?: { type?: string; easingFunctionCubicBezier?: unknown; easingFunctionSpring?: unknown };
}

export interface RestNode {
  id: string;
  name: string;
  type: string;
  visible?: boolean;
  locked?: boolean;
  children?: RestNode[];
  absoluteBoundingBox?: Rect | null;
  absoluteRenderBounds?: Rect | null;
  relativeTransform?: Matrix;
  size?: Vector;
  opacity?: number;
  blendMode?: string;
  isMask?: boolean;
  maskType?: string;
  isMaskOutline?: boolean;
  fills?: readonly RestPaint[];
  strokes?: readonly RestPaint[];
  strokeWeight?: number;
  individualStrokeWeights?: { top: number; right: number; bottom: number; left: number };
  strokeAlign?: string;
  strokeCap?: string;
  strokeJoin?: string;
  strokeMiterAngle?: number;
  strokeDashes?: readonly number[];
  fillGeometry?: readonly { path: string; windingRule?: string }[];
  strokeGeometry?: readonly { path: string; windingRule?: string }[];
  effects?: readonly RestEffect[];
  cornerRadius?: number;
  cornerSmoothing?: number;
  rectangleCornerRadii?: readonly number[];
  clipsContent?: boolean;
  backgroundColor?: RestColor;
  background?: readonly RestPaint[];
  layoutMode?: string;
  characters?: string;
  style?: RestTypeStyle;
  characterStyleOverrides?: readonly number[];
  styleOverrideTable?: Record<string, RestTypeStyle>;
  interactions?: readonly RestInteraction[];
  transitionNodeID?: string | null;
  transitionDuration?: number;
  transitionEasing?: string;
  annotations?: readonly { label?: string; properties?: readonly { type: string }[]; categoryId?: string }[];
  componentId?: string;
  scrollBehavior?: string;
  overflowDirection?: string;
  layoutPositioning?: string;
  exportSettings?: readonly Record<string, unknown>[];
  booleanOperation?: string;
  styles?: Record<string, string>;
  flowStartingPoints?: readonly { nodeId: string; name: string }[];
  prototypeStartNodeID?: string | null;
}

/** What `GET /v1/files/:key?geometry=paths` answers, as far as the playground needs it. */
export interface RestFile {
  name: string;
  document: RestNode;
  components?: Record<string, { name?: string; description?: string; key?: string }>;
}
