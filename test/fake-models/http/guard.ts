import type { Drawn } from '../faults/faults.ts';
import type { CallFault } from '../faults/kinds.ts';
import type { Job, JobAsk } from '../jobs/job.ts';
import type { Operation, Wire } from '../wires/wire.ts';
import type { World } from '../world.ts';
import { cut, cutMidway, hang } from './break-off.ts';
import type { FakeContext } from './context.ts';

/** What two asks have to have in common to be the same to the faults. */
const keyOf = (ask: JobAsk): string =>
  JSON.stringify([ask.model, ask.prompt, ask.size, ask.seconds, ask.from?.id ?? '']);

/** What becomes of an ask that is accepted. */
interface Taken {
  /** Makes the vendor's id of 32 hex digits. */
  name: (unique: string) => string;
  answer: (job: Job) => Response | Promise<Response>;
  /** Whether a connection that is cut after accepting is cut after the first event. */
  isStream?: boolean;
}

/**
 * Accepts what was asked, or lets it go wrong as the faults have it. What is accepted is charged, also where the answer
 * never arrives.
 */
export async function accept(
  context: FakeContext,
  world: World,
  wire: Wire,
  ask: JobAsk,
  { name, answer, isStream = false }: Taken,
): Promise<Response> {
  const { model, prompt } = ask;
  const { call, fate } = world.faults.forCreate({
    wire: wire.name,
    operation: 'create',
    model,
    prompt,
    key: keyOf(ask),
  });
  if (call && !isAfter(call.fault)) return goWrong(context, world, wire, call);
  const job = world.jobs.accept(ask, fate, name);
  world.webhooks.watch(job);
  if (isStream && call?.fault === 'cut_after_accepting') return cutMidway(context, await answer(job));
  if (call) return goWrong(context, world, wire, call);
  return answer(job);
}

/** As `accept`, for what is answered at once and makes no job: `answer` charges it. */
export async function answerOrFail(
  context: FakeContext,
  world: World,
  wire: Wire,
  ask: { model: string; prompt: string },
  answer: () => Promise<Response>,
): Promise<Response> {
  const key = JSON.stringify([ask.model, ask.prompt]);
  const { call } = world.faults.forCreate({ wire: wire.name, operation: 'create', ...ask, key });
  if (call && !isAfter(call.fault)) return goWrong(context, world, wire, call);
  const answered = await answer();
  return call ? goWrong(context, world, wire, call) : answered;
}

/** Answers any other call, or lets it go wrong; a file that is cut "after accepting" is cut in its middle. */
export async function look(
  context: FakeContext,
  world: World,
  wire: Wire,
  operation: Operation,
  job: Job | undefined,
  answer: () => Response | Promise<Response>,
): Promise<Response> {
  const call = world.faults.forLook({
    wire: wire.name,
    operation,
    model: job?.model,
    prompt: job?.prompt,
    key: job?.id ?? context.req.path,
  });
  if (call && !isAfter(call.fault)) return goWrong(context, world, wire, call);
  const answered = await answer();
  if (operation === 'content' && call?.fault === 'cut_after_accepting') return cutMidway(context, answered);
  return call ? goWrong(context, world, wire, call) : answered;
}

const isAfter = (fault: CallFault): boolean => fault.endsWith('_after_accepting');

function goWrong(
  context: FakeContext,
  world: World,
  wire: Wire,
  { fault, seconds }: Drawn<CallFault>,
): Response | Promise<Response> {
  switch (fault) {
    case 'unauthorized':
      return wire.refuse({ status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' });
    case 'rate_limited':
      return wire.refuse({
        status: 429,
        message: 'Rate limit reached for requests.',
        code: 'rate_limit_exceeded',
        retryAfter: seconds ?? 1,
      });
    case 'refused':
      return wire.refuse({
        status: 400,
        message: 'Your request was blocked by our moderation system.',
        code: 'moderation_blocked',
      });
    case 'server_error':
    case 'error_after_accepting':
      return wire.refuse({
        status: 500,
        message: 'The server had an error while processing your request.',
        code: 'server_error',
      });
    case 'hang':
    case 'hang_after_accepting':
      return hang(context, world.settings.hangSeconds);
    case 'cut':
    case 'cut_after_accepting':
      return cut(context);
  }
}
