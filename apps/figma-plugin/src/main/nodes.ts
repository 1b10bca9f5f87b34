import type { Rect } from '@animatic/schema';
import { PluginFailure } from './failure.ts';
import { wholePixels } from './geometry.ts';

export type Container = SceneNode & ChildrenMixin;

export function isScene(node: BaseNode | null): node is SceneNode {
  return node !== null && node.type !== 'DOCUMENT' && node.type !== 'PAGE';
}

export function hasChildren(node: SceneNode): node is Container {
  return 'children' in node;
}

/** A node with its page loaded (in `dynamic-page` files other pages are not, at first); null where it is gone. */
export async function findScene(figma: PluginAPI, id: string): Promise<SceneNode | null> {
  const node = await figma.getNodeByIdAsync(id);
  if (!isScene(node) || node.removed) return null;
  await pageOf(node)?.loadAsync();
  return node;
}

/** @throws PluginFailure `gone` where the node was deleted or lies in another file */
export async function sceneNode(figma: PluginAPI, id: string): Promise<SceneNode> {
  const node = await findScene(figma, id);
  if (node) return node;
  throw new PluginFailure(
    'gone',
    'This frame is no longer in the file. Remove its card or undo the deletion.',
  );
}

/** A page by its id; the open one where there is none (any more). */
export async function findPage(figma: PluginAPI, id: unknown): Promise<PageNode> {
  const node = typeof id === 'string' ? await figma.getNodeByIdAsync(id) : null;
  return node?.type === 'PAGE' ? node : figma.currentPage;
}

/** The page that a node lies on. */
export function pageOf(node: BaseNode): PageNode | null {
  let at: BaseNode | null = node;
  while (at && at.type !== 'PAGE') at = at.parent;
  return at;
}

/** The layout box on the page; null where the node has none. */
export function boxOf(node: SceneNode): Rect | null {
  return 'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null;
}

/** Where the node paints on the page; null where it is invisible. Sections have no render bounds of their own. */
export function renderBoundsOf(node: SceneNode): Rect | null {
  return 'absoluteRenderBounds' in node ? node.absoluteRenderBounds : boxOf(node);
}

/**
 * The page pixels that are the frame: its layout box out to whole pixels.
 *
 * @throws PluginFailure `no-size` where the frame has no area.
 */
export function frameBox(node: SceneNode): Rect {
  const box = boxOf(node);
  if (!box || box.width < 1 || box.height < 1)
    throw new PluginFailure('no-size', `“${node.name}” has no size to show. Give it a width and a height.`);
  return wholePixels(box);
}
