import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { launchChromium } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import {
  addFrames,
  openDesk,
  type Panel,
  publish,
  render,
  runPlugin,
  select,
  watch,
} from '../support/way.ts';
import { readDocument } from './document.ts';
import { type DemoOptions, readOptions } from './options.ts';

/** The frames and words of the demo without options: three screens of the sample shop. */
const sample = {
  query: 'document=shop',
  select: ['Home', 'Product', 'Cart'],
  captions: ['The cards rise one by one', 'Slow push in on the headline', 'Zoom in on the total'],
};

const began = performance.now();
const say = (words: string) =>
  console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${words}`);

/** The main job, headless: from frames in a real browser to a link that plays for someone without an account. */
async function demo(options: DemoOptions): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), 'animatic-demo-'));
  const out = resolve(options.out ?? join(folder, 'clip.mp4'));
  const document = options.document ? await readDocument(options.document, options.images) : undefined;
  say('Starting Animatic on a free port, with a new data folder');
  const stack = await startStack({ dataDir: join(folder, 'data') });
  const browser = await launchChromium();
  try {
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
