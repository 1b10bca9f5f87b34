import { expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

test('needs nothing: loopback, port 8787, the embedded database and the playground', () => {
  const config = loadConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8787,
    publicUrl: 'http://localhost:8787',
    databaseUrl: undefined,
    playground: true,
  });
  expect(config.dataDir).toMatch(/[\\/]\.animatic$/);
});

test('a database of one’s own turns the playground off, unless it is wanted', () => {
  const DATABASE_URL = 'postgres://localhost/animatic';
  expect(loadConfig({ DATABASE_URL }).playground).toBe(false);
  expect(loadConfig({ DATABASE_URL, PLAYGROUND: 'on' }).playground).toBe(true);
  expect(loadConfig({ PLAYGROUND: 'off' }).playground).toBe(false);
});

test('links carry the public address, without a slash at its end', () => {
  expect(loadConfig({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  expect(loadConfig({ PUBLIC_URL: 'https://clips.example.com/' }).publicUrl).toBe(
    'https://clips.example.com',
  );
});

test('an empty variable counts as not set', () => {
  expect(loadConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(8787);
});

test('says every variable that is wrong, one a line', () => {
  const read = () =>
    loadConfig({ PORT: '80800', PUBLIC_URL: 'ftp://x', AUTH_SECRET: 'short', PLAYGROUND: 'maybe' });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(/PORT: .*\n?.*65535/);
  for (const name of ['PORT', 'PUBLIC_URL', 'AUTH_SECRET', 'PLAYGROUND'])
    expect(read).toThrow(new RegExp(`^${name}: `, 'm'));
});

test('hands out models’ keys by their variables, and never what is Animatic’s own', () => {
  const { models } = loadConfig({
    FAL_API_KEY: 'fal',
    MY_GATEWAY_KEY: 'mine',
    XAI_API_KEY: '',
    AUTH_SECRET: 'x'.repeat(32),
    DATABASE_URL: 'postgres://user:password@localhost/animatic',
    SMTP_URL: 'smtp://user:password@localhost',
  });
  expect(models.secret('FAL_API_KEY')).toBe('fal');
  expect(models.secret('MY_GATEWAY_KEY')).toBe('mine');
  for (const name of ['XAI_API_KEY', 'AUTH_SECRET', 'DATABASE_URL', 'SMTP_URL'])
    expect(models.secret(name), name).toBeUndefined();
  expect(JSON.stringify(models)).not.toContain('fal');
});

test('reads where models are, without a slash at the end', () => {
  const { models } = loadConfig({ VIDEOS_BASE_URL: 'http://gpu:30010/v1/', MODELS_FILE: 'models.json' });
  expect(models.videosBaseUrl).toBe('http://gpu:30010/v1');
  expect(models.file).toMatch(/^\/.*models\.json$/);
  expect(() => loadConfig({ FAKE_MODELS_URL: 'file:///etc' })).toThrow(/^FAKE_MODELS_URL: /m);
});
