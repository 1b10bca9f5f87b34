import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the build put the pages' assets: beside the bundle, or in `dist` when this runs from the source. */
export function assetsFolder(): string | undefined {
  return ['./pages', '../../../dist/pages']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(`${path}/pages.css`));
}
