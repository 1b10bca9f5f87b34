import type { Failure, ToPanel } from '../protocol/envelope.ts';
import { type RequestName, type Result, requestNames } from '../protocol/requests.ts';
import { isFields } from './checks.ts';
import { PluginFailure } from './failure.ts';
import type { Handler, HandlerFactories } from './handler.ts';
import { createTask, type OwnedTask } from './task.ts';

/**
 * Takes the panel's messages: runs the handler of each request, answers it, and cancels those it is told to.
 *
 * @param send posts one message to the panel
 */
export function createDispatch(
  figma: PluginAPI,
  factories: HandlerFactories,
  send: (message: ToPanel) => void,
): (message: unknown) => Promise<void> {
  const handlers = new Map(requestNames.map((name) => [name as string, make(figma, factories, name)]));
  const running = new Map<number, OwnedTask>();

  return async (message) => {
    if (!isFields(message) || typeof message.id !== 'number') return;
    const { id, kind, name } = message;
    if (kind === 'cancel') {
      running.get(id)?.cancel();
      return;
    }
    const handler = typeof name === 'string' ? handlers.get(name) : undefined;
    if (kind !== 'request' || !handler) {
      const words = 'The panel asked for something that this version of the plugin does not know. Reopen it.';
      send({ kind: 'response', id, ok: false, failure: { code: 'bad-message', message: words } });
      return;
    }
    const task = createTask();
    running.set(id, task);
    try {
      const result = await handler(message.params, task);
      task.check();
      send({ kind: 'response', id, ok: true, result });
    } catch (error) {
      send({ kind: 'response', id, ok: false, failure: failureOf(error) });
    } finally {
      running.delete(id);
    }
  };
}

type AnyHandler = (params: unknown, task: OwnedTask) => Promise<Result<RequestName>>;

function make<N extends RequestName>(figma: PluginAPI, factories: HandlerFactories, name: N): AnyHandler {
  const handler: Handler<N> = factories[name](figma);
  return handler;
}

function failureOf(error: unknown): Failure {
  if (error instanceof PluginFailure) return { code: error.code, message: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'failed', message: `Figma said: ${reason}` };
}
