import { clientStorageOperations } from './client-storage.ts';
import { createAsyncOperations, createOperations } from './create.ts';
import { exportOperations } from './export.ts';
import { fetchOperations } from './fetch.ts';
import { imageAsyncOperations, imageOperations } from './images.ts';
import type { AsyncOperations, Operations } from './operation.ts';
import { pluginDataOperations } from './plugin-data.ts';
import { textOperations } from './text.ts';
import { treeAsyncOperations, treeOperations } from './tree.ts';
import { viewportOperations } from './viewport.ts';
import { windowOperations } from './window.ts';

/** Everything a plugin can ask that is answered at once. */
export const OPERATIONS: Operations = {
  ...createOperations,
  ...imageOperations,
  ...pluginDataOperations,
  ...textOperations,
  ...treeOperations,
  ...viewportOperations,
  ...windowOperations,
};

/** Everything a plugin can ask that takes time. */
export const ASYNC_OPERATIONS: AsyncOperations = {
  ...clientStorageOperations,
  ...createAsyncOperations,
  ...exportOperations,
  ...fetchOperations,
  ...imageAsyncOperations,
  ...treeAsyncOperations,
};
