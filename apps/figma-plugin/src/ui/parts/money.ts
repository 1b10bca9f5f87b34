/**
 * US dollars for people; cents are told exactly, and what is less than one is not nothing.
 *
 * @example money(0.4) // '$0.40'
 */
export function money(dollars: number): string {
  if (dollars > 0 && dollars < 0.01) return 'under $0.01';
  return `$${dollars.toFixed(2)}`;
}

/** A price, or that nobody knows it. */
export const price = (dollars: number | null): string =>
  dollars === null ? 'price unknown' : money(dollars);
