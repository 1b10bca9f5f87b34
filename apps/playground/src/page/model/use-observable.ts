import { useEffect, useReducer } from 'preact/hooks';
import type { Observable } from './observable.ts';

/** Draws the component again when any of `sources` changes. */
export function useObservable(...sources: (Observable | undefined)[]): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const drawn = versionOf(sources);
  useEffect(() => {
    const stops = sources.map((source) => source?.subscribe(() => again(undefined)));
    // What changed between drawing and subscribing would be missed.
    if (versionOf(sources) !== drawn) again(undefined);
    return () => {
      for (const stop of stops) stop?.();
    };
  }, sources);
}

function versionOf(sources: readonly (Observable | undefined)[]): number {
  return sources.reduce((sum, source) => sum + (source?.version ?? 0), 0);
}
