import type { FrameDescription } from '../../protocol/frame.ts';
import { readDirections } from '../direction/read-directions.ts';
import { noteLooks } from '../outline/node-looks.ts';
import { readOutline } from '../outline/read-outline.ts';
import type { Task } from '../task.ts';
import { backgroundOf } from './background.ts';
import { fingerprintOf } from './fingerprint.ts';

/** All that the panel and the director know of a frame before its pixels. */
export async function describeFrame(
  frame: SceneNode,
  page: PageNode | null,
  task: Task,
): Promise<FrameDescription> {
  const looks = noteLooks();
  const fingerprint = await fingerprintOf(frame, task, looks.note);
  const { outline, cut } = await readOutline(frame, task, { looks: looks.done() });
  return {
    id: frame.id,
    name: frame.name,
    size: outline.size,
    outline,
    cut,
    background: backgroundOf(frame, page),
    directions: await readDirections(frame, task),
    fingerprint,
  };
}
