import { expect, test } from 'vitest';
import { serverSentEvents } from './server-sent-events.ts';

function bodyOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
}

async function all(...chunks: string[]): Promise<string[]> {
  const events: string[] = [];
  for await (const data of serverSentEvents(bodyOf(...chunks))) events.push(data);
  return events;
}

test('gives the data of every event, however the chunks are cut', async () => {
  expect(await all('data: {"a"', ':1}\n', '\ndata: 2\n\n')).toEqual(['{"a":1}', '2']);
});

test('passes over comments and events without data', async () => {
  expect(await all(': keep-alive\n\nevent: x\n\ndata: yes\n\n')).toEqual(['yes']);
});

test('joins several data lines and reads carriage returns', async () => {
  expect(await all('data: one\r\ndata: two\r\n\r\n')).toEqual(['one\ntwo']);
});

test('leaves out an event that was cut off', async () => {
  expect(await all('data: whole\n\ndata: ha')).toEqual(['whole']);
});
