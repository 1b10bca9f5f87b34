import { fileKey, findOnDevice, keepOnDevice } from './device.ts';

const SOURCE = 'source';

/**
 * The file's own name towards the server: random, since Figma gives public plugins no file key. Until something is
 * kept in the file it stands on this device, so that looking alone changes nothing.
 */
export async function findSource(figma: PluginAPI): Promise<string> {
  const inFile = figma.root.getPluginData(SOURCE);
  if (inFile) return inFile;
  const key = `${SOURCE}/${fileKey(figma)}`;
  const onDevice = await findOnDevice(figma, key);
  if (typeof onDevice === 'string' && onDevice) return onDevice;
  const made = `${randomPart()}${randomPart()}`;
  await keepOnDevice(figma, key, made);
  return made;
}

/** Writes the name into the file, beside what is kept there. */
export async function keepSource(figma: PluginAPI): Promise<void> {
  if (figma.root.getPluginData(SOURCE)) return;
  figma.root.setPluginData(SOURCE, await findSource(figma));
  // The next file of this name gets one of its own.
  await figma.clientStorage.deleteAsync(`${SOURCE}/${fileKey(figma)}`);
}

/** No secret: only different in each file. The sandbox has no crypto. */
function randomPart(): string {
  return Math.random().toString(36).slice(2, 12).padEnd(10, '0');
}
