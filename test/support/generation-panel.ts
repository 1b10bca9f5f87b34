import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { type FakeModels, startFakeModels } from '../fake-models/start.ts';
import { launchChromium } from './browser.ts';
import { type Stack, startStack } from './stack.ts';
import { addFrames, approveWhenAsked, type Desk, openDesk, type Panel, runPlugin, select } from './way.ts';

/** Looked at five times a second: a test has no ten seconds. */
const quick = { pollSeconds: 0.2, keyOptional: true };
const sizes = [
  { width: 640, height: 360 },
  { width: 360, height: 640 },
];

/** A model that takes everything, one whose vendor has no list, and the image model that comes with Animatic. */
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
    { id: 'fal', name: 'fal', wire: 'fal', keyVariable: 'FAL_API_KEY', ...quick },
    { id: 'openai', name: 'OpenAI', wire: 'images', keyVariable: 'OPENAI_API_KEY', ...quick },
  ],
  models: [
    {
      id: 'test/all',
      name: 'Takes all',
      provider: 'videos',
      model: 'test-all',
      kind: 'video',
      sizes,
      durations: [2, 4, 10],
      takes: {
        firstFrame: true,
        lastFrame: true,
        extend: 'continuation',
        remix: true,
        edit: true,
        delete: true,
      },
      price: { per: 'second', dollars: 0.1 },
    },
    {
      id: 'test/sound',
      name: 'Has sound',
      provider: 'fal',
      model: 'fal-ai/kling-video/v2.6/pro/image-to-video',
      kind: 'video',
      sizes,
      durations: [5],
      takes: { firstFrame: true, sound: true },
      fields: { firstFrame: 'start_image_url', sound: 'generate_audio', seconds: 'text' },
      price: { per: 'second', dollars: 0.05 },
    },
  ],
};

/** All of Animatic with pretend models, and the plugin's panel in a real browser. */
export interface PanelStack {
  stack: Stack;
  models: FakeModels;
  desk: Desk;
  panel: Panel;
  stop(): Promise<void>;
}

export async function startPanelStack(frames: readonly string[]): Promise<PanelStack> {
  const dir = await mkdtemp(join(tmpdir(), 'animatic-generation-panel-'));
  const file = join(dir, 'models.json');
  await writeFile(file, JSON.stringify(catalogue));
  const models = await startFakeModels({
    settings: { queuedSeconds: 0.2, workSeconds: 1, imageSeconds: 0.2 },
  });
  const env = { SAMPLE: 'off', FAKE_MODELS_URL: models.origin, MODELS_FILE: file };
  const none = [
    'OPENAI_API_KEY',
    'VIDEOS_API_KEY',
    'VIDEOS_BASE_URL',
    'FAL_API_KEY',
    'GOOGLE_GENERATIVE_AI_API_KEY',
    'REPLICATE_API_TOKEN',
    'XAI_API_KEY',
    'ALIBABA_API_KEY',
  ];
  const stack = await startStack({
    env: { ...env, ...Object.fromEntries(none.map((name) => [name, ''])) },
  });
  const browser: Browser = await launchChromium();
  const desk = await openDesk(browser, stack, { query: 'document=shop' });
  await select(desk.page, frames);
  const panel = await runPlugin(desk.page);
  await addFrames(panel, frames.length);
  await connect(desk, panel);
  return {
    stack,
    models,
    desk,
    panel,
    async stop() {
      await browser.close();
      await stack.stop();
      await models.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Signs in from the sheet that names the models. */
async function connect(desk: Desk, panel: Panel): Promise<void> {
  await panel.getByRole('button', { name: 'Models', exact: true }).click();
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await approveWhenAsked(desk, panel);
  await panel.getByText('Can be asked').waitFor();
}

/** What a person does to a card, by its place on the board. */
export function cardOf(panel: Panel, index: number) {
  const card = panel.getByRole('article').nth(index);
  const sheet = panel.getByRole('dialog', { name: /^How / });
  const how = card.getByRole('button', { name: /^How / });
  const within = async (work: (sheet: Locator) => Promise<void>) => {
    await how.click();
    await sheet.waitFor();
    await work(sheet);
    await sheet.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  };
  return {
    card,
    how,
    /** Writes the direction, which is the prompt. */
    write: (words: string) => card.getByRole('textbox', { name: /^Direction for/ }).fill(words),
    /** Opens the settings, changes what `work` changes, and closes them. */
    within,
    /** Lets a model make the shot. */
    choose: (model: string | RegExp) =>
      within(async (opened) => {
        const change = opened.getByText('Change', { exact: true });
        if (await change.isVisible()) await change.click();
        await opened.getByRole('radio', { name: model }).press('Space');
      }),
    from: (start: string) =>
      within(async (opened) => {
        await opened.getByRole('combobox', { name: /starts from$/ }).selectOption({ label: start });
      }),
    seconds: (value: number) =>
      within(async (opened) => {
        await opened.getByRole('radio', { name: `${value} s`, exact: true }).press('Space');
      }),
    takes: (count: number) =>
      within(async (opened) => {
        await opened
          .getByRole('group', { name: /^How many takes/ })
          .getByRole('radio', { name: String(count), exact: true })
          .press('Space');
      }),
  };
}

/** Presses render and waits for the clip; gives what the button said. */
export async function renderClip(panel: Panel): Promise<string> {
  const button = panel.getByRole('button', { name: /^Render($| · [^…])/ });
  await button.waitFor();
  const words = await button.innerText();
  await button.click();
  const result = panel.getByRole('region', { name: 'Result' });
  const failed = panel.getByRole('alert');
  await result.or(failed).first().waitFor({ timeout: 240_000 });
  if (!(await result.isVisible())) throw new Error(`The panel says: ${await failed.first().innerText()}`);
  return words;
}

export async function backToBoard(panel: Panel): Promise<void> {
  await panel.getByRole('button', { name: 'Storyboard', exact: true }).click();
  await panel.getByRole('article').first().waitFor();
}
