import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  backToBoard,
  cardOf,
  type PanelStack,
  renderClip,
  startPanelStack,
} from '../support/generation-panel.ts';

/** What a designer asks of models, from the panel in a real browser, against models that are made up. */
let it: PanelStack;
beforeAll(async () => {
  it = await startPanelStack(['Home', 'Product']);
}, 300_000);
afterAll(async () => {
  await it?.stop();
});

/** A test that makes videos: it wants a maintained ffmpeg to read them, as Animatic does. */
const video = (name: string, run: () => Promise<void>) => test(name, { timeout: 400_000 }, run);
/** How often the vendor charged for these words. */
const charges = (words: string) =>
  it.models.control.ledger().charges.filter(({ prompt }) => prompt.includes(words)).length;
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 90_000 });
const card = (index: number) => cardOf(it.panel, index);
const board = () => it.panel.getByRole('button', { name: 'Storyboard', exact: true }).click();
/** Whether the picture in the player changes. */
const picture = () =>
  it.panel
    .locator('canvas')
    .first()
    .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : ''));

test('the models, that they are a stand-in, and why some cannot be asked are said', {
  timeout: 60_000,
}, async () => {
  await it.panel.getByText('These models are a stand-in').waitFor();
  const models = it.panel.getByRole('region', { name: 'Models', exact: true });
  await models.getByText('GPT Image', { exact: false }).first().waitFor();
  expect(await models.innerText()).toMatch(/Takes all/);
  await board();
});

video('text to video: a shot with words and no frame, its price first, its footage in the clip', async () => {
  await it.panel.getByRole('button', { name: /^Format:/ }).click();
  await it.panel.getByRole('combobox', { name: 'Resolution' }).selectOption('480');
  await it.panel.getByRole('dialog', { name: /^Format/ }).press('Escape');
  await it.panel.getByRole('button', { name: 'Add a shot of words' }).click();
  await card(2).write('A ceramic cup on a table, steam rises');
  await card(2).choose(/^Takes all/);
  await card(2).seconds(2);
  await it.panel.getByRole('button', { name: 'Render · $0.20' }).waitFor();
  expect(charges('ceramic cup')).toBe(0);
  await renderClip(it.panel);
  await backToBoard(it.panel);
  await card(2).card.getByText('Made', { exact: true }).waitFor();
  expect(charges('ceramic cup')).toBe(1);
  await it.panel.getByText('Stand-in footage').or(it.panel.getByText('makes it')).first().waitFor();
  await it.panel.getByRole('button', { name: 'Render', exact: true }).waitFor();
});

video('animate a still: the frame as first frame, fitted, in one clip with exact screens', async () => {
  await card(0).write('The hero breathes, soft light wanders');
  await card(0).choose(/^Takes all/);
  await card(0).seconds(2);
  const before = await picture();
  expect(await renderClip(it.panel)).toBe('Render · $0.20');
  await backToBoard(it.panel);
  await card(0).card.getByText('Made', { exact: true }).waitFor();
  expect(it.models.control.jobs().at(-1)?.size).toEqual({ width: 360, height: 640 });
  for (const index of [1, 0])
    await card(index)
      .card.getByRole('button', { name: /^Show .* in the player/ })
      .click();
  await poll(picture).not.toBe(before);
});

video('between two frames: its own first, the next one’s last', async () => {
  await card(0).from('This frame → next frame');
  await it.panel.getByRole('button', { name: 'Render · $0.20' }).waitFor();
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(charges('soft light wanders')).toBe(2);
});

video('variations: three side by side, one chosen without paying again', async () => {
  await card(0).takes(3);
  await it.panel.getByRole('button', { name: 'Render · $0.40' }).waitFor();
  await renderClip(it.panel);
  await backToBoard(it.panel);
  await card(0)
    .card.getByRole('button', { name: /^Takes of/ })
    .click();
  const sheet = it.panel.getByRole('dialog', { name: /^Takes of/ });
  await poll(() => sheet.locator('video').count()).toBeGreaterThanOrEqual(3);
  await sheet.getByRole('button', { name: /^Take 2 of/ }).click();
  await card(0).card.getByText('Take 2 is shown').waitFor();
  await it.panel.getByRole('button', { name: 'Render', exact: true }).waitFor();
  expect(charges('soft light wanders')).toBe(4);
});

