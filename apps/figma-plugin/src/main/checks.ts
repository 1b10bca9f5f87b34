import { PluginFailure } from './failure.ts';

/** Narrow checks of what the panel sent; `where` names the place in the message. */
export type Fields = Readonly<Record<string, unknown>>;

function refuse(where: string, allowed: string): never {
  throw new PluginFailure(
    'bad-message',
    `The panel sent a ${where} that is not ${allowed}. Reopen the plugin.`,
  );
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fields(value: unknown, where: string): Fields {
  return isFields(value) ? value : refuse(where, 'an object');
}

export function text(value: unknown, where: string, longest: number): string {
  return typeof value === 'string' && value.length <= longest
    ? value
    : refuse(where, `a text of at most ${longest} characters`);
}

export function textOrNull(value: unknown, where: string, longest: number): string | null {
  return value === null ? null : text(value, where, longest);
}

export function number(value: unknown, where: string, least: number, most: number): number {
  return typeof value === 'number' && value >= least && value <= most
    ? value
    : refuse(where, `a number from ${least} to ${most}`);
}

export function whole(value: unknown, where: string, least: number, most: number): number {
  const found = number(value, where, least, most);
  return Math.floor(found) === found ? found : refuse(where, 'a whole number');
}

export function list(value: unknown, where: string, longest: number): readonly unknown[] {
  return Array.isArray(value) && value.length <= longest
    ? value
    : refuse(where, `a list of at most ${longest} entries`);
}

export function bytes(value: unknown, where: string, most: number): Uint8Array {
  return value instanceof Uint8Array && value.length > 0 && value.length <= most
    ? value
    : refuse(where, `a file of 1 to ${most} bytes`);
}

export const nodeId = (value: unknown): string => text(value, 'node id', 500);

export function nodeIds(value: unknown, longest = 500): string[] {
  return list(value, 'list of node ids', longest).map(nodeId);
}
