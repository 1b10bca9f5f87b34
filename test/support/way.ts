import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { Stack } from './stack.ts';

/** A node of the open document, as the playground's automation handle lists it. */
export interface FoundNode {
  id: string;
  name: string;
  type: string;
  page: string;
  topLevel: boolean;
}

/** The playground in a signed-in browser. */
export interface Desk {
  page: Page;
  context: BrowserContext;
}

/** The plugin's panel. */
export type Panel = FrameLocator;

export interface OpenDocument {
  name: string;
  /** The file API's JSON. */
  json: unknown;
  /** Base64 by `imageRef`. */
  images: Record<string, string>;
}

/** Opens the playground through the owner's one-time link. */
export async function openDesk(
  browser: Browser,
  stack: Pick<Stack, 'playground'>,
  options: OpenOptions & { theme?: 'light' | 'dark' } = {},
): Promise<Desk> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: options.theme ?? 'light',
  });
  const page = await context.newPage();
  await page.goto(stack.playground);
  await page.waitForURL(/\/playground\//);
  await openDocument(page, options);
  return { page, context };
}

export interface OpenOptions {
  /** The playground's own query: `document=shop`. */
  query?: string;
  /** A document from memory, in place of the samples. */
  document?: OpenDocument;
}

export async function openDocument(page: Page, { query, document }: OpenOptions): Promise<void> {
  await goTo(page, query);
  if (document)
    await page.evaluate(({ name, json, images }) => window.__playground.open(name, json, images), document);
}

/** Loads the playground anew with a query such as `document=shop&theme=dark`. */
export async function goTo(page: Page, query?: string): Promise<void> {
  const url = new URL(page.url());
  url.search = query ?? '';
  await page.goto(url.href);
  await page.waitForFunction(() => window.__playground !== undefined);
  await page.evaluate(() => window.__playground.ready);
}

/**
 * Finds one node by its id or exact name; top-level ones are preferred.
 *
 * @throws with the ids of all where a name fits several.
 */
export async function findNode(page: Page, query: string): Promise<FoundNode> {
  const found = await page.evaluate((words) => window.__playground.find(words), query);
  const top = found.filter((node) => node.topLevel);
  const best = top.length > 0 ? top : found;
  const [only] = best;
  if (!only) throw new Error(`Nothing in this document is called “${query}”, and no node has that id.`);
  if (best.length > 1)
    throw new Error(
      `“${query}” fits ${best.length} nodes. Name one by its id:\n${best.map((node) => `  ${node.id}  ${node.type}  ${node.name}`).join('\n')}`,
    );
  return only;
}

export async function select(page: Page, queries: readonly string[]): Promise<FoundNode[]> {
  const nodes: FoundNode[] = [];
  for (const query of queries) nodes.push(await findNode(page, query));
  const first = nodes[0];
  if (first) await page.evaluate((name) => window.__playground.setPage(name), first.page);
  await page.evaluate(
    (ids) => window.__playground.select(ids),
    nodes.map(({ id }) => id),
  );
  return nodes;
}

/** Runs the built plugin and gives its panel. */
export async function runPlugin(page: Page, command = ''): Promise<FrameLocator> {
  await page.evaluate((name) => window.__playground.run(name), command);
  return page.frameLocator('iframe');
}

/** Puts the selection on the board: an empty board takes the selection by itself; another one offers it. */
export async function addFrames(panel: Panel, count: number): Promise<void> {
  const last = panel.getByRole('article').nth(count - 1);
  const add = panel.getByRole('button', { name: /^Add (frame|\d+ frames)$/ }).first();
  await last.or(add).first().waitFor({ timeout: 30_000 });
  if (await add.isVisible()) await add.click();
  await last.waitFor({ timeout: 30_000 });
}

/** Presses render, connects through the browser window where the panel asks for it, and waits for the clip. */
export async function render(desk: Desk, panel: FrameLocator): Promise<void> {
  await panel.getByRole('button', { name: 'Render', exact: true }).click();
  const result = panel.getByRole('region', { name: 'Result' });
  const failed = panel.getByRole('alert');
  await approveWhenAsked(desk, panel, result.or(failed));
  await result.or(failed).first().waitFor({ timeout: 180_000 });
  if (await failed.isVisible()) throw new Error(`The panel says: ${await failed.innerText()}`);
}

/** Says yes in the browser window, if the panel asks to connect before it goes on. */
export async function approveWhenAsked(
  desk: Desk,
  panel: Panel,
  goesOn: Locator = panel.getByRole('progressbar').first(),
): Promise<void> {
  const connect = panel.getByRole('button', { name: 'Open browser' });
  await connect.or(goesOn).first().waitFor({ timeout: 120_000 });
  if (await connect.isVisible()) await approve(desk, () => connect.click());
}

async function approve(desk: Desk, open: () => Promise<void>): Promise<void> {
  const [window] = await Promise.all([desk.context.waitForEvent('page'), open()]);
  await window.getByRole('button', { name: 'Approve' }).click();
  await window.getByRole('heading', { name: /Connected/ }).waitFor();
  await window.close();
}

/** Publishes the take that the panel shows as a new preview and gives its link. */
export async function publish(panel: FrameLocator): Promise<string> {
  const asNew = panel.getByRole('radio', { name: /New preview/ });
  const button = panel.getByRole('button', { name: 'Publish', exact: true });
  await button.waitFor();
  if (await asNew.count()) await asNew.first().check();
  await button.click();
  return panel.getByRole('textbox', { name: 'Link' }).inputValue({ timeout: 30_000 });
}

/** What a person without an account sees behind a link. */
export interface Watched {
  title: string;
  clip: string;
  poster: string;
  seconds: number;
  width: number;
  height: number;
}

/**
 * Opens a link in a browser context of its own and sees the video play.
 *
 * @throws when it does not move within 15 s.
 */
export async function watch(browser: Browser, link: string): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const response = await page.goto(link);
    if (!response?.ok()) throw new Error(`The link answered ${response?.status()}.`);
    await page.getByRole('button', { name: 'Play' }).first().click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5, undefined, {
      timeout: 15_000,
    });
    return await page.evaluate(() => {
      const video = document.querySelector('video');
      if (!video) throw new Error('There is no video on the page.');
      return {
        title: document.querySelector('h1')?.textContent ?? '',
        clip: video.currentSrc,
        poster: video.poster,
        seconds: video.duration,
        width: video.videoWidth,
        height: video.videoHeight,
      };
    });
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    __playground: {
      ready: Promise<void>;
      find(query?: string): FoundNode[];
      select(ids: readonly string[]): void;
      setPage(nameOrId: string): void;
      open(id: string, json: unknown, images: Record<string, string>): Promise<void>;
      run(command?: string): Promise<void>;
      editNode(id: string, values: Readonly<Record<string, unknown>>): void;
      removeNode(id: string): void;
      readonly changes: ReadonlyArray<unknown>;
      readonly errors: readonly string[];
    };
  }
}
