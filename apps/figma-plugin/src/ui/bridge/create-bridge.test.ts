import { expect, test } from 'vitest';
import { BridgeError } from './bridge-error.ts';
import { createBridge } from './create-bridge.ts';

/** A wire with its other end in the test's hand. */
function wire() {
  const sent: Record<string, unknown>[] = [];
  let listener: (message: unknown) => void = () => undefined;
  const bridge = createBridge({
    send: (message) => sent.push(message as Record<string, unknown>),
    receive: (listen) => {
      listener = listen;
    },
  });
  return { bridge, sent, answer: (message: unknown) => listener(message) };
}

test('answers find their requests, in whatever order they come', async () => {
  const { bridge, sent, answer } = wire();
  const first = bridge.ask('read-image', { image: 'a' });
  const second = bridge.ask('read-image', { image: 'b' });
  answer({ kind: 'response', id: sent[1]?.id, ok: true, result: 'b' });
  answer({ kind: 'response', id: sent[0]?.id, ok: true, result: 'a' });
  expect(await first).toBe('a');
  expect(await second).toBe('b');
});

test('a refusal keeps its code and its words', async () => {
  const { bridge, sent, answer } = wire();
  const asked = bridge.ask('describe-frame', { id: '1:1' });
  answer({ kind: 'response', id: sent[0]?.id, ok: false, failure: { code: 'gone', message: 'It is gone.' } });
  await expect(asked).rejects.toEqual(new BridgeError({ code: 'gone', message: 'It is gone.' }));
});

test('an abort cancels the request at the other side and its late answer does no harm', async () => {
  const { bridge, sent, answer } = wire();
  const stop = new AbortController();
  const asked = bridge.ask('capture-still', { id: '1:1', scale: 2 }, { signal: stop.signal });
  stop.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  expect(sent[1]).toEqual({ kind: 'cancel', id: sent[0]?.id });
  answer({ kind: 'response', id: sent[0]?.id, ok: true, result: null });
});

test('events reach their listeners until these leave', () => {
  const { bridge, answer } = wire();
  const heard: unknown[] = [];
  const leave = bridge.on('document-changed', ({ ids }) => heard.push(ids));
  answer({ kind: 'event', name: 'document-changed', data: { ids: ['1:1'] } });
  leave();
  answer({ kind: 'event', name: 'document-changed', data: { ids: ['1:2'] } });
  expect(heard).toEqual([['1:1']]);
});

test('what is no message of ours is let pass', () => {
  const { answer } = wire();
  for (const message of [null, 'hello', 7, {}, { kind: 'response' }, { kind: 'event' }])
    expect(() => answer(message)).not.toThrow();
});
