import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stillsOf, storyboardSchema } from '@animatic/schema';
import { launchChromium } from '../support/browser.ts';
import { startStack } from '../support/stack.ts';
import { addFrames, openDesk, render, runPlugin, select } from '../support/way.ts';

/**
 * Makes `apps/server/sample` anew: what `npm start` renders first, and what the bench renders. The storyboard is
 * captured by the built plugin in the playground, as a person's would be. Run: `npx node test/demo/make-sample.ts`
 */
const folder = fileURLToPath(new URL('../../apps/server/sample', import.meta.url));
const title = 'Loam: from the shelf to the bag';
const shots = [
  { frame: 'Home', seconds: '3.5', direction: 'The cards rise one by one', line: '' },
  { frame: 'Product', seconds: '3.5', direction: 'Slow push in on the headline', line: '' },
  { frame: 'Cart', seconds: '4', direction: 'Zoom in on the total', line: '' },
];

const stack = await startStack();
const browser = await launchChromium();
try {
  const desk = await openDesk(browser, stack, { query: 'document=shop' });
  const stills = new Map<string, Buffer>();
  let document: { title: string } | undefined;
  desk.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/storyboards'))
      document = JSON.parse(request.postData() ?? '{}').document;
  });
  await select(
    desk.page,
    shots.map(({ frame }) => frame),
  );
  const panel = await runPlugin(desk.page);
  await addFrames(panel, shots.length);
  for (const [index, { direction, seconds }] of shots.entries()) {
    const card = panel.getByRole('article').nth(index);
    await card.getByRole('textbox', { name: /^Direction for / }).fill(direction);
    const duration = card.getByRole('textbox', { name: /^Duration of / });
    await duration.fill(seconds);
    await duration.press('Enter');
  }
  await render(desk, panel);
  if (!document) throw new Error('The panel sent no storyboard.');
  for (const hash of stillsOf(storyboardSchema.parse(document)))
    stills.set(hash, await (await desk.context.request.get(`${stack.origin}/v1/stills/${hash}`)).body());
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'stills'), { recursive: true });
  await writeFile(join(folder, 'storyboard.json'), `${JSON.stringify({ ...document, title }, null, 1)}\n`);
  for (const [hash, bytes] of stills) {
    const type = bytes.subarray(1, 4).toString('latin1') === 'PNG' ? 'png' : 'jpg';
    await writeFile(join(folder, 'stills', `${hash}.${type}`), bytes);
  }
  console.log(
    `${stills.size} stills, ${[...stills.values()].reduce((sum, one) => sum + one.length, 0)} bytes`,
  );
} finally {
  await browser.close();
  await stack.stop();
}
