import { createHash } from 'node:crypto';
import type { CatalogueModel } from '../catalogue/catalogue.ts';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Ask, AskInput, MadeFile, ModelContext } from '../model/model-engine.ts';
import { ModelError } from '../model/model-error.ts';

/** A PNG of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export const input = (bytes: Uint8Array = png, type: AskInput['type'] = 'image/png'): AskInput => ({
  hash: createHash('sha256').update(bytes).digest('hex'),
  type,
  bytes: () => Promise.resolve(bytes),
});

/** A model of the catalogue at another address, with another entry where a test wants one. */
export function modelAt(id: string, baseUrl: string, change: Partial<CatalogueModel> = {}): CatalogueModel {
  const model = openCatalogue().find(id);
  if (!model) throw new Error(`there is no ${id} in the catalogue`);
  return { ...model, ...change, runBy: { ...model.runBy, baseUrl } };
}

export const askOf = (model: CatalogueModel, change: Partial<Ask> = {}): Ask => ({
  model,
  prompt: 'the card rises',
  start: { kind: 'words' },
  size: { width: 1280, height: 720 },
  seconds: 5,
  sound: false,
  transparent: false,
  characters: [],
  ...change,
});

export const contextOf = (change: Partial<ModelContext> = {}): ModelContext => ({
  signal: new AbortController().signal,
  key: 'test-key',
  baseUrl: undefined,
  ...change,
});

/** A ledger that remembers, in order. */
export function openLedger(): Ledger & { lines: [string, unknown][]; bytes: Uint8Array[] } {
  const lines: [string, unknown][] = [];
  const bytes: Uint8Array[] = [];
  const write = async (name: string, value: unknown): Promise<void> => {
    lines.push([name, value]);
  };
  return {
    lines,
    bytes,
    intent: (request) => write('intent', request),
    submitted: (job) => write('submitted', job),
    cost: (dollars) => write('cost', dollars),
    partial: (image, type) => write('partial', [image.length, type]),
    async made(file) {
      bytes.push(await allOf(file));
      await write('made', file.type);
    },
  };
}

export async function allOf(file: MadeFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** What a call throws, as a `ModelError`. */
export async function faultIn(call: Promise<unknown>): Promise<ModelError> {
  const error: unknown = await call.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ModelError) return error;
  throw error;
}

/** Everything that a list gives. */
export async function listOf<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const entry of entries) list.push(entry);
  return list;
}
