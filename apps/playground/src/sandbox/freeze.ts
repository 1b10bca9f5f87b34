/**
 * Freezes a value through and through: what a getter gives out is a copy that cannot be changed in place.
 * @example freeze({ fills: [] }, () => false)
 */
export function freeze(value: unknown, isNode: (value: object) => boolean): unknown {
  if (value === null || typeof value !== 'object' || isNode(value) || value instanceof Uint8Array)
    return value;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return value;
  for (const item of Object.values(value)) freeze(item, isNode);
  return Object.freeze(value);
}
