import { type Read, refused, Schema } from './schema.ts';

/**
 * The part of Zod's interface that `packages/schema` is written in, for the panel, which only reads: the build puts it in
 * Zod's place there (`scripts/build.ts`). A schema that is written with more fails when the panel opens, so in every test
 * of it; `zod.test.ts` reads the same values with both.
 */
type Shape = Record<string, Schema>;

const typed = (type: string) => () => new Schema((value) => (typeof value === type ? value : refused));
export const string = typed('string');
export const boolean = typed('boolean');
const nothing = typed('undefined');

export { nothing as undefined };
export const number = () =>
  new Schema((value) => (typeof value === 'number' && Number.isFinite(value) ? value : refused));
export const unknown = () => new Schema((value) => value);

const oneOf = (values: unknown) => {
  const known = new Set(Array.isArray(values) ? values : [values]);
  return new Schema((value) => (known.has(value) ? value : refused));
};

export { oneOf as enum, oneOf as literal };

const plain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

class ObjectSchema extends Schema {
  private readonly shape: Shape;

  constructor(shape: Shape, read: Read) {
    super(read);
    this.shape = shape;
  }
  /** Each field may be left out. */
  partial(): Schema {
    return object(
      Object.fromEntries(Object.entries(this.shape).map(([name, field]) => [name, field.optional()])),
    );
  }
}

function shaped(shape: Shape, rest: boolean): ObjectSchema {
  const fields = Object.entries(shape);
  return new ObjectSchema(shape, (value) => {
    if (!plain(value)) return refused;
    const found: Record<string, unknown> = rest ? { ...value } : {};
    for (const [name, schema] of fields) {
      const field = schema.read(value[name]);
      if (field === refused) return refused;
      if (field !== undefined || name in value) found[name] = field;
    }
    return found;
  });
}
export const object = (shape: Shape) => shaped(shape, false);
export const looseObject = (shape: Shape) => shaped(shape, true);

/** Each by its own reader. */
const each = (values: readonly unknown[], readerOf: (index: number) => Read): unknown => {
  const found: unknown[] = [];
  for (const [index, value] of values.entries()) {
    const item = readerOf(index)(value);
    if (item === refused) return refused;
    found.push(item);
  }
  return found;
};
export const array = (item: Schema) =>
  new Schema((value) => (Array.isArray(value) ? each(value, () => item.read) : refused));
export const tuple = (items: readonly Schema[]) =>
  new Schema((value) =>
    Array.isArray(value) && value.length === items.length
      ? each(value, (index) => items[index]?.read ?? (() => refused))
      : refused,
  );

/** The first that reads it. */
export const union = (options: readonly Schema[]) =>
  new Schema((value) => {
    for (const option of options) {
      const found = option.read(value);
      if (found !== refused) return found;
    }
    return refused;
  });
export const discriminatedUnion = (_key: string, options: readonly Schema[]) => union(options);

const text = (form: RegExp) => string().regex(form);
export const uuid = () =>
  text(
    /^([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|(0{8}-0{4}-0{4}-0{4}-0{12})|(f{8}-f{4}-f{4}-f{4}-f{12}))$/i,
  );
export const iso = {
  datetime: () => text(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(:[0-5]\d(\.\d+)?)?Z$/),
};

export const NEVER = refused;
export const preprocess = (
  before: (value: unknown, context: { addIssue: () => void }) => unknown,
  schema: Schema,
) =>
  new Schema((value) => {
    const known = before(value, { addIssue: () => undefined });
    return known === refused ? refused : schema.read(known);
  });
