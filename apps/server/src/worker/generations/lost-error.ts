/** The row is another worker's by now: nothing may be sent for it any more. */
export class LostError extends Error {
  override name = 'LostError';
}
