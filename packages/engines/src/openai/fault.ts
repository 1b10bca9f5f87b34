import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import * as z from 'zod';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { failureOf } from '../model/failures.ts';
import { type Doing, faultOfAnswer, faultOfConnection, faultOfReading } from '../model/faults.ts';
import { ModelError } from '../model/model-error.ts';
import { retryAfterOf } from '../model/retry-after.ts';

/** What servers say of an error: OpenAI's `{ message, code }`, FastAPI's `{ detail }`, or something else. */
const bodySchema = z
  .object({ message: z.string().nullish(), code: z.union([z.string(), z.number()]).nullish() })
  .loose();

const saidIn = (error: APIError): { code: string | undefined; message: string } => {
  const body = bodySchema.safeParse(error.error);
  const code = body.success ? (body.data.code ?? error.code) : error.code;
  // The client puts the status before what it has of the body.
  const words = (body.success && body.data.message) || error.message.replace(/^\d{3} /, '');
  return { code: code == null ? undefined : String(code), message: words };
};

/** What an error of the client means for the money. */
export function faultOf(
  error: unknown,
  asked: { model: CatalogueModel; doing: Doing; key?: string | undefined },
): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionError || error instanceof APIUserAbortError)
    return faultOfConnection(error, asked);
  if (error instanceof APIError) {
    const said = saidIn(error);
    if (error.status !== undefined)
      return faultOfAnswer(
        { ...said, status: error.status, retryAfter: retryAfterOf(error.headers) },
        asked,
        error,
      );
    // An error in the midst of a stream: the order was taken, and this is what became of it.
    const failure = failureOf(said, 'vendor_failed', asked.key);
    const kind =
      failure.code === 'vendor_failed' || failure.code === 'vendor_timeout' ? 'unclear' : 'refused';
    return new ModelError(kind, failure, { cause: error });
  }
  if (error instanceof SyntaxError || error instanceof z.ZodError) return faultOfReading(asked, error);
  return faultOfConnection(error, asked);
}

/** Does it, and says what its failing means. */
export async function asking<T>(
  asked: { model: CatalogueModel; doing: Doing; key?: string | undefined },
  call: () => PromiseLike<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw faultOf(error, asked);
  }
}
