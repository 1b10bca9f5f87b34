import { providerSchema } from '@animatic/engines';
import { expect, test } from 'vitest';
import { loadConfig } from '../config.ts';
import { reachProvider } from './reach.ts';
import { standInUsed } from './stand-in.ts';

const fal = providerSchema.parse({ id: 'fal', name: 'fal', wire: 'fal', keyVariable: 'FAL_API_KEY' });
const videos = providerSchema.parse({
  id: 'videos',
  name: 'Your video server',
  wire: 'videos',
  keyVariable: 'VIDEOS_API_KEY',
  keyOptional: true,
});
const gateway = providerSchema.parse({
  id: 'gateway',
  name: 'A gateway',
  wire: 'videos',
  keyVariable: 'GATEWAY_KEY',
  baseUrl: 'https://gateway.example.com/v1',
});
const reach = (provider: typeof fal, environment: Record<string, string>) => {
  const { models } = loadConfig(environment);
  return reachProvider(provider, models, standInUsed([fal, videos, gateway], models).used);
};

test('a provider is reached by its key, and says which variable is missing', () => {
  expect(reach(fal, { FAL_API_KEY: 'k' })).toEqual({ key: 'k', baseUrl: undefined });
  expect(reach(fal, {})).toEqual({ why: 'fal needs a key: set FAL_API_KEY on the server.' });
});

test('a video server of one’s own needs an address, not a key', () => {
  expect(reach(videos, {})).toEqual({ why: expect.stringContaining('set VIDEOS_BASE_URL') });
  expect(reach(videos, { VIDEOS_API_KEY: 'k' })).toEqual({ why: expect.stringContaining('VIDEOS_BASE_URL') });
  expect(reach(videos, { VIDEOS_BASE_URL: 'http://gpu:30010/v1' })).toEqual({
    key: undefined,
    baseUrl: 'http://gpu:30010/v1',
  });
});

test('the address of a provider in the catalogue stands before the environment’s', () => {
  expect(reach(gateway, { GATEWAY_KEY: 'k', VIDEOS_BASE_URL: 'http://gpu:30010/v1' })).toEqual({
    key: 'k',
    baseUrl: 'https://gateway.example.com/v1',
  });
});

test('the stand-in is every provider as long as no model has a key, and none from then on', () => {
  const FAKE_MODELS_URL = 'http://127.0.0.1:9000';
  expect(reach(fal, { FAKE_MODELS_URL })).toEqual({ key: 'pretend', baseUrl: 'http://127.0.0.1:9000/fal' });
  expect(reach(gateway, { FAKE_MODELS_URL })).toEqual({
    key: 'pretend',
    baseUrl: 'http://127.0.0.1:9000/openai/v1',
  });
  expect(reach(fal, { FAKE_MODELS_URL, GATEWAY_KEY: 'k' })).toHaveProperty('why');
  for (const variable of ['OPENAI_API_KEY', 'XAI_API_KEY', 'GATEWAY_KEY', 'VIDEOS_BASE_URL']) {
    const { models } = loadConfig({ FAKE_MODELS_URL, [variable]: 'http://real' });
    expect(standInUsed([fal, videos, gateway], models)).toEqual({ used: false, ignored: variable });
  }
  const { models } = loadConfig({ FAKE_MODELS_URL, VIDEOS_WEBHOOK_SECRET: 'whsec_MfKQ9r8GKYqrTwjU' });
  expect(standInUsed([fal, videos, gateway], models).used).toBe(true);
});
