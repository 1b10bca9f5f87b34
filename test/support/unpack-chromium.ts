import { chromiumPath } from './browser.ts';

/** Unpacks the browser once, before workers would do so at the same moment. Where there is none, its tests say so. */
export default async function setup(): Promise<void> {
  await chromiumPath().catch(() => undefined);
}
