import type { Context } from 'hono';
import type * as z from 'zod';
import { refuseForgery } from '../core/authenticate.ts';
import type { Env } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { zodProblem } from '../core/zod-problem.ts';

const MAX_FORM_BYTES = 16 * 1024;

/** Reads a form of one of our own pages; one that another site sends is refused. */
export async function readForm<Schema extends z.ZodType>(
  c: Context<Env>,
  schema: Schema,
): Promise<z.output<Schema>> {
  refuseForgery(c);
  const type = c.req.header('Content-Type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded'))
    throw new HttpProblem('unsupported_type', { detail: 'Send the form as a browser does.' });
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_FORM_BYTES) throw new HttpProblem('too_large');
  const text = await c.req.text();
  if (text.length > MAX_FORM_BYTES) throw new HttpProblem('too_large');
  const parsed = schema.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (!parsed.success) throw zodProblem(parsed.error, 'body');
  return parsed.data;
}
