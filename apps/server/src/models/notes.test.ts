import { openCatalogue } from '@animatic/engines/asking';
import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { type FootageDecoder, modelsFrom } from './models.ts';
import { notesOf } from './notes.ts';

const ffmpeg = { command: 'ffmpeg', version: '7.1' };
const none = { why: 'There is no ffmpeg on the PATH. Install it.' };

function open(environment: Record<string, string>, decoder: FootageDecoder = ffmpeg) {
  const config = loadConfig(environment).models;
  return modelsFrom(config, openCatalogue(undefined, config.secret), decoder);
}

test('without any key everything of ours works, and a line says so', () => {
  expect(notesOf(open({}, none))).toEqual([expect.stringContaining('clips are drawn')]);
});

test('names what can be asked', () => {
  expect(notesOf(open({ FAL_API_KEY: 'k' }))[0]).toMatch(/^Kling 4, .* can be asked\.$/);
});

test('says that video models are off without a maintained ffmpeg, and how to get one', () => {
  const models = open({ FAL_API_KEY: 'k', OPENAI_API_KEY: 'k' }, none);
  expect(notesOf(models).at(-1)).toBe(`Video models are off. ${none.why}`);
  const list = models.list().models;
  expect(list.find(({ id }) => id === 'fal/kling-4')).toMatchObject({ available: false, why: none.why });
  expect(list.find(({ kind }) => kind === 'image')).toMatchObject({ available: true, why: null });
});

test('says that the stand-in is used, or why it is not', () => {
  const FAKE_MODELS_URL = 'http://127.0.0.1:9000';
  expect(notesOf(open({ FAKE_MODELS_URL }))[0]).toContain('made up');
  const [warning] = notesOf(open({ FAKE_MODELS_URL, XAI_API_KEY: 'k' }));
  expect(warning).toContain('FAKE_MODELS_URL is ignored because XAI_API_KEY is set');
});

test('what has ended stays off, whatever is set, and says what to use', () => {
  for (const models of [open({ OPENAI_API_KEY: 'k' }), open({ FAKE_MODELS_URL: 'http://127.0.0.1:9000' })]) {
    const sora = models.list().models.find(({ id }) => id === 'sora-2');
    expect(sora).toMatchObject({ available: false, why: expect.stringContaining('2026-09-24') });
  }
});
