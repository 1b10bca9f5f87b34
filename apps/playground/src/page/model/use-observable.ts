import { useEffect, useReducer } from 'preact/hooks';
import type { Observable } from './observable.ts';

/** Draws the component again when any of `sources` changes. */
export function useObservable(...sources: (Observable | undefined)[]): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const stops = sources.map((source) => source?.subscribe(() => again(undefined)));
    return () => {
      for (const stop of stops) stop?.();
    };
  }, sources);
}
