import { hashBytes } from '../capture/hash.ts';
import type { Session } from './session.ts';

/** Pixels of the longer side: a model looks no closer. */
const SIDE = 2048;

/**
 * A frame's picture as one still of the workspace, whatever its size; uploaded where it is missing.
 *
 * @returns its hash
 */
export async function frameStill(
  { bridge, api }: Pick<Session, 'bridge' | 'api'>,
  frame: string,
  signal?: AbortSignal,
): Promise<string> {
  const { bytes } = await bridge.ask('make-thumbnail', { id: frame, side: SIDE }, { signal });
  const own = new Uint8Array(bytes);
  const hash = await hashBytes(own);
  await api.uploadStills(new Map([[hash, new Blob([own], { type: 'image/png' })]]), {
    ...(signal && { signal }),
  });
  return hash;
}
