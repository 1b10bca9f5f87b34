import type { Bridge } from './bridge.ts';
import { checkListener, createEvents, type Events, type Listener } from './events.ts';
import { methods, strictObject } from './strict-object.ts';

export interface FigmaUi {
  object: object;
  received(message: unknown, origin: string): void;
}

/** `figma.ui`: the plugin's window and the messages to and from it. */
export function createFigmaUi(bridge: Bridge, report: (error: unknown) => void): FigmaUi {
  const events: Events = createEvents(report);
  let onmessage: Listener | undefined;
  const listen = (operation: 'on' | 'once') => (type: unknown, callback: unknown) => {
    checkListener(`ui.${operation}`, ['message'], type, callback);
    events.on('message', callback, operation === 'once');
  };
  const object = strictObject('the figma.ui object', {
    ...methods({
      show: () => bridge.call('ui.show'),
      hide: () => bridge.call('ui.hide'),
      close: () => bridge.call('ui.close'),
      resize: (width, height) => bridge.call('ui.resize', width, height),
      reposition: (x, y) => bridge.call('ui.reposition', x, y),
      getPosition: () => bridge.call('ui.getPosition'),
      postMessage: (message, options) => bridge.call('ui.postMessage', message, options),
      on: listen('on'),
      once: listen('once'),
      off(type, callback) {
        checkListener('ui.off', ['message'], type, callback);
        events.off('message', callback);
      },
    }),
    onmessage: {
      get: () => onmessage,
      set(value) {
        if (value !== undefined && value !== null && typeof value !== 'function') {
          throw new TypeError('in set_onmessage: Expected function');
        }
        if (onmessage) events.off('message', onmessage);
        onmessage = (value ?? undefined) as Listener | undefined;
        if (onmessage) events.on('message', onmessage);
      },
    },
  });
  return { object, received: (message, origin) => events.emit('message', message, { origin }) };
}
