import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { OpenDocument } from '../support/way.ts';

/** Reads a Figma REST document and its image fills, named by `imageRef`. */
export async function readDocument(file: string, images: string | undefined): Promise<OpenDocument> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  const folder = images ?? join(dirname(file), 'images');
  const names = await readdir(folder).catch((error: unknown) => {
    if (images) throw error;
    return [];
  });
  const entries = await Promise.all(
    names.map(
      async (name) =>
        [basename(name, extname(name)), (await readFile(join(folder, name))).toString('base64')] as const,
    ),
  );
  return { name: basename(dirname(file)) || basename(file), json, images: Object.fromEntries(entries) };
}
