import {
  type Budget,
  budgetSchema,
  type Estimate,
  estimateSchema,
  type StoryboardInput,
  type Style,
  type styleInputSchema,
  styleListSchema,
  styleSchema,
  type Usage,
  usageSchema,
} from '@animatic/schema';
import type * as z from 'zod';
import { readJson, type Send } from './request.ts';

/** A look as it is sent: what is left out is empty. */
export type StyleInput = z.input<typeof styleInputSchema>;

/** What models cost and may cost, and the workspace's looks: the part of the client that `createClient` puts in. */
export function spendingCalls(send: Send) {
  const post = (path: string, json: unknown, method = 'POST', signal?: AbortSignal) =>
    send(path, { method, json, signal });
  return {
    /** What a render of this board would cost, shot by shot, before anything is asked. */
    estimate: async (
      board: StoryboardInput | { storyboardId: string; revision?: number },
      signal?: AbortSignal,
    ): Promise<Estimate> =>
      readJson(
        await post(
          '/v1/renders/estimate',
          'storyboardId' in board ? board : { document: board },
          'POST',
          signal,
        ),
        estimateSchema,
      ),
    budget: async (): Promise<Budget> => readJson(await send('/v1/budget'), budgetSchema),
    /** Null is no limit. */
    setBudget: async (budget: Budget): Promise<Budget> =>
      readJson(await post('/v1/budget', budget, 'PUT'), budgetSchema),
    /** What was spent, this month without dates. */
    async usage(period: { from?: Date; to?: Date } = {}): Promise<Usage> {
      const search = new URLSearchParams();
      if (period.from) search.set('from', period.from.toISOString());
      if (period.to) search.set('to', period.to.toISOString());
      return readJson(await send(`/v1/usage?${search}`), usageSchema);
    },

    styles: async (): Promise<Style[]> => (await readJson(await send('/v1/styles'), styleListSchema)).styles,
    createStyle: async (style: StyleInput): Promise<Style> =>
      readJson(await post('/v1/styles', style), styleSchema),
    updateStyle: async (id: string, change: Partial<StyleInput>): Promise<Style> =>
      readJson(await post(`/v1/styles/${id}`, change, 'PATCH'), styleSchema),
    deleteStyle: async (id: string): Promise<void> =>
      void (await send(`/v1/styles/${id}`, { method: 'DELETE' })),
  };
}
