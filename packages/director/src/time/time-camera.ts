import type { CameraStep, Rect } from '@animatic/schema';
import type { CameraIntent } from '../read/intents.ts';
import { boxOf } from '../read/read-camera.ts';
import { PACES, type Tempering } from './taste.ts';

/** taste.md: slow 1.06, default 1.12, strong 1.25. */
const SLOW = 1.06;
const PLAIN = 1.12;
const STRONG = 1.25;
/** A named target fills the view, unless it is to be approached slowly or slightly. */
const SLOW_TARGET = 1.12;
const SLIGHT_TARGET = 1.25;
/** With layers in motion at the same time the camera moves no more than this. */
const BESIDE_LAYERS = 1.04;
const SECONDS: Readonly<Record<string, number>> = {
  'push-in': 1.4,
  'pull-out': 1.4,
  dolly: 1.3,
  'pan-left': 1.6,
  'pan-right': 1.6,
  'tilt-up': 1.6,
  'tilt-down': 1.6,
  hold: 0.8,
};

/** One step of the camera, without its times. */
export function cameraStep(intent: CameraIntent, temper: Tempering, beside: boolean): CameraStep {
  const focus = intent.target && boxOf(intent.target);
  const amount = amountOf(intent, temper, beside);
  const easing = intent.easing ?? (intent.pace === 'quick' ? 'enter' : undefined);
  return {
    move: intent.move,
    ...(amount !== undefined && { amount }),
    ...(focus && { focus: rounded(focus) }),
    ...(easing && { easing }),
  };
}

/** Seconds that a move takes by itself. */
export function cameraSeconds(intent: CameraIntent, temper: Tempering): number {
  if (intent.starts) return 0;
  if (intent.seconds !== undefined) return intent.seconds;
  return (
    (SECONDS[intent.move] ?? 1.4) * (intent.pace ? PACES[intent.pace] : 1) * Math.min(1.3, temper.lengths)
  );
}

function amountOf(intent: CameraIntent, temper: Tempering, beside: boolean): number | undefined {
  const { move, zoom, strength, pace, target } = intent;
  if (move === 'hold') return undefined;
  if (move.startsWith('pan') || move.startsWith('tilt'))
    return strength === 'slight' ? 0.06 : strength === 'strong' ? 0.24 : undefined;
  if (zoom !== undefined) return Math.min(2, Math.max(1.02, zoom));
  if (target) {
    if (strength === 'strong') return undefined;
    if (beside) return SLOW_TARGET;
    return pace === 'slow' ? SLOW_TARGET : strength === 'slight' ? SLIGHT_TARGET : undefined;
  }
  if (beside) return BESIDE_LAYERS;
  const plain = strength === 'strong' ? STRONG : strength === 'slight' || pace === 'slow' ? SLOW : undefined;
  if (plain === undefined && temper.zoom === 1) return undefined;
  return hundredthUp(1 + ((plain ?? PLAIN) - 1) * temper.zoom);
}

const hundredthUp = (n: number) => Math.max(1.02, Math.round(n * 1000) / 1000);

function rounded(rect: Rect): Rect {
  const round = (n: number) => Math.round(n * 100) / 100;
  return { x: round(rect.x), y: round(rect.y), width: round(rect.width), height: round(rect.height) };
}
