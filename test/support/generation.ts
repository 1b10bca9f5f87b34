import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@animatic/client';
import type { StoryboardInput } from '@animatic/schema';
import { type FakeModels, startFakeModels } from '../fake-models/start.ts';
import { type Launched, startLauncher } from '../faults/support/launched.ts';
import { connectOwner } from './connect.ts';
import { freePort } from './free-port.ts';

/** Looked at five times a second: a test has no ten seconds. */
const quick = { pollSeconds: 0.2, keyOptional: true };

/** What the tests ask: the providers that come with Animatic, looked at often, and a model that takes everything. */
const catalogue = {
  providers: [
    {
      id: 'videos',
      name: 'Videos',
      wire: 'videos',
      baseUrlVariable: 'VIDEOS_BASE_URL',
      baseUrlNeeded: true,
      keyVariable: 'VIDEOS_API_KEY',
      lists: true,
      ...quick,
    },
    {
      id: 'hooked',
      name: 'A provider that tells',
      wire: 'videos',
      baseUrlVariable: 'HOOKED_BASE_URL',
      baseUrlNeeded: true,
      keyVariable: 'HOOKED_API_KEY',
      keyOptional: true,
      webhookSecretVariable: 'HOOKED_WEBHOOK_SECRET',
      lists: true,
      // Whoever is done within a test was told of.
      pollSeconds: 600,
    },
    { id: 'fal', name: 'fal', wire: 'fal', keyVariable: 'FAL_API_KEY', ...quick },
    { id: 'openai', name: 'OpenAI', wire: 'images', keyVariable: 'OPENAI_API_KEY', ...quick },
  ],
  models: [
    {
      id: 'test/video',
      name: 'Test video',
      provider: 'videos',
      model: 'test-video',
      kind: 'video',
      sizes: [
        { width: 640, height: 360 },
        { width: 360, height: 640 },
      ],
      durations: [2, 4],
      takes: { firstFrame: true, lastFrame: true, remix: true, edit: true, delete: true },
      price: { per: 'second', dollars: 0.1 },
    },
    {
      id: 'test/hooked',
      name: 'Test video that tells',
      provider: 'hooked',
      model: 'test-hooked',
      kind: 'video',
      sizes: [{ width: 640, height: 360 }],
      durations: [2],
    },
  ],
};

/** All of Animatic on real processes, with pretend models, and the owner signed in. */
export interface GenerationStack {
  api: Client;
  models: FakeModels;
  launched: Launched;
  stop(): Promise<void>;
}

export async function startGenerationStack(): Promise<GenerationStack> {
  const models = await startFakeModels({
    settings: { queuedSeconds: 0.1, workSeconds: 0.4, imageSeconds: 0.1 },
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'animatic-generation-'));
  const file = join(dataDir, 'models.json');
  await writeFile(file, JSON.stringify(catalogue));
  const port = await freePort();
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  models.control.webhook({ url: `http://127.0.0.1:${port}/v1/webhooks/hooked`, secret });
  const launched = startLauncher({
    PORT: String(port),
    DATA_DIR: join(dataDir, 'data'),
    FAKE_MODELS_URL: models.origin,
    MODELS_FILE: file,
    HOOKED_WEBHOOK_SECRET: secret,
    // Whatever the machine has: nothing real is asked.
    OPENAI_API_KEY: '',
    VIDEOS_API_KEY: '',
    VIDEOS_BASE_URL: '',
    FAL_API_KEY: '',
    GOOGLE_GENERATIVE_AI_API_KEY: '',
    REPLICATE_API_TOKEN: '',
    XAI_API_KEY: '',
    ALIBABA_API_KEY: '',
  });
  const { url, signIn } = await launched.ready;
  return {
    api: await connectOwner({ origin: url, signIn }),
    models,
    launched,
    async stop() {
      launched.process.kill('SIGTERM');
      await launched.exit;
      await models.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type ShotInput = StoryboardInput['shots'][number];
export type Asked = NonNullable<ShotInput['generation']>;

/** A shot that is asked of the model that takes everything. */
export const generatedShot = (id: string, direction: string, change: Partial<Asked> = {}): ShotInput => ({
  id,
  source: { node: `words:${id}`, name: id },
  size: { width: 1280, height: 720 },
  caption: { direction, title: id },
  duration: 2,
  engine: 'videos',
  generation: { model: 'test/video', from: { kind: 'words' }, seconds: 2, ...change },
});

/** A small board of such shots. */
export const boardOf = (title: string, shots: ShotInput[]): StoryboardInput => ({
  version: 2,
  title,
  format: { aspect: '16:9', resolution: 480, fps: 24 },
  shots,
});