video('re-cut: trimmed, looped, moved and dropped shots are found, not made', async () => {
  await card(0).takes(1);
  await card(0).from('This frame');
  await it.panel.getByRole('button', { name: 'Render', exact: true }).waitFor();
  const paid = it.models.control.ledger().count;
  await card(0).within(async (sheet) => {
    const trim = sheet.getByRole('textbox', { name: /passed over/ });
    await trim.fill('0.5');
    await trim.press('Enter');
    await sheet.getByRole('switch', { name: 'Seamless loop' }).press('Space');
  });
  await card(2)
    .card.getByRole('button', { name: /^Move / })
    .press('ArrowUp');
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(it.models.control.ledger().count).toBe(paid);
});

video('remix: a new take from a take with changed words, the old one stays', async () => {
  const words = card(1);
  await words.card.getByRole('button', { name: /^Takes of/ }).click();
  await it.panel.getByRole('button', { name: 'Remix with other words' }).click();
  await words.write('A ceramic cup on a table, snow falls');
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(charges('snow falls')).toBe(1);
  await words.card.getByRole('button', { name: /^Takes of/ }).click();
  const sheet = it.panel.getByRole('dialog', { name: /^Takes of/ });
  await sheet.getByRole('heading', { name: 'Earlier' }).waitFor();
  await sheet
    .getByRole('button', { name: /^Take 1 of/ })
    .last()
    .click();
  expect(await words.card.getByRole('textbox', { name: /^Direction/ }).inputValue()).toMatch(/steam rises/);
  await it.panel.getByRole('button', { name: 'Render', exact: true }).waitFor();
});

video('extend: a shot that goes on where the one before ends', async () => {
  await card(1)
    .card.getByRole('button', { name: /^Takes of/ })
    .click();
  await it.panel.getByRole('button', { name: 'Extend into a next shot' }).click();
  await card(2).write('The steam thins, the light turns golden');
  expect(await card(2).how.innerText()).toMatch(/goes on/);
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(charges('turns golden')).toBe(1);
});

video('looks: named words go with a shot’s prompt', async () => {
  await it.panel.getByRole('button', { name: 'Models', exact: true }).click();
  await it.panel.getByRole('radio', { name: 'Looks' }).press('Space');
  await it.panel.getByRole('button', { name: 'New look' }).click();
  await it.panel.getByRole('textbox', { name: 'Name of the look' }).fill('Morning studio');
  await it.panel.getByRole('textbox', { name: 'Words of the look' }).fill('warm greys, 85 mm lens');
  await it.panel.getByRole('button', { name: 'Save', exact: true }).click();
  await it.panel.getByText('warm greys').waitFor();
  await board();
  await card(2).within(async (sheet) => {
    await sheet.getByRole('combobox', { name: /^Look of/ }).selectOption({ label: 'Morning studio' });
  });
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(charges('85 mm lens')).toBe(1);
});

video('sound is kept where the model has it, and only there', async () => {
  await card(0).within(async (sheet) => {
    expect(await sheet.getByRole('switch', { name: 'Sound' }).count()).toBe(0);
  });
  await card(0).write('The hero hums quietly');
  await card(0).choose(/^Has sound/);
  await card(0).takes(1);
  await card(0).within(async (sheet) => {
    expect(await sheet.getByText('frame to frame').count()).toBe(0);
    await sheet.getByRole('switch', { name: 'Sound' }).press('Space');
  });
  await renderClip(it.panel);
  await backToBoard(it.panel);
  expect(charges('hums quietly')).toBe(1);
});

video('what the vendor may have made waits for a decision, told what again would cost', async () => {
  it.models.control.fault({ fault: 'cut_after_accepting', wire: 'fal', prompt: 'sings' });
  await card(0).write('The hero sings');
  await it.panel.getByRole('button', { name: /^Render ·/ }).click();
  await card(0).card.getByText('Needs your decision.').waitFor({ timeout: 120_000 });
  await card(0)
    .card.getByRole('button', { name: /^Decide on/ })
    .click();
  const sheet = it.panel.getByRole('dialog', { name: /^Decide on/ });
  await sheet.getByRole('radio', { name: 'Make it again' }).press('Space');
  await sheet.getByRole('button', { name: 'Make it again · $0.25' }).click();
  await it.panel.getByRole('region', { name: 'Result' }).waitFor({ timeout: 240_000 });
  await backToBoard(it.panel);
  expect(charges('The hero sings')).toBe(2);
});

