import { isIPv6 } from 'node:net';
import type { Context } from 'hono';
import type { Env } from './context.ts';

/**
 * Who is asking, for counting: the socket's address, or what `trustProxy` proxies in front of us say about it.
 * An IPv6 customer owns a /64, so that is what counts.
 */
export function clientAddress(c: Context<Env>, trustProxy: number): string {
  const forwarded =
    trustProxy > 0 ? (c.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim()) : [];
  // Each proxy appends whom it saw; what stands further left was written by the client.
  // Undefined where nothing listens, as in a test.
  const bindings: Env['Bindings'] | undefined = c.env;
  const address = forwarded.at(-trustProxy) || bindings?.incoming?.socket.remoteAddress || 'unknown';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? network64(plain) : plain;
}

function network64(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array(Math.max(0, 8 - left.length - right.length)).fill('0');
  return `${[...left, ...gap, ...right].slice(0, 4).join(':')}::/64`;
}
