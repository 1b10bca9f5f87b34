/** The longest silence while a file is being read. */
export const IDLE_MS = 60_000;

/**
 * A body's bytes, piece by piece; it ends with an error where nothing comes for `idleMs`, or when `signal` says so. Leaving
 * off early lets the connection go.
 */
export async function* piecesOf(
  body: ReadableStream<Uint8Array>,
  {
    signal,
    idleMs = IDLE_MS,
    broken,
  }: { signal: AbortSignal; idleMs?: number; broken: (cause: unknown) => Error },
): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader();
  let done = false;
  try {
    while (!done) {
      const piece = await within(reader.read(), idleMs, signal).catch((cause: unknown) => {
        throw broken(cause);
      });
      done = piece.done;
      if (piece.value) yield piece.value;
    }
  } finally {
    if (!done) await reader.cancel().catch(() => undefined);
  }
}

/** @throws the signal's reason, or an error of too long a silence */
async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop = (): void => undefined;
  const end = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing came for ${ms / 1000} seconds`)), ms);
    const aborted = (): void => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', aborted);
    };
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    stop();
  }
}

/** Bytes that are there already, in pieces. */
export async function* piecesOfBytes(
  bytes: Uint8Array,
  size = 65_536,
): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
