import type { PluginContext } from '../plugin-context.ts';

/** What a plugin's call does on the page: it answers at once. */
export type Operation = (context: PluginContext, ...args: unknown[]) => unknown;

/** What a plugin's call begins on the page: its promise is the plugin's. */
export type AsyncOperation = (context: PluginContext, ...args: unknown[]) => Promise<unknown>;

export type Operations = Readonly<Record<string, Operation>>;
export type AsyncOperations = Readonly<Record<string, AsyncOperation>>;
