import type { Bridge } from './bridge.ts';
import type { Listener } from './events.ts';

export interface Notifications {
  notify(message: unknown, options: unknown): object;
  button(id: number): void;
  dequeued(id: number, reason: string): void;
}

/** `figma.notify`: the text goes to the page, the button's action and `onDequeue` stay here. */
export function createNotifications(bridge: Bridge, report: (error: unknown) => void): Notifications {
  const active = new Map<number, { action: Listener | undefined; onDequeue: Listener | undefined }>();
  let next = 1;
  const run = (callback: () => unknown): unknown => {
    try {
      return callback();
    } catch (error) {
      report(error);
      return undefined;
    }
  };
  return {
    notify(message, options) {
      const { button, onDequeue, ...plain } = (options ?? {}) as Record<string, unknown>;
      const { action, ...label } = (button ?? {}) as Record<string, unknown>;
      const id = next++;
      if (onDequeue !== undefined && typeof onDequeue !== 'function') {
        throw new TypeError(
          'in notify: Property "options" failed validation: Expected function at .onDequeue',
        );
      }
      if (button !== undefined && typeof action !== 'function') {
        throw new TypeError(
          'in notify: Property "options" failed validation: Expected function at .button.action',
        );
      }
      active.set(id, {
        action: action as Listener | undefined,
        onDequeue: onDequeue as Listener | undefined,
      });
      bridge.call('notify', id, message, button === undefined ? plain : { ...plain, button: label });
      return Object.freeze({ cancel: () => void bridge.call('notify.cancel', id) });
    },
    button(id) {
      const stays = run(() => active.get(id)?.action?.()) === false;
      if (!stays) bridge.call('notify.dismiss', id);
    },
    dequeued(id, reason) {
      const callback = active.get(id)?.onDequeue;
      active.delete(id);
      if (callback) run(() => callback(reason));
    },
  };
}
