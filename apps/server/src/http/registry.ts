import { about } from './about/about.ts';
import { connect } from './auth/connect.ts';
import { device } from './auth/device.ts';
import { mailLink } from './auth/mail-link.ts';
import { signIn } from './auth/sign-in.ts';
import { signOut } from './auth/sign-out.ts';
import type { Mount } from './core/context.ts';
import { health } from './health/health.ts';
import { getMe } from './me/get-me.ts';
import { openapi } from './openapi/openapi.ts';
import { playground } from './playground/playground.ts';
import { createPreview } from './previews/create-preview.ts';
import { deletePreview } from './previews/delete-preview.ts';
import { getPreview } from './previews/get-preview.ts';
import { linkedMedia } from './previews/linked-media.ts';
import { listPreviews } from './previews/list-previews.ts';
import { patchPreview } from './previews/patch-preview.ts';
import { publishVersion } from './previews/publish-version.ts';
import { cancelRender } from './renders/cancel-render.ts';
import { createRender } from './renders/create-render.ts';
import { getRender } from './renders/get-render.ts';
import { listRenders } from './renders/list-renders.ts';
import { renderEvents } from './renders/render-events.ts';
import { getStill } from './stills/get-still.ts';
import { missingStills } from './stills/missing-stills.ts';
import { putStill } from './stills/put-still.ts';
import { createStoryboard } from './storyboards/create-storyboard.ts';
import { deleteStoryboard } from './storyboards/delete-storyboard.ts';
import { getStoryboard } from './storyboards/get-storyboard.ts';
import { reviseStoryboard } from './storyboards/revise-storyboard.ts';
import { deleteTake } from './takes/delete-take.ts';
import { takeFiles } from './takes/take-files.ts';
import { takeMedia } from './takes/take-media.ts';
import { listTokens } from './tokens/list-tokens.ts';
import { revokeToken } from './tokens/revoke-token.ts';

/** For whoever asks. */
export const openRoutes: readonly Mount[] = [
  health,
  openapi,
  about,
  device,
  mailLink,
  signIn,
  connect,
  linkedMedia,
  playground,
];

/** Behind `authenticate`: each sees the caller's workspace and nothing else. */
export const workspaceRoutes: readonly Mount[] = [
  getMe,
  listTokens,
  revokeToken,
  signOut,
  missingStills,
  putStill,
  getStill,
  createStoryboard,
  getStoryboard,
  reviseStoryboard,
  deleteStoryboard,
  createRender,
  listRenders,
  getRender,
  renderEvents,
  cancelRender,
  takeMedia,
  takeFiles,
  deleteTake,
  createPreview,
  listPreviews,
  getPreview,
  publishVersion,
  patchPreview,
  deletePreview,
];
