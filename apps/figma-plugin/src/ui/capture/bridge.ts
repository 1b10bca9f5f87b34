import type { EventName, Events } from '../../protocol/events.ts';
import type { Params, RequestName, Result } from '../../protocol/requests.ts';

/** The panel's way to the main thread, as capture and the screens see it; the screens own its making. */
export interface Bridge {
  /**
   * Asks the main thread.
   *
   * @throws a BridgeError (code and message of the protocol's Failure); once `signal` aborts, an AbortError.
   */
  ask<N extends RequestName>(
    name: N,
    params: Params<N>,
    options?: { signal?: AbortSignal },
  ): Promise<Result<N>>;
  /** Calls back on every such event until the returned function is called. */
  on<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void;
}
