/** The longest that is waited for because a vendor says so. */
const HOUR = 3_600_000;

/**
 * `Retry-After` in milliseconds: seconds or a date, at most an hour; undefined where it says nothing of use.
 *
 * @example retryAfterOf(new Headers({ 'retry-after': '20' })) // 20000
 */
export function retryAfterOf(headers: Headers | undefined, now = Date.now()): number | undefined {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(exact) && exact >= 0) return Math.min(HOUR, exact);
  const text = headers?.get('retry-after')?.trim();
  if (!text) return undefined;
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(wait) ? Math.min(HOUR, Math.max(0, Math.round(wait))) : undefined;
}
