/**
 * A moment as people say it: `Today, 15:20`, `Yesterday, 09:05`, `20 Nov`, `20 Nov 2025`.
 *
 * @param at ISO 8601; what is no time is given back as it is
 * @example when('2026-11-20T15:20:00Z', new Date(), 'en-GB')
 */
export function when(at: string, now = new Date(), locale?: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  const time = date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  if (days === 0) return `Today, ${time}`;
  if (days === 1) return `Yesterday, ${time}`;
  const thisYear = date.getFullYear() === now.getFullYear();
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
