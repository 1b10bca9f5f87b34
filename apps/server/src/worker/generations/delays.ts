/** A share of up to a fifth more or less, so that what began together does not stay together. */
const jitter = (): number => 0.8 + Math.random() * 0.4;

/**
 * Milliseconds until the next look at a generation under way: the provider's own pace at first, twice as slow after ten
 * looks.
 */
export function lookDelay(pollSeconds: number, looks: number): number {
  return Math.round(pollSeconds * 1000 * Math.min(2, 1 + looks / 10) * jitter());
}

/**
 * Milliseconds until a try after a fault: twice as long each time, or as long as the vendor said.
 *
 * @param faults how many there were in a row, this one included
 */
export function faultDelay(
  faults: number,
  { faultMs, longestFaultMs }: { faultMs: number; longestFaultMs: number },
  retryAfter?: number,
): number {
  const own = Math.min(longestFaultMs, faultMs * 2 ** Math.min(20, Math.max(0, faults - 1)));
  // Never earlier than the vendor said.
  return Math.round(Math.max(own * jitter(), retryAfter ?? 0));
}
