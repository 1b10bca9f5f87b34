import { runPlugin } from './run-plugin.ts';

/**
 * Runs code that calls `done` once, and gives what it was called with. `frame` is the node 1:1, `get(id)` any other.
 * @example await pluginResult('done(frame.name)') // 'Home'
 */
export async function pluginResult(
  code: string,
  options?: Parameters<typeof runPlugin>[1],
): Promise<unknown> {
  const test = await runPlugin(
    `(async () => { 'use strict'; const get = (id) => figma.getNodeByIdAsync(id); const frame = await get('1:1'); ${code} })()
      .catch((error) => done({ failed: error.message }));`,
    options,
  );
  const message = await test.nextMessage();
  await test.store.flushed();
  test.run.end();
  return message;
}
