import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { type Desk, openDesk } from '../support/way.ts';
import { assemblyBench } from './assembly/index.ts';
import { type Figure, table } from './figure.ts';
import { generationsBench } from './generations/index.ts';
import { layersBackTogether } from './layers.ts';
import { motionBench } from './motion/index.ts';
import { inThePanel } from './panel.ts';
import { pluginSize } from './plugin-size.ts';
import { renderReads } from './render-reads.ts';
import { sampleRender } from './sample-render.ts';
import { secondStart } from './second-start.ts';

const samples = ['shop', 'dashboard', 'label', 'poster', 'landing'];

/** A bearer token as the plugin gets one: by the device sign-in, said yes to in the browser. */
async function tokenOf(desk: Desk, origin: string): Promise<string> {
  const { deviceSignIn } = await import('@animatic/client');
  const signIn = deviceSignIn({ origin });
  const code = await signIn.start();
  const page = await desk.context.newPage();
  await page.goto(code.verification_uri_complete);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('heading', { name: /Connected/ }).waitFor();
  await page.close();
  return signIn.wait(code);
}

/** Folders that hold a `document.json`: the one given, or those in it. */
function documentFolders(given: string | undefined): string[] {
  if (!given) return [];
  if (existsSync(join(given, 'document.json'))) return [given];
  return readdirSync(given).map((name) => join(given, name));
}

async function measure(browser: Browser, documents: string | undefined): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'animatic-bench-'));
  const figures: Figure[] = [];
  try {
    const stack = await startStack({
      dataDir,
      // One token asks for all of it.
      env: { RATE_LIMIT: '1000000' },
    });
    try {
      await stack.sample();
      const desk = await openDesk(browser, stack);
      const token = await tokenOf(desk, stack.origin);
      const { figures: rendered, renderId } = await sampleRender(stack, token);
      figures.push(...rendered);
      figures.push(...(await renderReads(stack.origin, token, renderId)));
      figures.push(...(await inThePanel(desk)));
      figures.push(...(await layersBackTogether(desk, stack, samples, documentFolders(documents))));
    } finally {
      await stack.stop();
    }
    figures.push(...(await secondStart(dataDir)));
    figures.push(...(await pluginSize()));
    return figures;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function report(figures: readonly Figure[], json: boolean | undefined): void {
  const machine = `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`;
  if (json)
    console.log(
      JSON.stringify({ machine, ...Object.fromEntries(figures.map(({ key, value }) => [key, value])) }),
    );
  else console.log(`${table(figures)}\n\n${machine}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    documents: { type: 'string' },
    // Of `motion` and `assembly`.
    length: { type: 'boolean' },
    // Of `motion` alone.
    remotion: { type: 'boolean' },
    '4k': { type: 'boolean' },
    scenes: { type: 'string' },
    rounds: { type: 'string' },
  },
});
if (positionals[0] === 'motion') report(await motionBench(values), values.json);
else if (positionals[0] === 'generations') report(await generationsBench(), values.json);
else if (positionals[0] === 'assembly') report(await assemblyBench(values), values.json);
else {
  const browser = await launchChromium();
  try {
    report(await measure(browser, values.documents), values.json);
  } finally {
    await browser.close();
  }
}
