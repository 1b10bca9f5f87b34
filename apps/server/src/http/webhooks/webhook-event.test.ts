import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { readWebhook } from './webhook-event.ts';

const secret = `whsec_${Buffer.from('a secret of enough bytes').toString('base64')}`;
const body = JSON.stringify({ type: 'video.completed', data: { id: 'video_1' } });

function signed(text: string, options: { id?: string; at?: Date; key?: string } = {}) {
  const { id = 'evt_1', at = new Date(), key = secret } = options;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, at, text),
  };
}
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

test('an event that is signed names the generation that it is about', () => {
  expect(readWebhook(body, signed(body), secret)).toEqual({ eventId: 'evt_1', vendorId: 'video_1' });
});

test.each([
  ['a changed body', body.replace('video_1', 'video_2'), signed(body)],
  ['another id', body, { ...signed(body), 'webhook-id': 'evt_2' }],
  [
    'another time',
    body,
    { ...signed(body), 'webhook-timestamp': String(Math.floor(Date.now() / 1000) - 60) },
  ],
  ['another secret', body, signed(body, { key: `whsec_${Buffer.alloc(24, 1).toString('base64')}` })],
  ['no signature', body, { 'webhook-id': 'evt_1', 'webhook-timestamp': '1' }],
  ['a signature of another version', body, { ...signed(body), 'webhook-signature': 'v2,AAAA' }],
  ['one that is ten minutes old', body, signed(body, { at: minutesAgo(10) })],
  ['one from the future', body, signed(body, { at: minutesAgo(-10) })],
])('%s is refused', (_, text, headers) => {
  expect(readWebhook(text, headers, secret)).toBeUndefined();
});

test('one of several signatures is enough, as while a secret is changed', () => {
  const headers = signed(body);
  const other = new Webhook(`whsec_${Buffer.alloc(24, 1).toString('base64')}`).sign(
    'evt_1',
    new Date(),
    body,
  );
  const both = { ...headers, 'webhook-signature': `${other} ${headers['webhook-signature']}` };
  expect(readWebhook(body, both, secret)).toBeDefined();
});

test.each([
  ['no JSON', 'hello'],
  ['something else', JSON.stringify({ type: 'batch.completed', data: { id: 'batch_1' } })],
  ['an id that is none', JSON.stringify({ type: 'video.completed', data: { id: { $ne: 1 } } })],
])('what is signed and is about %s names no generation', (_, text) => {
  expect(readWebhook(text, signed(text), secret)).toEqual({ eventId: 'evt_1', vendorId: undefined });
});
