import { DownloadError, fetchUntrustedUrl } from '@ai-sdk/provider-utils';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { behind } from './connection.ts';
import { faultOfAnswer, faultOfConnection } from './faults.ts';
import { fileTypeOf } from './file-type.ts';
import type { MadeFile } from './model-engine.ts';
import { ModelError } from './model-error.ts';
import { piecesOf } from './pieces.ts';
import { retryAfterOf } from './retry-after.ts';

export interface Download {
  /** As the provider answered it. */
  url: string;
  model: CatalogueModel;
  /** The provider's address: the only private one that may be asked, and the only one that gets `headers`. */
  address: string;
  headers?: Record<string, string>;
  key?: string | undefined;
  otherwise: MadeFile['type'];
  signal: AbortSignal;
  /** Until it begins. */
  timeoutMs?: number;
}

/**
 * A file from an address that a vendor answered. Such an address is a stranger's word: only http and https, no private
 * host but the provider's own, checked again at each redirect and when the name is looked up. The caller limits how much
 * it reads.
 *
 * @throws {ModelError} `gone` where it is not to be had any more, `refused` where the address must not be asked
 */
export async function download(asked: Download): Promise<MadeFile> {
  const { url, model, address, headers = {}, key, otherwise, signal, timeoutMs = 60_000 } = asked;
  const fault = { model, doing: 'fetch', key } as const;
  if (!/^https?:\/\//i.test(url)) throw forbidden(model);
  const begin = new AbortController();
  const timer = setTimeout(() => begin.abort(new Error('it did not begin in time')), timeoutMs);
  const response = await fetchUntrustedUrl({
    url,
    headers,
    abortSignal: AbortSignal.any([signal, begin.signal]),
    trustedOrigin: address,
  })
    .catch((cause: unknown) => {
      // Said at once of an address, or when its name is looked up.
      for (const one of behind(cause)) if (DownloadError.isInstance(one)) throw forbidden(model, cause);
      throw faultOfConnection(cause, fault);
    })
    .finally(() => clearTimeout(timer));
  if (!response.ok || !response.body) {
    await response.body?.cancel().catch(() => undefined);
    throw faultOfFile(response, fault);
  }
  return {
    type: fileTypeOf(response.headers.get('content-type'), otherwise),
    bytes: piecesOf(response.body, { signal, broken: (cause) => faultOfConnection(cause, fault) }),
  };
}

/** A signed address answers 403 when its time is over: that is no matter of the key. */
function faultOfFile(
  response: Response,
  fault: { model: CatalogueModel; doing: 'fetch'; key: string | undefined },
): ModelError {
  const status = response.status === 403 || response.status === 400 ? 410 : response.status;
  return faultOfAnswer({ status, retryAfter: retryAfterOf(response.headers) }, fault);
}

const forbidden = (model: CatalogueModel, cause?: unknown): ModelError =>
  new ModelError(
    'refused',
    {
      code: 'address_refused',
      message: `${model.runBy.name} gives an address for the file that must not be asked.`,
      advice: 'Only public http and https addresses are. Tell who runs the model.',
    },
    { cause },
  );
