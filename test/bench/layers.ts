import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exactness, stillsOfShot } from '@animatic/motion';
import { createNodeHost, decodeStills } from '@animatic/motion/node';
import { type Shot, storyboardSchema } from '@animatic/schema';
import { readDocument } from '../demo/document.ts';
import type { Stack } from '../support/stack.ts';
import { addFrames, approveWhenAsked, type Desk, openDocument, runPlugin, select } from '../support/way.ts';
import { atLeast, atMost, type Figure } from './figure.ts';

/** A frame taken apart and put together again. */
interface Layered {
  name: string;
  asked: number;
  kept: number;
  /** Share of its pixels that differ by more than 2 of 255, in percent. */
  percent: number;
  worst: number;
}

/**
 * Every top-level frame of the samples, and of the documents in `folders`, captured by the built plugin with
 * everything in motion; then its layers are put back together on the server's canvas and compared with its still.
 */
export async function layersBackTogether(
  desk: Desk,
  stack: Stack,
  samples: readonly string[],
  folders: readonly string[],
): Promise<Figure[]> {
  const measured: Layered[] = [];
  for (const sample of samples) {
    await openDocument(desk.page, { query: `document=${sample}` });
    measured.push(...(await measure(desk, stack, sample)));
  }
  for (const folder of folders) {
    const file = join(folder, 'document.json');
    if (!existsSync(file)) continue;
    const document = await readDocument(file, undefined);
    await openDocument(desk.page, { document });
    measured.push(...(await measure(desk, stack, document.name)));
  }
  for (const { name, asked, kept, percent, worst } of measured)
    console.error(
      `  ${name.padEnd(36)} ${kept} of ${asked} layers, ${percent.toFixed(4)} % differ, worst ${worst}`,
    );
  const asked = measured.reduce((sum, one) => sum + one.asked, 0);
  const kept = measured.reduce((sum, one) => sum + one.kept, 0);
  return [
    atMost(
      'layersDifferPercent',
      'layers put back together: pixels that differ, worst frame',
      Math.max(...measured.map((one) => one.percent)),
      0.1,
      '%',
    ),
    atMost(
      'layersWorstDifference',
      'the same: largest difference',
      Math.max(...measured.map((one) => one.worst)),
      8,
      'of 255',
    ),
    atLeast('layersKeptPercent', 'layers kept', (100 * kept) / Math.max(1, asked), 80, '%'),
    atLeast('layersFrames', 'frames this was measured on', measured.length, 1, 'frames'),
  ];
}

async function measure(desk: Desk, stack: Stack, document: string): Promise<Layered[]> {
  const measured: Layered[] = [];
  for (const frame of await framesOf(desk)) {
    const shot = await captured(desk, frame);
    measured.push(await compare(desk, stack, shot, `${document} / ${shot.source.name}`));
  }
  return measured;
}

async function framesOf({ page }: Desk): Promise<string[]> {
  const nodes = await page.evaluate(() => window.__playground.find());
  const frames = nodes.filter(
    ({ topLevel, type }) => topLevel && ['FRAME', 'INSTANCE', 'COMPONENT'].includes(type),
  );
  const [first] = frames;
  return frames.filter(({ page: on }) => on === first?.page).map(({ id }) => id);
}

/** The shot as the panel sends it to the server; the render itself is cancelled. */
async function captured(desk: Desk, frame: string): Promise<Shot> {
  const { page } = desk;
  await select(page, [frame]);
  const panel = await runPlugin(page);
  await panel.getByRole('tab', { name: 'Storyboard' }).or(panel.getByRole('article')).first().waitFor();
  while (await panel.getByRole('article').count()) {
    await panel
      .getByRole('button', { name: /^More for / })
      .first()
      .click();
    await panel.getByRole('menuitem', { name: 'Remove' }).click();
  }
  await addFrames(panel, 1);
  await panel.getByRole('textbox', { name: /^Direction for / }).fill('Everything fades in, one by one');
  const sent = page.waitForRequest(
    (request) => /\/v1\/storyboards/.test(request.url()) && ['POST', 'PUT'].includes(request.method()),
    {
      timeout: 120_000,
    },
  );
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  await approveWhenAsked(desk, panel);
  const { document } = JSON.parse((await sent).postData() ?? '{}');
  await panel.getByRole('button', { name: 'Cancel' }).click();
  const [shot] = storyboardSchema.parse(document).shots;
  if (!shot) throw new Error('The panel sent no shot.');
  return shot;
}

async function compare(desk: Desk, stack: Stack, shot: Shot, name: string): Promise<Layered> {
  const asked = new Set((shot.motion?.layers ?? []).flatMap(({ layers }) => layers));
  const carried = [...asked].filter((id) => shot.layers.some((layer) => layer.id === id));
  const stills = await decodeStills(stillsOfShot(shot, true), async (hash) =>
    (await desk.context.request.get(`${stack.origin}/v1/stills/${hash}`)).body(),
  );
  const { share, worst, keptLayers } = exactness(createNodeHost(), shot, carried, stills.bitmapOf);
  stills.release();
  return { name, asked: asked.size, kept: keptLayers.length, percent: share * 100, worst };
}
