import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildPlugin } from '@animatic/figma-plugin/build';
import { launchChromium } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { startStack } from '../support/stack.ts';
import { openDesk, publish, render, runPlugin, select, watch } from '../support/way.ts';
import { readDocument } from './document.ts';
import { type DemoOptions, readOptions } from './options.ts';

/** The frames and words of the demo without options: three screens of the sample shop. */
const sample = {
  query: 'document=shop',
  select: ['Home', 'Product', 'Cart'],
  captions: ['The cards rise one by one', 'Slow push in on the headline', 'Zoom in on the total'],
};

const say = (words: string) => console.log(`  ${words}`);

/** The main job, headless: from frames in a real browser to a link that plays for someone without an account. */
async function demo(options: DemoOptions): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-demo-'));
  const out = resolve(options.out ?? join(folder, 'clip.mp4'));
  const port = await freePort();
  const pluginDir = join(folder, 'plugin');
  await buildPlugin({ apiOrigin: `http://localhost:${port}`, outDir: pluginDir });
  say('Starting Animatic on a free port, with a new data folder');
  const stack = await startStack({ port, dataDir: join(folder, 'data'), pluginDir });
  const browser = await launchChromium();
  try {
    const document = options.document ? await readDocument(options.document, options.images) : undefined;
    const desk = await openDesk(browser, stack, { query: document ? undefined : sample.query, document });
    const frames = await select(desk.page, options.select.length > 0 ? options.select : sample.select);
    say(`Selected ${frames.map(({ name, id }) => `${name} (${id})`).join(', ')}`);
    const panel = await runPlugin(desk.page);
    await addFrames(panel, frames.length);
    const captions = options.captions.length > 0 ? options.captions : document ? [] : sample.captions;
    await writeCaptions(panel, captions, frames.length);
    say('Captions typed; rendering');
    await render(desk, panel);
    const preview = await publish(panel);
    say(`Published ${preview}`);
    const seen = await watch(browser, preview);
    say(`Seen playing without an account: ${seen.width} × ${seen.height}, ${seen.seconds.toFixed(2)} s`);
    const poster = out.replace(/(\.\w+)?$/, '.png');
    await mkdir(dirname(out), { recursive: true });
    await writeFile(out, await download(seen.clip));
    await writeFile(poster, await download(seen.poster));
    return {
      preview,
      clip: out,
      poster,
      shots: frames.length,
      seconds: Math.round(seen.seconds * 1000) / 1000,
    };
  } finally {
    await browser.close();
    await stack.stop();
  }
}

type Panel = Awaited<ReturnType<typeof runPlugin>>;

/** An empty board takes the selection by itself; another one offers it. */
async function addFrames(panel: Panel, count: number): Promise<void> {
  const last = panel.getByRole('article').nth(count - 1);
  const add = panel.getByRole('button', { name: /^Add (frame|\d+ frames)$/ }).first();
  await last.or(add).first().waitFor({ timeout: 30_000 });
  if (await add.isVisible()) await add.click();
  await last.waitFor({ timeout: 30_000 });
}

async function writeCaptions(panel: Panel, captions: readonly string[], frames: number): Promise<void> {
  if (captions.length === 0) return;
  const fields = panel.getByRole('textbox', { name: /^Direction for / });
  for (let index = 0; index < frames; index += 1) {
    const words = captions.length === 1 ? captions[0] : captions[index];
    if (words) await fields.nth(index).fill(words);
  }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

try {
  const result = await demo(readOptions(process.argv.slice(2)));
  console.log(JSON.stringify(result));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
