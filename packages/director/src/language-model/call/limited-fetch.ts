/** The longest answer that is read, in bytes: ours have a few thousand. */
const MAX_ANSWER_BYTES = 1_000_000;

/** An answer that is too long; the address is somebody's configuration, and may be anybody. */
export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong';
}

/**
 * A `fetch` that follows no redirect, because the key would follow too, and stops reading an answer that does not end.
 *
 * @example new OpenAI({ apiKey, fetch: limitedFetch })
 */
export const limitedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'error' });
  if (!response.body) return response;
  let bytes = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > MAX_ANSWER_BYTES) controller.error(new AnswerTooLong('the answer is too long'));
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(counted, { status, statusText, headers });
};
