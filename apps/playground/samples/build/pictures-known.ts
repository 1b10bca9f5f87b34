import { readFileSync } from 'node:fs';
import * as z from 'zod';

const known = z
  .record(z.string(), z.string())
  .parse(JSON.parse(readFileSync(new URL('pictures.json', import.meta.url), 'utf8')));

/** The `imageRef` of a photograph by its name, `shop/hero`. Throws when it was never taken. */
export function picture(name: string): string {
  const ref = known[name];
  if (ref === undefined)
    throw new Error(`there is no picture "${name}" in pictures.json: node samples/build/pictures.ts ${name}`);
  return ref;
}
