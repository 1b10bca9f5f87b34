import * as z from 'zod';
import { STORYBOARD_VERSION, type Storyboard, storyboardSchema } from './storyboard.ts';
import { fromVersion1 } from './storyboard-version-1.ts';

/** By the version that a document has: how it comes to have the next one. What a step gets may be a stranger's. */
export type Upgrades = Readonly<Record<number, (document: unknown) => unknown>>;

const upgrades: Upgrades = { 1: fromVersion1 };

/** A document of a version that this code has no way to read. */
export class StoryboardVersionError extends Error {
  override name = 'StoryboardVersionError';
}

/**
 * Brings a document to the newest form, a version at a time. What carries no version is left for the schema to refuse.
 *
 * @throws {StoryboardVersionError} where the version is newer than `newest`, or no step leads from it
 * @example upgraded({ version: 1, name: 'Checkout' }, { upgrades: { 1: rename }, newest: 2 })
 */
export function upgraded(document: unknown, table: { upgrades: Upgrades; newest: number }): unknown {
  const { newest } = table;
  let current = document;
  let version = versionOf(current);
  while (version !== undefined && version !== newest) {
    if (version > newest)
      throw new StoryboardVersionError(
        `The storyboard was made by a newer Animatic: it has version ${version}, this one reads ${range(newest)}. Update this one.`,
      );
    const step = table.upgrades[version];
    if (!step)
      throw new StoryboardVersionError(
        `There is no upgrade from version ${version} of a storyboard: this Animatic reads ${range(newest)}.`,
      );
    current = step(current);
    const reached = versionOf(current);
    if (reached !== version + 1)
      throw new Error(`the upgrade from version ${version} ends at ${reached}, not at ${version + 1}`);
    version = reached;
  }
  return current;
}

/**
 * Reads a stored document, of whatever version it was stored in.
 *
 * @throws {StoryboardVersionError} where this code cannot read its version
 * @throws {z.ZodError} where it is no storyboard
 * @example const board = readStoryboard(row.document);
 */
export function readStoryboard(document: unknown): Storyboard {
  return storyboardSchema.parse(upgraded(document, { upgrades, newest: STORYBOARD_VERSION }));
}

/** A document that somebody sends, of this version or an older one; what is wrong is named by its place. */
export const sentStoryboardSchema = z.preprocess((document, context) => {
  try {
    return upgraded(document, { upgrades, newest: STORYBOARD_VERSION });
  } catch (error) {
    if (!(error instanceof StoryboardVersionError)) throw error;
    context.addIssue({ code: 'custom', path: ['version'], message: error.message });
    return z.NEVER;
  }
}, storyboardSchema);

function versionOf(document: unknown): number | undefined {
  if (typeof document !== 'object' || document === null || !('version' in document)) return undefined;
  return typeof document.version === 'number' ? document.version : undefined;
}

const range = (newest: number) => (newest === 1 ? 'version 1' : `versions 1 to ${newest}`);
