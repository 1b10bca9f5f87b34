import type { FakeContext } from '../../http/context.ts';
import { invalidType, Refused } from './refuse.ts';

/** What came in a body: values of JSON, or strings and files of a form. */
export type Body = Record<string, unknown>;

/** Reads JSON or a form. `a[b]` of a form is b of a, `a[]` and what comes several times is a list. */
export async function readBody(context: FakeContext): Promise<{ body: Body; isForm: boolean }> {
  const type = context.req.header('content-type') ?? '';
  if (/^multipart\/form-data|^application\/x-www-form-urlencoded/.test(type))
    return { body: fromForm(await context.req.formData()), isForm: true };
  const parsed: unknown = await context.req.json().catch(() => undefined);
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw new Refused({ status: 400, message: 'We could not parse the JSON body of your request.' });
  return { body: { ...parsed }, isForm: false };
}

function fromForm(form: FormData): Body {
  const body: Body = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    const [, field, inner] = /^([^[]+)(?:\[([^\]]*)\])?$/.exec(name) ?? [];
    if (field === undefined) continue;
    if (inner === undefined) body[field] = values.length === 1 ? values[0] : values;
    else if (inner === '') body[field] = values;
    else body[field] = { ...asRecord(body[field]), [inner]: values[0] };
  }
  return body;
}

export const asRecord = (value: unknown): Body =>
  typeof value === 'object' && value !== null && !(value instanceof Blob) ? { ...value } : {};

/** A string, or nothing. @throws Refused where it is anything else */
export function text(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw invalidType(name, 'a string', kindOf(value));
  return value;
}

/** As `text`, and it has to be there, of 1 to `longest` characters. */
export function neededText(body: Body, name: string, longest: number): string {
  const value = text(body, name);
  if (!value)
    throw new Refused({
      status: 400,
      message: `Missing required parameter: '${name}'.`,
      code: 'missing_required_parameter',
      param: name,
    });
  if (value.length > longest)
    throw new Refused({
      status: 400,
      message: `Invalid '${name}': string too long. Expected at most ${longest} characters, got ${value.length}.`,
      code: 'string_above_max_length',
      param: name,
    });
  return value;
}

/** A whole number, also as a form has it. */
export function whole(body: Body, name: string, least: number, most: number): number | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number))
    throw invalidType(name, 'an integer', kindOf(value));
  if (number < least || number > most)
    throw new Refused({
      status: 400,
      message: `Invalid '${name}': expected a value from ${least} to ${most}, got ${number}.`,
      code: 'invalid_value',
      param: name,
    });
  return number;
}

/** Yes or no, also as a form has it. */
export function flag(body: Body, name: string): boolean | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalidType(name, 'a boolean', kindOf(value));
}

/** A word for what a value is, as the API's errors have it. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal number';
  if (value instanceof Blob) return 'a file';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
