import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Deriver } from '../derive/derive-board.ts';

/** What small players need: the clip, and its stills. */
export interface AlternativesSource {
  derive: Deriver;
  bitmapOf(hash: string): ImageBitmap | Promise<ImageBitmap>;
  /** Nothing moves unasked. */
  calm: boolean;
}

export const AlternativesContext = createContext<AlternativesSource | null>(null);

export function useAlternativesSource(): AlternativesSource {
  const source = useContext(AlternativesContext);
  if (!source) throw new Error('A screen stands outside the AlternativesContext.');
  return source;
}
