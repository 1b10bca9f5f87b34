import type { Figure } from '../figure.ts';
import { ownTime } from './own-time.ts';
import { polling } from './polling.ts';

/** The figures of asking models: `npm run bench -- generations`. */
export async function generationsBench(): Promise<Figure[]> {
  return [...(await polling()), ...(await ownTime())];
}
