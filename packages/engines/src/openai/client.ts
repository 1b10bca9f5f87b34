import OpenAI from 'openai';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { addressOf, OPENAI_HOST } from '../catalogue/wires.ts';
import type { ModelContext } from '../model/model-engine.ts';

/** The address that a call goes to: the context's stands before the catalogue's. */
export const addressFor = ({ runBy }: CatalogueModel, { baseUrl }: Pick<ModelContext, 'baseUrl'>): string =>
  addressOf({ wire: runBy.wire, baseUrl: baseUrl ?? runBy.baseUrl });

/**
 * The real client, told everything: nothing is left to variables of the environment. It never asks twice, and follows no
 * redirect: what it would follow is a stranger's address.
 */
export function clientFor(model: CatalogueModel, context: ModelContext, timeout: number): OpenAI {
  const address = addressFor(model, context);
  const own = new URL(address).host === OPENAI_HOST;
  return new OpenAI({
    apiKey: context.key ?? 'none',
    baseURL: address,
    // Somebody's own server has no business with an account at OpenAI.
    ...(!own && { organization: null, project: null }),
    ...(context.key === undefined && { defaultHeaders: { Authorization: null } }),
    maxRetries: 0,
    timeout,
    fetch: bounded,
    fetchOptions: { redirect: 'manual' },
    logLevel: 'off',
  });
}

/** Far more than a list of videos is, or a stream of large pictures. */
const MOST_JSON = 96 * 1024 * 1024;
const MOST_EVENTS = 512 * 1024 * 1024;

/** The platform's `fetch`, with an end to what is read into memory; files are streamed, and counted by who reads them. */
const bounded: typeof globalThis.fetch = async (input, init) => {
  const response = await globalThis.fetch(input, init);
  const type = response.headers.get('content-type') ?? '';
  const most = type.includes('json') ? MOST_JSON : type.includes('event-stream') ? MOST_EVENTS : undefined;
  if (!response.body || most === undefined) return response;
  return new Response(response.body.pipeThrough(atMost(most)), response);
};

function atMost(most: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, to) {
      bytes += piece.byteLength;
      if (bytes > most) to.error(new Error(`the answer is longer than ${most} bytes`));
      else to.enqueue(piece);
    },
  });
}
