/** How one property of a strict object is read and, where it can be, written. */
export interface Property {
  get(): unknown;
  set?(value: unknown): void;
}

/**
 * An object that throws for every name it does not have, as Figma's own objects do.
 * @param where how the object is called in the error, e.g. `the figma global object`
 * @param known names that exist in Figma but not here: the error says so
 */
export function strictObject(
  where: string,
  properties: Readonly<Record<string, Property>>,
  known: ReadonlySet<string> = new Set(),
): object {
  const own = new Map(Object.entries(properties));
  const missing = (name: string): Error =>
    known.has(name)
      ? new Error(`"${name}" is not a supported API`)
      : new TypeError(`no such property '${name}' on ${where}`);
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
        const property = own.get(name);
        if (!property) throw missing(name);
        return property.get();
      },
      set(_, name, value) {
        const property = own.get(String(name));
        if (!property) throw missing(String(name));
        if (!property.set) throw new TypeError('no setter for property');
        property.set(value);
        return true;
      },
      has: (_, name) => own.has(String(name)),
      ownKeys: () => [],
      deleteProperty: () => false,
      defineProperty: () => {
        throw new TypeError('object is not extensible');
      },
    },
  );
}

/** A property that always holds the same. */
export const constant = (value: unknown): Property => ({ get: () => value });

/** Methods as properties of a strict object. */
export function methods(
  functions: Readonly<Record<string, (...args: unknown[]) => unknown>>,
): Record<string, Property> {
  return Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, constant(value)]));
}
