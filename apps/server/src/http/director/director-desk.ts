import type { DirectedBy, Director, DirectorOptions } from '@animatic/director/language-model';
import type { Context } from 'hono';
import type { Deps, Env } from '../core/context.ts';
import { HttpProblem } from '../core/problem.ts';
import { allow } from '../core/rate-limit.ts';
import { directorLedger } from './director-ledger.ts';

/** The director as it stands on this server; loaded when it is first asked, so that a start does not wait for it. */
const load = () => import('@animatic/director/language-model');
export type DirectorModule = Awaited<ReturnType<typeof load>>;

export interface Patience {
  /** Milliseconds of one call, and of all tries together. */
  timeout: number;
  deadline: number;
  /** How often a workspace may ask in a minute. */
  perMinute: number;
}

/**
 * Asks the director for a request: within its rate, on the workspace's books, until whoever asked is gone.
 *
 * @throws {HttpProblem} `rate_limited`; `not_ready` where the server is about to stop
 */
export async function atTheDesk<Answer extends DirectedBy>(
  c: Context<Env>,
  { models, takeAllowance, closing }: Pick<Deps, 'models' | 'takeAllowance' | 'closing'>,
  { timeout, deadline, perMinute }: Patience,
  ask: (director: Director, options: DirectorOptions, module: DirectorModule) => Promise<Answer>,
): Promise<Answer> {
  const workspace = c.get('workspace');
  await allow(takeAllowance, `director:${workspace.id}:${c.req.path}`, { limit: perMinute, window: 60 });
  const module = await load();
  const { director: reached } = models;
  const director =
    'why' in reached
      ? reached
      : module.openLanguageModel({
          apiKey: reached.key,
          baseUrl: reached.baseUrl,
          model: reached.model,
          prices: reached.prices,
          timeout,
          deadline,
        });
  const signal = AbortSignal.any([c.req.raw.signal, closing]);
  try {
    const answer = await ask(director, { signal, ledger: directorLedger(workspace) }, module);
    const { by, why, model, cost, tokens } = answer;
    // Never what was asked or said: those are people's words.
    const facts = { by, model, cost, tokens };
    if (model && by === 'rules') c.get('logger').warn({ ...facts, why }, 'the language model was of no use');
    else c.get('logger').info(facts, 'directed');
    return answer;
  } catch (error) {
    if (error instanceof module.ModelFailure && error.kind === 'cancelled')
      throw new HttpProblem(
        'not_ready',
        { detail: 'The server is about to stop. Try again in a moment.' },
        { cause: error },
      );
    throw error;
  }
}
