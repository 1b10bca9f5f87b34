import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';

export type Env = { Bindings: HttpBindings };
export type FakeContext = Context<Env>;

/** A router that can reach the connection, to cut it. */
export const router = (): Hono<Env> => new Hono<Env>();
