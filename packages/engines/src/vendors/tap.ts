import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { failureOf } from '../model/failures.ts';
import { type Doing, faultOfAnswer, faultOfConnection, refusedHere } from '../model/faults.ts';
import type { ModelFailure } from '../model/model-engine.ts';
import type { ModelError } from '../model/model-error.ts';
import { piecesOf } from '../model/pieces.ts';
import { retryAfterOf } from '../model/retry-after.ts';
import type { Vendor } from './vendor.ts';

/** Far more than a status ever is. */
const MOST = 4 * 1024 * 1024;

/** What an SDK's model sends and gets, as it goes by: the SDK keeps of an answer only what its makers thought of. */
export interface Tap {
  fetch: typeof globalThis.fetch;
  /** Whether anything was sent. */
  readonly sent: boolean;
  /** The last answer, as JSON. */
  readonly body: unknown;
  /** Why a request came to nothing. */
  readonly fault: ModelError | undefined;
  /** Asked how it stands, the vendor answered that it failed. */
  readonly failure: ModelFailure | undefined;
}

export interface TapOptions {
  model: CatalogueModel;
  vendor: Vendor;
  /** The provider's, without a slash at its end: nothing else is asked. */
  address: string;
  /** The model's on the wire. */
  name: string;
  doing: Doing;
  key: string;
  timeoutMs: number;
}

/**
 * A `fetch` for one call of the SDK. It asks the provider's own address alone, whatever an answer or a stored operation
 * says; follows no redirect; ends in time; and says by `fault` what an error means for the money, which the SDK's own
 * errors do not.
 */
export function openTap(options: TapOptions): Tap {
  const { model, vendor, address, name, doing, key, timeoutMs } = options;
  const asked = { model, doing, key };
  let sent = false;
  let body: unknown;
  let fault: ModelError | undefined;
  let failure: ModelFailure | undefined;
  /** The SDK turns what is thrown here into errors of its own: who holds the tap looks at `fault`. */
  const fail = (error: ModelError): never => {
    fault = error;
    throw new Error('the vendor was asked in vain');
  };

  const tapped: typeof globalThis.fetch = async (input, init) => {
    const wanted = input instanceof Request ? input.url : String(input);
    const url = vendor.rewrite?.(wanted, address, name) ?? wanted;
    if (!URL.canParse(url) || new URL(url).origin !== new URL(address).origin)
      return fail(
        refusedHere(
          'address_refused',
          `${model.runBy.name} would have us ask another address than its own.`,
          'Put the provider’s baseUrl in the catalogue’s file right.',
        ),
      );
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    sent = true;
    const amended =
      vendor.amend && typeof init?.body === 'string'
        ? { body: JSON.stringify(vendor.amend(parsed(init.body))) }
        : {};
    const response = await globalThis
      .fetch(url, { ...init, ...amended, signal, redirect: 'manual' })
      .catch((cause: unknown) => fail(faultOfConnection(cause, asked)));
    const text = await readAll(response, signal).catch((cause: unknown) =>
      fail(faultOfConnection(cause, asked)),
    );
    body = parsed(text);
    const { status } = response;
    if (!response.ok && !vendor.stillAtWork?.(status, body)) {
      const said = vendor.said?.(body) ?? {};
      if (doing === 'ask' && isVerdict(status)) failure = failureOf(said, 'vendor_failed', key);
      return fail(faultOfAnswer({ ...said, status, retryAfter: retryAfterOf(response.headers) }, asked));
    }
    const mended = vendor.mend && body !== undefined ? JSON.stringify(vendor.mend(body)) : text;
    return new Response(mended, { status, headers: response.headers });
  };
  return {
    fetch: tapped,
    get sent() {
      return sent;
    },
    get body() {
      return body;
    },
    get fault() {
      return fault;
    },
    get failure() {
      return failure;
    },
  };
}

/** Asked how something stands, these say that it came to nothing; others that the asking did. */
const isVerdict = (status: number): boolean =>
  status === 400 || status === 409 || status === 422 || status === 424;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAll(response: Response, signal: AbortSignal): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const broken = (cause: unknown): Error => new Error('the answer broke off', { cause });
  for await (const piece of piecesOf(response.body, { signal, broken })) {
    bytes += piece.length;
    if (bytes > MOST) throw new Error('the answer does not end');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
