import * as z from 'zod';
import { pack } from '../../sandbox/transfer.ts';
import { check } from '../check.ts';
import type { PluginContext } from '../plugin-context.ts';
import type { AsyncOperations } from './operation.ts';

const QUOTA = 5 * 1024 * 1024;

function sizeOf(key: string, value: unknown): number {
  const { json, buffers } = pack(value);
  return new TextEncoder().encode(key + json).length + buffers.reduce((sum, bytes) => sum + bytes.length, 0);
}

async function checkQuota({ clientStorage }: PluginContext, key: string, value: unknown): Promise<void> {
  let total = sizeOf(key, value);
  for (const other of await clientStorage.keys()) {
    if (other !== key) total += sizeOf(other, await clientStorage.get(other));
  }
  if (total > QUOTA) {
    throw new Error(
      `in setAsync: Quota exceeded: the plugin's client storage would hold ${total} bytes; 5 MB are allowed.`,
    );
  }
}

/** `figma.clientStorage`: the plugin's own 5 MB on this machine. */
export const clientStorageOperations: AsyncOperations = {
  'clientStorage.getAsync': (context, key) =>
    context.clientStorage.get(check(z.string(), key, 'getAsync', 'key')),
  async 'clientStorage.setAsync'(context, key, value) {
    const name = check(z.string(), key, 'setAsync', 'key');
    await checkQuota(context, name, value);
    await context.clientStorage.set(name, value);
  },
  'clientStorage.deleteAsync': (context, key) =>
    context.clientStorage.delete(check(z.string(), key, 'deleteAsync', 'key')),
  'clientStorage.keysAsync': (context) => context.clientStorage.keys(),
};
