import { fileKey, findOnDevice, keepOnDevice } from './device.ts';

/**
 * True where plugin data can be written: asked for just before something is kept, by taking away an entry that is
 * not there.
 */
export function isEditable(figma: PluginAPI): boolean {
  try {
    figma.currentPage.setPluginData('editable', '');
    return true;
  } catch {
    return false;
  }
}

/** What keeping something in this file last came to; a file that nothing was kept in counts as editable. */
export async function seemsEditable(figma: PluginAPI): Promise<boolean> {
  return (await findOnDevice(figma, keyOf(figma))) !== true;
}

export async function noteEditable(figma: PluginAPI, editable: boolean): Promise<void> {
  if (editable === (await seemsEditable(figma))) return;
  if (editable) await figma.clientStorage.deleteAsync(keyOf(figma));
  else await keepOnDevice(figma, keyOf(figma), true);
}

function keyOf(figma: PluginAPI): string {
  return `view-only/${fileKey(figma)}`;
}
