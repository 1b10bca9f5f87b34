import { isFields } from '../checks.ts';

const CAMERA: Record<string, string> = {
  hold: 'The camera holds',
  'push-in': 'Push in',
  'pull-out': 'Pull out',
  'pan-left': 'Pan left',
  'pan-right': 'Pan right',
  'pan-up': 'Tilt up',
  'pan-down': 'Tilt down',
};
const LAYERS: Record<string, string> = {
  none: 'No layer moves',
  fade: 'Everything fades in',
  rise: 'Everything rises',
};

/**
 * A shot as version 1 kept it, in this version's form: a motion chosen by hand there goes on as words, since that was
 * no change of something understood; `slide` is `slide-in` now. Anything else is given back as it is.
 */
export function shotFromVersion1(value: unknown): unknown {
  if (!isFields(value) || !('motion' in value) || !isFields(value.caption)) return value;
  const { motion, caption, transition, ...rest } = value;
  const { camera, layers } = isFields(motion) ? motion : { camera: undefined, layers: undefined };
  const words = [
    caption.direction,
    typeof camera === 'string' ? CAMERA[camera] : '',
    typeof layers === 'string' ? LAYERS[layers] : '',
  ];
  return {
    ...rest,
    caption: { ...caption, direction: words.filter((each) => each).join('. ') },
    chips: [],
    variant: 0,
    transition:
      isFields(transition) && transition.kind === 'slide' ? { ...transition, kind: 'slide-in' } : transition,
  };
}
