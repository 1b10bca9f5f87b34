/** Something the person who started Animatic can put right: one clear line, no stack. */
export class PlainError extends Error {
  override name = 'PlainError';
}