video('a refused shot says what to try, and one press asks for it alone', async () => {
  it.models.control.fault({ fault: 'moderation', wire: 'videos', prompt: 'stranger' });
  await card(1).write('A stranger lifts the cup');
  await it.panel.getByRole('button', { name: /^Render ·/ }).click();
  const retry = card(1).card.getByRole('button', { name: 'Retry this shot · $0.20' });
  await retry.waitFor({ timeout: 120_000 });
  const paid = it.models.control.ledger().count;
  await retry.click();
  await card(1).card.getByText('Made', { exact: true }).waitFor({ timeout: 120_000 });
  // The shot that goes on from it could not be made either: the bar offers it, once its own start is there.
  const result = it.panel.getByRole('region', { name: 'Result' });
  const rest = it.panel.locator('footer').getByRole('button', { name: /^Retry/ });
  await result.or(rest).first().waitFor({ timeout: 120_000 });
  if (await rest.isVisible()) await rest.click();
  await result.waitFor({ timeout: 240_000 });
  await backToBoard(it.panel);
  expect(it.models.control.ledger().count - paid).toBe(2);
  expect(charges('stranger lifts')).toBe(2);
});

video('a budget stops what would pass it, in plain words', async () => {
  await it.panel.getByRole('button', { name: 'Models', exact: true }).click();
  await it.panel.getByRole('radio', { name: 'Budget' }).press('Space');
  const limit = it.panel.getByRole('textbox', { name: 'US dollars a render' });
  await limit.fill('0.1');
  await limit.press('Enter');
  await board();
  await card(1).write('Too dear a cup');
  await it.panel.getByText(/a render may cost \$0\.10/).waitFor({ timeout: 60_000 });
  expect(await it.panel.getByRole('button', { name: /^Render ·/ }).isDisabled()).toBe(true);
  await it.panel.getByRole('button', { name: 'Budget', exact: true }).click();
  await it.panel.getByRole('radio', { name: 'Budget' }).press('Space');
  await limit.fill('');
  await limit.press('Enter');
  await board();
  expect(charges('Too dear')).toBe(0);
});

test('product scene: pictures come one by one, one is picked and moves exactly; there is a way back', {
  timeout: 240_000,
}, async () => {
  const last = (await it.panel.getByRole('article').count()) - 1;
  const product = card(last);
  await product.card.getByRole('button', { name: /^Scene of/ }).click();
  const sheet = it.panel.getByRole('dialog', { name: /^Scene of/ });
  await sheet.getByRole('textbox').fill('On a phone that leans on a vase, morning light');
  await sheet.getByRole('button', { name: /^Make ·/ }).click();
  const first = sheet.getByRole('button', { name: /^Picture 1 for/ });
  await poll(() => first.isEnabled()).toBe(true);
  expect(await sheet.getByRole('button', { name: /^Picture \d for/ }).count()).toBe(2);
  await first.click();
  await product.card.getByRole('button', { name: /^Scene of/ }).click();
  await sheet.getByRole('button', { name: 'Back to the frame' }).waitFor();
  await sheet.press('Escape');
  await product.write('Slow push in');
  await product.card.getByRole('button', { name: /^Change: Push in/ }).waitFor();
  expect(charges('leans on a vase')).toBe(2);
});

test('a language model drafts a storyboard; it is looked through, taken in one step and undone', {
  timeout: 240_000,
}, async () => {
  const before = await it.panel.getByRole('article').count();
  await it.panel.getByRole('button', { name: 'Draft a storyboard' }).click();
  const sheet = it.panel.getByRole('dialog', { name: 'Draft a storyboard' });
  await sheet.getByRole('textbox', { name: 'Brief' }).fill('A 10-second teaser of these frames');
  await sheet.getByRole('button', { name: 'Draft', exact: true }).click();
  await sheet.getByText(/Written by|By the rules/).waitFor({ timeout: 120_000 });
  expect(await it.panel.getByRole('article').count()).toBe(before);
  await sheet.getByRole('button', { name: 'Use this draft' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await it.panel.getByRole('button', { name: 'Undo' }).click();
  await poll(() => it.panel.getByRole('article').count()).toBe(before);
});

test('nothing of it changed the file or went wrong in the panel', async () => {
  const changes = await it.desk.page.evaluate(() => window.__playground.changes);
  expect(changes.filter((change) => !/pluginData|relaunch/i.test(JSON.stringify(change)))).toEqual([]);
  expect(await it.desk.page.evaluate(() => window.__playground.errors)).toEqual([]);
});
