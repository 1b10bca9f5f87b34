/** The encoder ended before its time, or stood still; the message carries its last words. */
export class EncodeFailed extends Error {
  override name = 'EncodeFailed';
}
