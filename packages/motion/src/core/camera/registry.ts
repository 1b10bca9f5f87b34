import type { CameraMove } from '@animatic/schema';
import type { CameraMoveTrack } from './camera-move.ts';
import { hold } from './hold.ts';
import { pan } from './pan.ts';
import { pullOut } from './pull-out.ts';
import { pushIn } from './push-in.ts';

/** Every move there is: a new one is a file, its name in the schema, and a line here. */
export const cameraMoveTracks: Record<CameraMove, CameraMoveTrack> = {
  hold,
  'push-in': pushIn,
  'pull-out': pullOut,
  'pan-left': pan('pan-left'),
  'pan-right': pan('pan-right'),
  'tilt-up': pan('tilt-up'),
  'tilt-down': pan('tilt-down'),
  dolly: pushIn,
};
