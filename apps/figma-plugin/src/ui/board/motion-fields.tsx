import { type CameraMove, cameraMoves, type LayerEffect, layerEffects } from '@animatic/schema';
import type { MotionChoice } from '../../protocol/index.ts';
import { Select } from '../parts/select.tsx';
import classes from './words-disclosure.module.css';

interface MotionFieldsProps {
  name: string;
  motion: MotionChoice | null;
  onChange: (motion: MotionChoice | null) => void;
}

const AUTOMATIC = 'auto';
const byDirection = { value: AUTOMATIC, text: 'Automatic' };
const cameraWords: Record<CameraMove, string> = {
  hold: 'Hold',
  'push-in': 'Push in',
  'pull-out': 'Pull out',
  'pan-left': 'Pan left',
  'pan-right': 'Pan right',
  'tilt-up': 'Tilt up',
  'tilt-down': 'Tilt down',
  dolly: 'Dolly',
};
const layerWords: Record<'none' | LayerEffect, string> = {
  none: 'Stay',
  fade: 'Fade in',
  rise: 'Rise',
  drop: 'Drop',
  slide: 'Slide in',
  pop: 'Pop',
  scale: 'Scale up',
  wipe: 'Wipe in',
  blur: 'Blur in',
  mask: 'Reveal',
  type: 'Type on',
  words: 'Word by word',
  grow: 'Grow',
  draw: 'Draw',
  fill: 'Fill',
  count: 'Count',
  pulse: 'Pulse',
};
const layerChoices = ['none', ...layerEffects] as const;

/** Camera and layers chosen by hand; they stand over the direction until set back. */
export function MotionFields({ name, motion, onChange }: MotionFieldsProps) {
  const change = (values: MotionChoice) => {
    const next = { ...motion, ...values };
    onChange(next.camera || next.layers ? next : null);
  };
  return (
    <>
      <span aria-hidden="true">Camera</span>
      <div class={classes.pair}>
        <Select
          label={`Camera for ${name}`}
          value={motion?.camera ?? AUTOMATIC}
          options={[byDirection, ...cameraMoves.map((move) => ({ value: move, text: cameraWords[move] }))]}
          onChange={(value) => change({ camera: cameraMoves.find((move) => move === value) })}
        />
        <span aria-hidden="true">Layers</span>
        <Select
          label={`Layers for ${name}`}
          value={motion?.layers ?? AUTOMATIC}
          options={[byDirection, ...layerChoices.map((layer) => ({ value: layer, text: layerWords[layer] }))]}
          onChange={(value) => change({ layers: layerChoices.find((layer) => layer === value) })}
        />
      </div>
    </>
  );
}
