import { asRecord } from '../openai/body.ts';
import { Refused } from '../openai/refuse.ts';

/** A JSON schema as it came: read by its keywords, never trusted. */
export type Schema = Record<string, unknown>;

export const asSchemas = (value: unknown): Schema[] => (Array.isArray(value) ? value.map(asRecord) : []);

/** What strict mode does not know; a schema that has it is refused as a whole. */
const UNKNOWN = [
  'oneOf',
  'allOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'patternProperties',
  'propertyNames',
];

/**
 * Checks a schema as strict structured output does: an object at the root, every object closed and all of its properties
 * required, no keyword that is not known.
 *
 * @throws Refused with the place
 */
export function checkStrict(schema: Schema, name: string): void {
  const wrong = (place: readonly string[], why: string) =>
    new Refused({
      status: 400,
      message: `Invalid schema for response_format '${name}': In context=(${place.map((part) => `'${part}'`).join(', ')}), ${why}`,
      code: 'invalid_json_schema',
      param: 'text.format.schema',
    });
  if (schema.type !== 'object') throw wrong([], "schema must have 'type': 'object' at its root.");
  const visit = (node: Schema, place: readonly string[]): void => {
    for (const word of UNKNOWN) if (word in node) throw wrong(place, `'${word}' is not permitted.`);
    const isObject = node.type === 'object' || (Array.isArray(node.type) && node.type.includes('object'));
    const properties = asRecord(node.properties);
    if (isObject) {
      if (node.additionalProperties !== false)
        throw wrong(place, "'additionalProperties' is required to be supplied and to be false.");
      const required = Array.isArray(node.required) ? node.required : [];
      const missing = Object.keys(properties).find((key) => !required.includes(key));
      if (missing)
        throw wrong(
          place,
          `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`,
        );
    }
    for (const [key, value] of Object.entries(properties))
      visit(asRecord(value), [...place, 'properties', key]);
    if (node.items) visit(asRecord(node.items), [...place, 'items']);
    for (const [index, option] of asSchemas(node.anyOf).entries())
      visit(option, [...place, 'anyOf', String(index)]);
    for (const [key, value] of Object.entries(asRecord(node.$defs)))
      visit(asRecord(value), [...place, '$defs', key]);
  };
  visit(schema, []);
}
