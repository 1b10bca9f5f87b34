import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

/** A zip's files by name, in their order; another package than the one that wrote them reads them. */
export async function unzip(path: string): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  const zip = await openPromise(path);
  for await (const entry of zip.eachEntry())
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return entries;
}
