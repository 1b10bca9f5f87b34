import { useLayoutEffect, useState } from 'preact/hooks';
import type { Playback, PlaybackState } from './playback.ts';

/** A part of the player's state; draws again only when that part is another value. */
export function usePlayback<T>(playback: Playback, select: (state: PlaybackState) => T): T {
  const [value, setValue] = useState(() => select(playback.get()));
  useLayoutEffect(() => {
    const check = () => setValue(() => select(playback.get()));
    check();
    return playback.subscribe(check);
  }, [playback, select]);
  return value;
}
