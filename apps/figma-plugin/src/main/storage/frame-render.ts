import type { RememberedRender } from '../../protocol/board.ts';
import type { Command } from '../../protocol/version.ts';
import { isFields } from '../checks.ts';
import { isScene } from '../nodes.ts';
import { parseJson } from './json.ts';

const RENDER = 'render';

/** Writes on each frame which render it is in, and gives it the relaunch buttons. */
export async function markFrames(figma: PluginAPI, render: RememberedRender): Promise<void> {
  for (const { id, fingerprint } of render.frames) {
    const node = await figma.getNodeByIdAsync(id);
    if (!isScene(node)) continue;
    const { preview } = render;
    const entry = JSON.stringify({ render: render.render, fingerprint, preview: preview?.url ?? null });
    if (node.getPluginData(RENDER) !== entry) node.setPluginData(RENDER, entry);
    const buttons: Partial<Record<Command, string>> = { 'render-again': '' };
    node.setRelaunchData(
      preview ? { 'open-preview': render.title.slice(0, 200), ...buttons } : { ...buttons },
    );
  }
}

/** The preview's link of a frame that was rendered; null where it has none. */
export function previewOf(node: SceneNode): string | null {
  const entry = parseJson(node.getPluginData(RENDER));
  return isFields(entry) && typeof entry.preview === 'string' ? entry.preview : null;
}
