import { AISDKError, APICallError, experimental_getVideoStatus } from 'ai';
import { failureOf, type Said } from '../model/failures.ts';
import { faultOfReading } from '../model/faults.ts';
import type { JobStatus } from '../model/model-engine.ts';
import type { VendorCall } from './call.ts';
import type { Operation } from './vendor.ts';

type Answered = Awaited<ReturnType<typeof experimental_getVideoStatus>>;
/** What is finished, as the SDK gives it. */
export type Finished = Extract<Answered, { status: 'completed' }>;

/**
 * How a job stands. The SDK calls an answer of 500 or a refused key a failure, too: what is none is thrown, and asked
 * again.
 */
export async function look(
  call: VendorCall,
  operation: Operation,
  signal: AbortSignal,
): Promise<{ status: JobStatus; finished?: Finished }> {
  const { vendor, tap, video, key, model } = call;
  const asked = { model, doing: 'ask', key } as const;
  const failed = (message?: string): { status: JobStatus } => {
    const said = { message, ...noBlanks(vendor.said?.(tap.body)) };
    return { status: { state: 'failed', error: failureOf(said, 'vendor_failed', key) } };
  };
  const answered = await experimental_getVideoStatus(video, {
    operation,
    maxRetries: 0,
    abortSignal: signal,
  }).catch((error: unknown) => error);
  if (tap.failure) return { status: { state: 'failed', error: tap.failure } };
  if (tap.fault) throw tap.fault;
  if (isAnswer(answered)) {
    switch (answered.status) {
      case 'pending':
        return { status: { state: 'running', progress: share(vendor.progress?.(tap.body)) } };
      case 'error':
        return failed(answered.error);
      case 'completed':
        return { status: { state: 'completed', cost: vendor.cost?.(tap.body) }, finished: answered };
    }
  }
  // It is over, but there is no video in it: Google says so of what its safety check took away.
  if (AISDKError.isInstance(answered) && !APICallError.isInstance(answered))
    return failed('there is no video in it');
  throw faultOfReading(asked, answered);
}

const isAnswer = (answered: unknown): answered is Answered =>
  typeof answered === 'object' && answered !== null && !(answered instanceof Error) && 'status' in answered;

const share = (progress: number | undefined): number | null =>
  progress === undefined ? null : Math.min(1, Math.max(0, progress));

const noBlanks = (value: Said | undefined): Said =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, entry]) => entry != null && entry !== ''));
