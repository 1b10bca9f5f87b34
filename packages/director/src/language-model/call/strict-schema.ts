import * as z from 'zod';

type Json = Record<string, unknown>;

/** What strict structured output does not know, or not everywhere: said in words instead, and checked when it came. */
const UNKNOWN = [
  '$schema',
  'default',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'propertyNames',
];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A Zod schema as strict structured output takes it: every property required, none besides them, no limits.
 *
 * @throws {TypeError} for an optional property: what may be missing is `nullable()`, because strict output leaves
 * nothing out
 * @example strictSchema(z.object({ zoom: z.number().nullable() }))
 */
export function strictSchema(schema: z.ZodType): Json {
  const made: unknown = z.toJSONSchema(schema, { reused: 'ref', io: 'input' });
  const strict = walk(made, '');
  if (!isObject(strict) || strict.type !== 'object')
    throw new TypeError('the root of strict output is an object');
  return strict;
}

function walk(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((one, index) => walk(one, `${path}/${index}`));
  if (!isObject(value)) return value;
  const kept: Json = {};
  for (const [key, own] of Object.entries(value)) {
    if (UNKNOWN.includes(key) && !isNameOfProperty(path)) continue;
    if (key === 'const' && !isNameOfProperty(path)) kept.enum = [own];
    else kept[key === 'oneOf' ? 'anyOf' : key] = walk(own, `${path}/${key}`);
  }
  if (kept.type !== 'object' || !isObject(kept.properties)) return kept;
  const required = Array.isArray(kept.required) ? kept.required : [];
  const missing = Object.keys(kept.properties).filter((name) => !required.includes(name));
  if (missing.length > 0)
    throw new TypeError(`${path}: ${missing.join(', ')} may be left out; say nullable()`);
  return { ...kept, additionalProperties: false };
}

const isNameOfProperty = (path: string): boolean => /\/(?:properties|\$defs)$/.test(path);
