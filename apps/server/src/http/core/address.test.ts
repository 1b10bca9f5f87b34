import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { clientAddress } from './address.ts';
import type { Env } from './context.ts';

async function addressOf(socket: string | undefined, forwarded: string | undefined, trustProxy: number) {
  const app = new Hono<Env>().get('/', (c) => c.text(clientAddress(c, trustProxy)));
  const headers: Record<string, string> = forwarded ? { 'X-Forwarded-For': forwarded } : {};
  const incoming = { socket: { remoteAddress: socket } };
  return (await app.request('/', { headers }, { incoming })).text();
}

test('is the socket’s, whatever the client writes, without a proxy', async () => {
  expect(await addressOf('203.0.113.9', '10.0.0.1', 0)).toBe('203.0.113.9');
  expect(await addressOf('::ffff:203.0.113.9', undefined, 0)).toBe('203.0.113.9');
  expect(await addressOf(undefined, undefined, 0)).toBe('unknown');
});

test('behind proxies is what the outermost trusted one saw', async () => {
  expect(await addressOf('10.0.0.1', 'forged, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(await addressOf('10.0.0.1', 'forged, 203.0.113.9, 10.0.0.2', 2)).toBe('203.0.113.9');
  expect(await addressOf('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
});

test('counts an IPv6 customer’s whole network as one', async () => {
  expect(await addressOf('2001:db8:1:2:3:4:5:6', undefined, 0)).toBe('2001:db8:1:2::/64');
  expect(await addressOf('2001:db8:1:2::9', undefined, 0)).toBe('2001:db8:1:2::/64');
  expect(await addressOf('::1', undefined, 0)).toBe('0:0:0:0::/64');
});
