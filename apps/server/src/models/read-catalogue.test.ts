import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { PlainError } from '../launch/plain-error.ts';
import { readDirectorPrices } from './director-prices.ts';
import { readCatalogue } from './read-catalogue.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-models-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(text: string) {
  const file = join(folder, 'models.json');
  await writeFile(file, text);
  return { file, catalogue: readCatalogue(loadConfig({ MODELS_FILE: file }).models) };
}

test('an operator’s entries stand before what comes with Animatic', async () => {
  const own = {
    providers: [{ id: 'gateway', name: 'A gateway', wire: 'videos', keyVariable: 'GATEWAY_KEY' }],
    models: [
      {
        id: 'house-model',
        name: 'House model',
        provider: 'gateway',
        model: 'house/one',
        kind: 'video',
        sizes: [{ width: 1280, height: 720 }],
        durations: [5],
      },
    ],
  };
  const { models } = await (await read(JSON.stringify(own))).catalogue;
  expect(models[0]).toMatchObject({ id: 'house-model', runBy: { id: 'gateway' } });
  expect(models.length).toBeGreaterThan(5);
});

test.each([
  ['what is no JSON', '{ "models": [', /is not JSON/],
  ['what is no catalogue', '{ "models": [{ "id": "a b" }] }', /models\[0\]/],
])('%s is a plain error that names the file', async (_, text, words) => {
  const { file, catalogue } = await read(text);
  const error = await catalogue.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PlainError);
  expect(String(error)).toContain(file);
  expect(String(error)).toMatch(words);
});

test('a file that is not there is named, too', async () => {
  const file = join(folder, 'nothing.json');
  const catalogue = readCatalogue(loadConfig({ MODELS_FILE: file }).models);
  await expect(catalogue).rejects.toThrow(`MODELS_FILE ${file}: there is no such file`);
});

test('what language models cost stands in the same file, and is held against its form', async () => {
  const price = { model: 'house-model', input: 0, output: 0 };
  const good = await read(JSON.stringify({ director: { prices: [price] } }));
  expect((await good.catalogue).models.length).toBeGreaterThan(0);
  const config = loadConfig({ MODELS_FILE: good.file, OPENAI_API_KEY: 'k', DIRECTOR_MODEL: 'house-model' });
  expect(await readDirectorPrices(config.models)).toMatchObject([{ ...price, reasons: true }]);
  const bad = await read(JSON.stringify({ director: { prices: [{ ...price, output: -1 }] } }));
  await expect(bad.catalogue).rejects.toThrow(/models\.json[\s\S]*director\.prices\.0\.output/);
});
