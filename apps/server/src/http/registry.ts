import { about } from './about/about.ts';
import { connect } from './auth/connect.ts';
import { device } from './auth/device.ts';
import { mailLink } from './auth/mail-link.ts';
import { signIn } from './auth/sign-in.ts';
import { signOut } from './auth/sign-out.ts';
import { getBudget } from './budget/get-budget.ts';
import { putBudget } from './budget/put-budget.ts';
import type { Mount } from './core/context.ts';
import { directShot } from './director/direct-shot.ts';
import { proposeStoryboard } from './director/propose-storyboard.ts';
import { cancelGeneration } from './generations/cancel-generation.ts';
import { createGenerations } from './generations/create-generations.ts';
import { generationEvents } from './generations/generation-events.ts';
import { generationMedia } from './generations/generation-media.ts';
import { getGeneration } from './generations/get-generation.ts';
import { listGenerations } from './generations/list-generations.ts';
import { retryGeneration } from './generations/retry-generation.ts';
import { reviewGeneration } from './generations/review-generation.ts';
import { health } from './health/health.ts';
import { getMe } from './me/get-me.ts';
import { listModels } from './models/list-models.ts';
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
import { estimateRender } from './renders/estimate-render.ts';
import { getRender } from './renders/get-render.ts';
import { listRenders } from './renders/list-renders.ts';
import { renderEvents } from './renders/render-events.ts';
import { retryRender } from './renders/retry-render.ts';
import { getStill } from './stills/get-still.ts';
import { missingStills } from './stills/missing-stills.ts';
import { putStill } from './stills/put-still.ts';
import { createStoryboard } from './storyboards/create-storyboard.ts';
import { deleteStoryboard } from './storyboards/delete-storyboard.ts';
import { getStoryboard } from './storyboards/get-storyboard.ts';
import { reviseStoryboard } from './storyboards/revise-storyboard.ts';
import { createStyle } from './styles/create-style.ts';
import { deleteStyle } from './styles/delete-style.ts';
import { listStyles } from './styles/list-styles.ts';
import { patchStyle } from './styles/patch-style.ts';
import { deleteTake } from './takes/delete-take.ts';
import { takeFiles } from './takes/take-files.ts';
import { takeMedia } from './takes/take-media.ts';
import { listTokens } from './tokens/list-tokens.ts';
import { revokeToken } from './tokens/revoke-token.ts';
import { getUsage } from './usage/get-usage.ts';
import { webhooks } from './webhooks/take-webhook.ts';

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
  webhooks,
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
  estimateRender,
  retryRender,
  takeMedia,
  takeFiles,
  deleteTake,
  createPreview,
  listPreviews,
  getPreview,
  publishVersion,
  patchPreview,
  deletePreview,
  listModels,
  createGenerations,
  listGenerations,
  // Before the route that takes any name in its place.
  generationEvents,
  getGeneration,
  cancelGeneration,
  retryGeneration,
  reviewGeneration,
  generationMedia,
  getBudget,
  putBudget,
  getUsage,
  listStyles,
  createStyle,
  patchStyle,
  deleteStyle,
  directShot,
  proposeStoryboard,
];
