import type { Sha256 } from '@animatic/schema';

/** A still that the storyboard names and the store does not have. */
export class MissingStillError extends Error {
  override name = 'MissingStillError';
  readonly hash: Sha256;
  constructor(hash: Sha256) {
    super(`the still ${hash} is not in the store`);
    this.hash = hash;
  }
}
