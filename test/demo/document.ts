import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { OpenDocument } from '../support/way.ts';

/**
 * Reads a Figma REST document and its image fills, named by `imageRef`.
 *
 * @throws with one line for a file that cannot be read or is no JSON, and for a folder of images that is not there.
 */
export async function readDocument(file: string, images: string | undefined): Promise<OpenDocument> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(
      `--document: ${file} cannot be read. Give the path of a Figma file as its REST API returns it.`,
    );
  });
  const json = parse(text, file);
  const folder = images ?? join(dirname(file), 'images');
  const names = await readdir(folder).catch(() => {
    if (images) throw new Error(`--images: ${images} is no folder that can be read.`);
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

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`--document: ${file} is no JSON. Give a Figma file as its REST API returns it.`);
  }
}
