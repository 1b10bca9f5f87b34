import type { Clip, Easing, Format, NodeId, Overlay, Size, Transition } from '@animatic/schema';
import type { LayerTrack } from './effects/layer-tracks.ts';
import type { GroundTone } from './ground-tone.ts';
import type { LineTimeline } from './lines/line-items.ts';
import type { OverlayTone } from './overlays/tone.ts';
import type { Scene } from './scene.ts';
import type { Scroll } from './scroll.ts';
import type { Track } from './track.ts';
import type { SmartPlan } from './transitions/smart/smart-plan.ts';
import type { View } from './view.ts';

/** The transition from a shot into the next one: the last `seconds` of the shot and the first of the next. */
export interface TransitionSpan {
  kind: Exclude<Transition['kind'], 'cut'>;
  direction: Transition['direction'];
  seconds: number;
  easing: Easing;
  /** A smart animate's: which layers become which. Without it the frames dissolve. */
  smart?: SmartPlan;
}

/** A layer that is drawn apart from its frame. */
export interface Lifted {
  layer: NodeId;
  clips: Clip[];
  /** How much larger than in its frame it gets in a transition. */
  largest?: number;
}

export interface ShotTimeline {
  /** The shot's place in the board. */
  index: number;
  id: string;
  /** Seconds in the clip; `end` is where its last frame is over, inside the next shot where they overlap. */
  start: number;
  end: number;
  scene: Scene;
  camera: Track<View>;
  layers: LayerTrack[];
  /** Layers drawn apart from the plate while any of them moves, bottom to top: the moving ones and what covers them. */
  lifted: Lifted[];
  /** Seconds from the shot's start until which transitions draw its layers apart, too. */
  apart?: number;
  /** Seconds from the shot's start: every layer that comes has come. */
  settled: number;
  overlays: readonly Overlay[];
  /** The colours of what is drawn over the picture. */
  overlayTone: OverlayTone;
  /** A frame that is taller than its viewport and scrolls; `fixed` layers stay, so many frame pixels from their place. */
  scroll: (Scroll & { fixed: ReadonlyMap<NodeId, number> }) | null;
  /** The largest zoom that the camera reaches. */
  maxZoom: number;
  /** True where the frame has a background of its own, so that nothing shines through it. */
  opaque: boolean;
  transition?: TransitionSpan;
}

/** Everything that moves in a clip, as keyframes; what `sample` reads. */
export interface Timeline {
  size: Size;
  seconds: number;
  tone: GroundTone;
  /** Whether the clip's ground is drawn behind screens. */
  ground: Format['ground'];
  shots: ShotTimeline[];
  /** Viewers' lines that are drawn into the picture. */
  lines: LineTimeline[];
  /** How the clip's end passes into its beginning, over its last `seconds`; null where it just ends. */
  loop: TransitionSpan | null;
}
