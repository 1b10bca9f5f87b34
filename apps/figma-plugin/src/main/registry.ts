import type { HandlerFactories } from './handler.ts';
import { captureLayer } from './handlers/capture-layer.ts';
import { captureStill } from './handlers/capture-still.ts';
import { close } from './handlers/close.ts';
import { compareFrames } from './handlers/compare-frames.ts';
import { describeFrame } from './handlers/describe-frame.ts';
import { enlarge } from './handlers/enlarge.ts';
import { listRenders } from './handlers/list-renders.ts';
import { makeThumbnail } from './handlers/make-thumbnail.ts';
import { notify } from './handlers/notify.ts';
import { openLink } from './handlers/open-link.ts';
import { placeClip } from './handlers/place-clip.ts';
import { readGround } from './handlers/read-ground.ts';
import { readImage } from './handlers/read-image.ts';
import { readLinks } from './handlers/read-links.ts';
import { readPageFrames } from './handlers/read-page-frames.ts';
import { readSelection } from './handlers/read-selection.ts';
import { rememberRender } from './handlers/remember-render.ts';
import { resize } from './handlers/resize.ts';
import { saveBoard } from './handlers/save-board.ts';
import { saveSettings } from './handlers/save-settings.ts';
import { saveToken } from './handlers/save-token.ts';
import { showFrames } from './handlers/show-frames.ts';
import { start } from './handlers/start.ts';

/** Every request of the protocol and what answers it. */
export const registry: HandlerFactories = {
  start,
  'read-selection': readSelection,
  'read-page-frames': readPageFrames,
  'save-board': saveBoard,
  'describe-frame': describeFrame,
  'read-links': readLinks,
  'make-thumbnail': makeThumbnail,
  'capture-still': captureStill,
  'capture-layer': captureLayer,
  'read-ground': readGround,
  'read-image': readImage,
  'save-token': saveToken,
  'save-settings': saveSettings,
  'remember-render': rememberRender,
  'list-renders': listRenders,
  'compare-frames': compareFrames,
  'place-clip': placeClip,
  'show-frames': showFrames,
  'open-link': openLink,
  notify,
  resize,
  enlarge,
  close,
};
