import * as z from 'zod';
import { easingSchema } from './easing.ts';
import { MAX_LAYERS } from './layer.ts';
import { nodeIdSchema, rectSchema } from './primitives.ts';

export const cameraMoves = [
  'hold',
  'push-in',
  'pull-out',
  'pan-left',
  'pan-right',
  'pan-up',
  'pan-down',
] as const;
export type CameraMove = (typeof cameraMoves)[number];

/** What the camera does over the shot. A pan names the way the camera looks: pan-right reveals what lies right. */
export const cameraSchema = z.object({
  move: z.enum(cameraMoves),
  /** push-in, pull-out: the largest zoom, 1.02 to 2. Pans: the share of the view's width or height travelled, 0 to 1. Hold: ignored. */
  amount: z.number().min(0).max(2).optional(),
  /** What the camera looks at, frame pixels; the frame's middle without it. */
  focus: rectSchema.optional(),
  easing: easingSchema.optional(),
});
export type Camera = z.infer<typeof cameraSchema>;

export const layerEffects = ['fade', 'rise'] as const;
export type LayerEffect = (typeof layerEffects)[number];

const seconds = z.number().min(0).max(300);

/** A family of layers coming in, one after the other. */
export const entranceSchema = z.object({
  /** In the order they come; layers that the shot does not carry are left out. */
  layers: z.array(nodeIdSchema).min(1).max(MAX_LAYERS),
  effect: z.enum(layerEffects),
  /** Seconds from the shot's start, and each layer's own length. */
  at: seconds,
  duration: seconds,
  /** Seconds between one layer's start and the next one's. */
  stagger: seconds,
  /** Rise: frame pixels at 1080p; 24 without it. */
  travel: z.number().min(0).max(60).optional(),
  easing: easingSchema.optional(),
});
export type Entrance = z.infer<typeof entranceSchema>;

/** How one shot moves: what choreography turns into a timeline. */
export const motionSchema = z.object({
  camera: cameraSchema,
  entrances: z.array(entranceSchema).max(MAX_LAYERS).default([]),
});
export type Motion = z.infer<typeof motionSchema>;
