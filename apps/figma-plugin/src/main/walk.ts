import { hasChildren } from './nodes.ts';
import type { Task } from './task.ts';

/** A frame and all that is visible in it, parents before children, at most `limit` nodes. */
export async function* visibleNodes(frame: SceneNode, task: Task, limit: number): AsyncGenerator<SceneNode> {
  const open: SceneNode[] = [frame];
  for (let index = 0; index < open.length && index < limit; index += 1) {
    const node = open[index];
    if (!node) return;
    await task.breathe();
    yield node;
    if (!hasChildren(node)) continue;
    for (const child of node.children) {
      if (open.length >= limit) break;
      if (child.visible) open.push(child);
    }
  }
}
