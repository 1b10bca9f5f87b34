import { chance, pick } from '../../chance.ts';
import { asRecord } from '../openai/body.ts';
import { asSchemas, type Schema } from './schema.ts';

const DEEPEST = 12;

/**
 * Makes up a value that a JSON schema allows, the same for the same schema, words and seed. Strings are words of what was
 * asked.
 *
 * @example plausible({ type: 'object', properties: { seconds: { type: 'number', minimum: 4 } }, … }, 'a teaser', 1)
 */
export function plausible(schema: Schema, asked: string, seed: number): unknown {
  const words = asked.match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? ['something'];
  const maker: Maker = { root: schema, words, seed };
  return make(maker, schema, '$', 0);
}

interface Maker {
  root: Schema;
  words: readonly string[];
  seed: number;
}

function make(maker: Maker, schema: Schema, place: string, depth: number): unknown {
  const at = (limit: number, what = '') => pick(limit, maker.seed, place, what, maker.words.join(' '));
  if (typeof schema.$ref === 'string') return make(maker, resolve(maker.root, schema.$ref), place, depth + 1);
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[at(schema.enum.length)];
  const options = [...asSchemas(schema.anyOf), ...asSchemas(schema.oneOf)];
  if (options.length > 0) {
    // Deep down the way out is taken: nothing, where that is allowed.
    const none = options.find((option) => option.type === 'null');
    if (none && depth > DEEPEST) return null;
    const real = options.filter((option) => option !== none);
    return make(maker, real[at(real.length)] ?? options[0]!, place, depth + 1);
  }
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(asRecord(schema.properties)).map(([key, value]) => [
          key,
          make(maker, asRecord(value), `${place}.${key}`, depth + 1),
        ]),
      );
    case 'array': {
      const least = numberOf(schema.minItems, 0);
      const most = numberOf(schema.maxItems, Math.max(least, 3));
      const length = depth > DEEPEST ? least : Math.min(most, Math.max(least, 1 + at(3, 'length')));
      return Array.from({ length }, (_, index) =>
        make(maker, asRecord(schema.items), `${place}[${index}]`, depth + 1),
      );
    }
    case 'integer':
      return Math.round(number(schema, chance(maker.seed, place)));
    case 'number':
      return Math.round(number(schema, chance(maker.seed, place)) * 100) / 100;
    case 'boolean':
      return at(2) === 1;
    case 'string':
      return string(maker, schema, place);
    default:
      return null;
  }
}

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;

function number(schema: Schema, share: number): number {
  const least = numberOf(
    schema.minimum,
    numberOf(schema.exclusiveMinimum, 0) + ('exclusiveMinimum' in schema ? 1 : 0),
  );
  const most = numberOf(schema.maximum, Math.max(least, least + 5));
  const value = least + share * (most - least);
  const step = schema.multipleOf;
  return typeof step === 'number' ? Math.max(least, Math.floor(value / step) * step) : value;
}

function string({ words, seed }: Maker, schema: Schema, place: string): string {
  const key = place.split('.').at(-1) ?? '';
  if (schema.format === 'date-time') return '2026-11-02T09:00:00Z';
  if (schema.format === 'uuid') return '0192f0c8-0000-7000-8000-000000000001';
  const count = /title|name/i.test(key) ? 3 : /id$|key|hash/i.test(key) ? 1 : 9;
  const start = pick(words.length, seed, place);
  const told = Array.from(
    { length: Math.min(count, words.length) },
    (_, index) => words[(start + index) % words.length],
  );
  const sentence = told.join(' ');
  const most = numberOf(schema.maxLength, 400);
  return sentence.padEnd(numberOf(schema.minLength, 0), '.').slice(0, most);
}

function resolve(root: Schema, reference: string): Schema {
  let node: Schema = root;
  for (const part of reference.replace(/^#\/?/, '').split('/').filter(Boolean))
    node = asRecord(node[part.replaceAll('~1', '/').replaceAll('~0', '~')]);
  return node;
}
