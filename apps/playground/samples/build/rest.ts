/** The part of Figma's REST file format (`geometry=paths`) that the samples use. Lengths are pixels at 1x. */

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Matrix = readonly [readonly [number, number, number], readonly [number, number, number]];

export type BlendMode =
  | 'PASS_THROUGH'
  | 'NORMAL'
  | 'MULTIPLY'
  | 'SCREEN'
  | 'OVERLAY'
  | 'SOFT_LIGHT'
  | 'COLOR_BURN';

export interface SolidPaint {
  readonly opacity?: number;
  readonly blendMode: BlendMode;
  readonly type: 'SOLID';
  readonly color: Colour;
}

export interface GradientPaint {
  readonly opacity?: number;
  readonly blendMode: BlendMode;
  readonly type: 'GRADIENT_LINEAR' | 'GRADIENT_RADIAL' | 'GRADIENT_ANGULAR';
  readonly gradientHandlePositions: readonly [Point, Point, Point];
  readonly gradientStops: readonly { readonly color: Colour; readonly position: number }[];
}

export interface ImagePaint {
  readonly opacity?: number;
  readonly blendMode: BlendMode;
  readonly type: 'IMAGE';
  readonly scaleMode: 'FILL' | 'FIT' | 'TILE' | 'STRETCH';
  readonly imageRef: string;
  readonly scalingFactor?: number;
  readonly imageTransform?: Matrix;
}

export type Paint = SolidPaint | GradientPaint | ImagePaint;

export interface ShadowEffect {
  readonly type: 'DROP_SHADOW' | 'INNER_SHADOW';
  readonly visible: true;
  readonly color: Colour;
  readonly blendMode: BlendMode;
  readonly offset: Point;
  readonly radius: number;
  readonly spread?: number;
  readonly showShadowBehindNode?: boolean;
}

export interface BlurEffect {
  readonly type: 'LAYER_BLUR' | 'BACKGROUND_BLUR';
  readonly visible: true;
  readonly radius: number;
}

export type Effect = ShadowEffect | BlurEffect;

export interface Geometry {
  readonly path: string;
  readonly windingRule: 'NONZERO' | 'EVENODD';
}

export interface TypeStyle {
  readonly fontFamily: string;
  readonly fontPostScriptName: string;
  readonly fontStyle: string;
  readonly fontWeight: number;
  readonly italic?: boolean;
  readonly textAutoResize?: 'WIDTH_AND_HEIGHT' | 'HEIGHT';
  readonly textCase?: 'UPPER';
  readonly textDecoration?: 'UNDERLINE' | 'STRIKETHROUGH';
  readonly fontSize: number;
  readonly textAlignHorizontal: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly textAlignVertical: 'TOP' | 'CENTER' | 'BOTTOM';
  readonly letterSpacing: number;
  readonly lineHeightPx: number;
  readonly lineHeightPercent: number;
  readonly lineHeightPercentFontSize: number;
  readonly lineHeightUnit: 'PIXELS';
  readonly fills?: readonly Paint[];
}

export type Easing =
  | { readonly type: 'EASE_IN' | 'EASE_OUT' | 'EASE_IN_AND_OUT' | 'LINEAR' | 'GENTLE' | 'QUICK' | 'SLOW' }
  | {
      readonly type: 'CUSTOM_CUBIC_BEZIER';
      readonly easingFunctionCubicBezier: {
        readonly x1: number;
        readonly y1: number;
        readonly x2: number;
        readonly y2: number;
      };
    };

/** How one frame follows another in the prototype; the REST API gives milliseconds. */
export type Transition =
  | {
      readonly type: 'DISSOLVE' | 'SMART_ANIMATE';
      readonly easing: Easing;
      readonly duration: number;
    }
  | {
      readonly type: 'PUSH' | 'SLIDE_IN' | 'SLIDE_OUT' | 'MOVE_IN' | 'MOVE_OUT';
      readonly direction: 'LEFT' | 'RIGHT' | 'TOP' | 'BOTTOM';
      readonly easing: Easing;
      readonly duration: number;
      readonly matchLayers: boolean;
    };

export interface Interaction {
  readonly trigger: { readonly type: 'ON_CLICK' };
  readonly actions: readonly {
    readonly type: 'NODE';
    readonly destinationId: string;
    readonly navigation: 'NAVIGATE';
    readonly transition: Transition | null;
    readonly preserveScrollPosition: boolean;
    readonly resetVideoPosition: boolean;
  }[];
}

export type NodeType =
  | 'FRAME'
  | 'GROUP'
  | 'RECTANGLE'
  | 'ELLIPSE'
  | 'LINE'
  | 'VECTOR'
  | 'TEXT'
  | 'COMPONENT'
  | 'INSTANCE';

/** A node as the file API returns it; which keys are there depends on its type. */
export interface RestNode {
  readonly id: string;
  readonly name: string;
  readonly type: NodeType;
  readonly absoluteBoundingBox: Box;
  readonly absoluteRenderBounds: Box | null;
  readonly relativeTransform: Matrix;
  readonly size: Point;
  readonly fills: readonly Paint[];
  readonly interactions: readonly Interaction[];
  readonly characters?: string;
  readonly style?: TypeStyle;
  readonly componentId?: string;
  readonly clipsContent?: boolean;
  readonly children?: readonly RestNode[];
  readonly [key: string]: unknown;
}

export interface RestPage {
  readonly id: string;
  readonly name: string;
  readonly type: 'CANVAS';
  readonly children: readonly RestNode[];
  readonly [key: string]: unknown;
}

export interface RestFile {
  readonly document: {
    readonly id: '0:0';
    readonly name: 'Document';
    readonly type: 'DOCUMENT';
    readonly children: readonly RestPage[];
    readonly [key: string]: unknown;
  };
  readonly name: string;
  readonly [key: string]: unknown;
}
