import { smallPicture } from '@animatic/media';
import { limitConcurrency } from '../stills/limit-concurrency.ts';

/** Pictures that are decoded at once: each may take tens of megabytes. */
const decode = limitConcurrency(2);

/**
 * A data URL of a request as a small one, for a language model.
 *
 * @param side pixels of the longer side, at most
 * @throws {MediaError} where it holds no picture
 */
export async function smallDataUrl(dataUrl: string, side: number): Promise<string> {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  const small = await decode(() => smallPicture(bytes, side));
  return `data:image/jpeg;base64,${Buffer.from(small).toString('base64')}`;
}
