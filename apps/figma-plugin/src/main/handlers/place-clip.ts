import { freePlace } from '../canvas/free-place.ts';
import { placePoster } from '../canvas/place-poster.ts';
import { bytes, fields, nodeIds, number, text, textOrNull } from '../checks.ts';
import { PluginFailure } from '../failure.ts';
import type { HandlerFactory } from '../handler.ts';
import { isEditable } from '../storage/editable.ts';
import { markPlaced } from '../storage/placed.ts';

/** Figma's own limit for a video. */
const MOST_CLIP_BYTES = 100 * 1024 * 1024;
const MOST_POSTER_BYTES = 20 * 1024 * 1024;

export const placeClip: HandlerFactory<'place-clip'> = (figma) => async (params, task) => {
  const sent = fields(params, 'message');
  const title = text(sent.title, 'title', 1000);
  const link = textOrNull(sent.link, 'link', 2000);
  const size = {
    width: number(sent.width, 'width', 2, 8192),
    height: number(sent.height, 'height', 2, 8192),
  };
  const poster = bytes(sent.poster, 'poster', MOST_POSTER_BYTES);
  const clip = bytes(sent.clip, 'clip', 1024 * 1024 * 1024);
  const near = nodeIds(sent.near);
  if (!isEditable(figma))
    throw new PluginFailure(
      'view-only',
      'This file is view-only: copy the link instead, or duplicate the file.',
    );
  const video = await videoOf(figma, clip);
  task.check();
  // An undo takes the clip away, and not the storyboard that was kept since the plugin opened.
  figma.commitUndo();
  const place = await freePlace(figma, near, size);
  if (typeof video === 'string') {
    const node = await placePoster(figma, { title, link, poster, ...size }, place);
    figma.commitUndo();
    return { placed: 'poster', id: node.id, reason: video };
  }
  const node = figma.createRectangle();
  node.name = title;
  markPlaced(node);
  node.resize(size.width, size.height);
  node.x = place.x;
  node.y = place.y;
  node.fills = [{ type: 'VIDEO', scaleMode: 'FILL', videoHash: video.hash }];
  figma.currentPage.selection = [node];
  figma.viewport.scrollAndZoomIntoView([node]);
  figma.commitUndo();
  return { placed: 'clip', id: node.id, reason: null };
};

/** The video in the file, or Figma's reason against it: free teams have none. */
async function videoOf(figma: PluginAPI, clip: Uint8Array): Promise<Video | string> {
  if (clip.length > MOST_CLIP_BYTES) return 'Figma takes videos of at most 100 MB';
  try {
    return await figma.createVideoAsync(clip);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
