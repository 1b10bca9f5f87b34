import * as z from 'zod';
import { easingSchema } from './easing.ts';
import { MAX_LAYERS } from './layer.ts';
import { nodeIdSchema, rectSchema } from './primitives.ts';
import { directions } from './transition.ts';

/** Seconds within a shot. */
const seconds = z.number().min(0).max(300);

/**
 * The camera's moves. A pan looks sideways, a tilt up or down, and both name the way the camera looks: `pan-right`
 * reveals what lies right. A dolly travels from where the camera is to its focus.
 */
export const cameraMoves = [
  'hold',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'tilt-up',
  'tilt-down',
  'dolly',
] as const;
export type CameraMove = (typeof cameraMoves)[number];

/** One move of the camera; each begins where the one before has left it, and it rests between. */
export const cameraStepSchema = z.object({
  move: z.enum(cameraMoves),
  /** push-in, pull-out, dolly: the largest zoom, 1.02 to 2. Pans, tilts: the share of the view travelled, 0 to 1. Hold: ignored. */
  amount: z.number().min(0).max(2).optional(),
  /** What the camera looks at, frame pixels; the frame's middle without it. */
  focus: rectSchema.optional(),
  /** Seconds from the shot's start; without it the choreography shares the shot's time out among the moves. */
  at: seconds.optional(),
  duration: seconds.optional(),
  easing: easingSchema.optional(),
});
export type CameraStep = z.infer<typeof cameraStepSchema>;

/** What a layer can do. Each stands for an entering; most of them leave, too; `pulse` is for layers that stay. */
export const layerEffects = [
  'fade',
  'rise',
  'drop',
  'slide',
  'pop',
  'scale',
  'wipe',
  'blur',
  'mask',
  'type',
  'words',
  'grow',
  'draw',
  'fill',
  'count',
  'pulse',
] as const;
export type LayerEffect = (typeof layerEffects)[number];

export const layerPhases = ['enter', 'stay', 'leave'] as const;
export type LayerPhase = (typeof layerPhases)[number];

/** In which order a family starts: as given, from its middle, or by the rows or columns that its boxes lie in. */
export const staggerOrders = ['order', 'centre', 'rows', 'columns'] as const;
export type StaggerOrder = (typeof staggerOrders)[number];

/** A family of layers that come, do something, or go, one after the other. */
export const layerMotionSchema = z.object({
  /** In the order they start; layers that the shot does not carry are left out. */
  layers: z.array(nodeIdSchema).min(1).max(MAX_LAYERS),
  phase: z.enum(layerPhases).default('enter'),
  effect: z.enum(layerEffects),
  /** Seconds from the shot's start, and each layer's own length. */
  at: seconds,
  duration: seconds,
  /** Seconds between one start and the next one's. */
  stagger: seconds.default(0),
  by: z.enum(staggerOrders).default('order'),
  /** slide, wipe, mask, grow, draw: the side it comes from, or goes to when it leaves. */
  from: z.enum(directions).optional(),
  /** rise, drop, slide: frame pixels at 1080p; taste's 24 without it. */
  travel: z.number().min(0).max(2000).optional(),
  /** scale, pop: the size it starts at; pulse: the size it swells to. */
  amount: z.number().min(0).max(4).optional(),
  easing: easingSchema.optional(),
});
export type LayerMotion = z.infer<typeof layerMotionSchema>;

/** What is drawn over the picture while it stands: a ring around something, all else dimmed, a pointer that taps. */
export const overlayEffects = ['highlight', 'dim', 'tap'] as const;
export type OverlayEffect = (typeof overlayEffects)[number];

export const overlaySchema = z.object({
  effect: z.enum(overlayEffects),
  /** What it is about, frame pixels. */
  boxes: z.array(rectSchema).min(1).max(16),
  /** The radius of the boxes' own corners, frame pixels. */
  corner: z.number().min(0).max(10_000).optional(),
  at: seconds,
  /** Seconds, coming and going included. */
  duration: seconds,
});
export type Overlay = z.infer<typeof overlaySchema>;

/** A frame that is taller than its viewport scrolls; fixed layers stay. */
export const scrollStepSchema = z.object({
  /** Frame pixels that are above the viewport when the step has ended. */
  to: z.number().min(0).max(1e6),
  at: seconds.optional(),
  duration: seconds.optional(),
  easing: easingSchema.optional(),
});
export type ScrollStep = z.infer<typeof scrollStepSchema>;

/** How one shot moves: what choreography turns into a timeline. Without any camera step the camera holds. */
export const motionSchema = z.object({
  camera: z.array(cameraStepSchema).max(12).default([]),
  layers: z.array(layerMotionSchema).max(MAX_LAYERS).default([]),
  overlays: z.array(overlaySchema).max(16).default([]),
  scroll: z.array(scrollStepSchema).max(12).default([]),
});
export type Motion = z.infer<typeof motionSchema>;
/** A motion as a document may write it: what it leaves out is empty. */
export type MotionInput = z.input<typeof motionSchema>;
