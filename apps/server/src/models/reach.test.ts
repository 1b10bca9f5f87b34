import { openCatalogue, pretend } from '@animatic/engines/asking';
import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { reachProvider } from './reach.ts';
import { standInUsed } from './stand-in.ts';

const gateway = {
  id: 'gateway',
  name: 'A gateway',
  wire: 'videos',
  keyVariable: 'GATEWAY_KEY',
  baseUrl: 'https://gateway.example.com/v1',
};

function reach(id: string, environment: Record<string, string>) {
  const { models } = loadConfig(environment);
  const own = openCatalogue({ json: { providers: [gateway] }, place: 'models.json' }, models.secret);
  const { used } = standInUsed(own.providers, models);
  const { providers } = used ? pretend(own, models.fakeUrl ?? '') : own;
  const provider = providers.find((one) => one.id === id);
  if (!provider) throw new Error(`no provider ${id}`);
  return reachProvider(provider, models, used);
}

test('a provider is reached by its key, and says which variable is missing', () => {
  expect(reach('fal', { FAL_API_KEY: 'k' })).toEqual({ key: 'k', baseUrl: undefined });
  expect(reach('fal', {})).toEqual({ why: expect.stringContaining('FAL_API_KEY') });
});

test('a video server of one’s own needs an address, not a key', () => {
  for (const key of ['', 'k'])
    expect(reach('videos', { VIDEOS_API_KEY: key })).toEqual({
      why: expect.stringContaining('VIDEOS_BASE_URL'),
    });
  expect(reach('videos', { VIDEOS_BASE_URL: 'http://gpu:30010/v1' })).toEqual({
    key: undefined,
    baseUrl: 'http://gpu:30010/v1',
  });
});

test('a provider of the operator’s own is reached by the variable that its entry names', () => {
  expect(reach('gateway', { GATEWAY_KEY: 'k', VIDEOS_BASE_URL: 'http://gpu:30010/v1' })).toEqual({
    key: 'k',
    baseUrl: 'https://gateway.example.com/v1',
  });
});

test('the stand-in is every provider as long as no model has a key, and none from then on', () => {
  const FAKE_MODELS_URL = 'http://127.0.0.1:9000';
  expect(reach('fal', { FAKE_MODELS_URL })).toEqual({ key: 'pretend', baseUrl: 'http://127.0.0.1:9000/fal' });
  for (const id of ['videos', 'openai'])
    expect(reach(id, { FAKE_MODELS_URL })).toEqual({
      key: 'pretend',
      baseUrl: 'http://127.0.0.1:9000/openai/v1',
    });
  expect(reach('fal', { FAKE_MODELS_URL, GATEWAY_KEY: 'k' })).toHaveProperty('why');
  // Nobody else is ever asked with its key that is none.
  expect(reach('openai-videos', { FAKE_MODELS_URL })).toHaveProperty('why');
});

test('says which variable speaks against the stand-in', () => {
  const FAKE_MODELS_URL = 'http://127.0.0.1:9000';
  const { providers } = openCatalogue({ json: { providers: [gateway] }, place: 'models.json' });
  const against = (environment: Record<string, string>) =>
    standInUsed(providers, loadConfig({ FAKE_MODELS_URL, ...environment }).models);
  for (const variable of ['OPENAI_API_KEY', 'XAI_API_KEY', 'GATEWAY_KEY', 'VIDEOS_BASE_URL'])
    expect(against({ [variable]: 'http://real' })).toEqual({ used: false, ignored: variable });
  expect(against({ VIDEOS_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjU' })).toEqual({ used: true });
});
