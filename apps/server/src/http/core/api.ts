import { idSchema, problemSchema } from '@animatic/schema';
import { OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { Api, Env } from './context.ts';
import { type InputPart, zodProblem } from './zod-problem.ts';

const parts: Record<string, InputPart> = { json: 'body', query: 'query', param: 'path', header: 'header' };

/** An app whose routes refuse what does not parse with a problem that names the place. */
export function createApi(): Api {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw zodProblem(result.error, parts[result.target] ?? 'body');
    },
  });
}

/** An answer in JSON, for a route's `responses`. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

/** A body in JSON, for a route's `request`. */
export const jsonBodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  content: { 'application/json': { schema } },
  required: true,
});

/** What every route may answer besides what it is for. */
export const problemAnswers = {
  default: {
    content: { 'application/problem+json': { schema: problemSchema } },
    description: 'Problem details (RFC 9457); `code` is stable',
  },
} as const;

export const signedIn: Record<string, string[]>[] = [{ bearer: [] }, { cookie: [] }];
/** The header by which asking twice makes one. */
export const idempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters')
    .optional(),
});

export const idParams = z.object({ id: idSchema });
