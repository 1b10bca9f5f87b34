import { PluginFailure } from '../failure.ts';
import { createHash } from '../frames/hash.ts';

/** 5 MB a plugin: boards of view-only files must leave room for the token. */
const BOARDS_KEPT = 20;

/** @throws PluginFailure `storage-full` */
export async function keepOnDevice(figma: PluginAPI, key: string, value: unknown): Promise<void> {
  try {
    await figma.clientStorage.setAsync(key, value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PluginFailure('storage-full', `Figma would not keep this on your device: ${reason}`);
  }
}

export async function findOnDevice(figma: PluginAPI, key: string): Promise<unknown> {
  return figma.clientStorage.getAsync(key);
}

/** Pages that tell files of one name apart: the first ones, so that a page added later leaves the key alone. */
const FIRST_PAGES = 3;

/**
 * The file, as nearly as it can be told from outside: its name and its first pages. Figma gives public plugins no
 * file key.
 */
export function fileKey(figma: PluginAPI): string {
  const hash = createHash();
  for (const { id } of figma.root.children.slice(0, FIRST_PAGES)) hash.add(id);
  return `${figma.root.name}#${hash.digest()}`;
}

/** A page of a file that cannot be written to. */
export function pageKey(figma: PluginAPI, subject: string, page: PageNode = figma.currentPage): string {
  return `${subject}/${fileKey(figma)}/${page.id}`;
}

/** Lets the oldest boards of view-only files go, so that the token always finds room. */
export async function prune(figma: PluginAPI, subject: string): Promise<void> {
  const keys = (await figma.clientStorage.keysAsync()).filter((key) => key.startsWith(`${subject}/`));
  for (const key of keys.slice(0, Math.max(0, keys.length - BOARDS_KEPT)))
    await figma.clientStorage.deleteAsync(key);
}
