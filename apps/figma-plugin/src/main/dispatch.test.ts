import { describe, expect, it } from 'vitest';
import type { ToPanel } from '../protocol/envelope.ts';
import { createDispatch } from './dispatch.ts';
import { registry } from './registry.ts';
import { figmaStub } from './testing/figma-stub.ts';

function panel(options: Parameters<typeof figmaStub>[0] = {}) {
  const stub = figmaStub(options);
  const sent: ToPanel[] = [];
  return { ...stub, sent, receive: createDispatch(stub.figma, registry, (message) => sent.push(message)) };
}

describe('messages from the panel', () => {
  it('answers a request under its id', async () => {
    const { receive, sent } = panel();
    await receive({ kind: 'request', id: 7, name: 'list-renders', params: {} });
    expect(sent).toEqual([{ kind: 'response', id: 7, ok: true, result: { renders: [] } }]);
  });

  it('refuses what it does not know in words for people', async () => {
    const { receive, sent } = panel();
    await receive({ kind: 'request', id: 1, name: 'format-disk', params: {} });
    expect(sent[0]).toMatchObject({ ok: false, failure: { code: 'bad-message' } });
  });

  it('passes over what is no message at all', async () => {
    const { receive, sent } = panel();
    for (const message of [null, 'hello', 3, [], { id: 'x' }]) await receive(message);
    expect(sent).toEqual([]);
  });

  it('says which parameter was wrong', async () => {
    const { receive, sent } = panel();
    await receive({ kind: 'request', id: 1, name: 'capture-still', params: { id: 5, scale: 2 } });
    expect(sent[0]).toMatchObject({ failure: { message: expect.stringContaining('node id') } });
  });

  it('cancels a request that is under way', async () => {
    let finish: (bytes: Uint8Array) => void = () => undefined;
    const started = new Promise<void>((resolve) => {
      finish = () => resolve();
    });
    let answer: (bytes: Uint8Array) => void = () => undefined;
    const { receive, sent } = panel({
      nodes: [{ id: '1:1', type: 'FRAME', box: [0, 0, 10, 10] }],
      exportBytes: () => {
        finish(new Uint8Array());
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    const done = receive({ kind: 'request', id: 3, name: 'capture-still', params: { id: '1:1', scale: 1 } });
    await started;
    await receive({ kind: 'cancel', id: 3 });
    answer(new Uint8Array([1]));
    await done;
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ id: 3, ok: false });
  });
});
