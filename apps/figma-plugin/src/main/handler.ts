import type { RequestName, Result } from '../protocol/requests.ts';
import type { Task } from './task.ts';

/** Answers one kind of request. It checks `params` itself: they come from another process. */
export type Handler<N extends RequestName> = (params: unknown, task: Task) => Promise<Result<N>>;

/** Every handler is made over the Figma context, so that a stub can stand in for it. */
export type HandlerFactory<N extends RequestName> = (figma: PluginAPI) => Handler<N>;

export type HandlerFactories = { readonly [N in RequestName]: HandlerFactory<N> };
