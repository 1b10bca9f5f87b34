import { effects } from '@animatic/motion';
import {
  aspects,
  cameraMoves,
  easingNames,
  layerEffects,
  overlayEffects,
  staggerOrders,
  storyboardSchema,
  transitionKinds,
} from '@animatic/schema';
import { expect, test } from 'vitest';
import { stillsInMemory } from '../golden/support/screen.ts';
import { page } from './page.ts';
import { sections } from './sections.ts';

const entries = sections.flatMap((section) => section.entries);

test('every camera move, layer motion, overlay, transition, curve, order and format has its clip', () => {
  const shown = new Set(entries.map(({ id }) => id));
  const titles = new Set(entries.map(({ title }) => title.toLowerCase().replaceAll(' ', '-')));
  for (const move of cameraMoves) expect(shown).toContain(`camera-${move}`);
  for (const effect of layerEffects)
    for (const phase of effects[effect].phases) expect(shown).toContain(`${phase}-${effect}`);
  for (const name of [...overlayEffects, ...transitionKinds, ...easingNames, ...staggerOrders, ...aspects])
    expect(titles).toContain(name);
});

test('no two clips share a file, and every board is one that a document may be', async () => {
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const stills = stillsInMemory();
  for (const id of ['sample-loam', 'words-1', 'transition-push-bank', 'easing-0', 'transparent'])
    expect(
      storyboardSchema.safeParse(await entries.find((entry) => entry.id === id)?.board(stills)).error,
    ).toBe(undefined);
});

test('the page names its sections and shows what it is given as text', () => {
  const [section] = sections;
  const entry = { ...entries[0]!, title: '<b>&"' };
  const clip = { entry, clip: 'a.mp4', poster: 'a.jpg', width: 16, height: 9, seconds: 2, bytes: 1 };
  const html = page([{ section: section!, clips: [clip] }], { styles: 'i{}', script: '1' });
  expect(html).toContain(`<section id="${section!.id}"`);
  expect(html).toContain(`href="#${section!.id}"`);
  expect(html).toContain('<strong>&lt;b&gt;&amp;&quot;</strong>');
  expect(html).not.toContain('<b>');
  expect(html).toContain('data-src="a.mp4"');
});
