import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchChromium } from '../../../test/support/browser.ts';
import { uiOptions } from './build.ts';
import { inlineHtml } from './inline.ts';

/**
 * Draws every state of the panel in both themes: `node scripts/gallery.ts OUT_DIR [part of a name] [width]`.
 * For looking at; nothing is compared.
 */
const [outDir = 'gallery', only = '', width = '380'] = process.argv.slice(2);
const { outputFiles } = await build({
  ...uiOptions,
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['src/ui/testing/gallery.tsx'],
  outfile: 'gallery.js',
  bundle: true,
  write: false,
});
const text = (end: string) => outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
const html = inlineHtml({ script: text('.js'), style: text('.css') });
await mkdir(outDir, { recursive: true });
const browser = await launchChromium();
try {
  const page = await browser.newPage({
    viewport: { width: Number(width), height: 680 },
    deviceScaleFactor: 2,
  });
  page.on('pageerror', (error) => console.error(error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.setContent(html);
  const names = (await page.evaluate(() => window.gallery.names)).filter((name) => name.includes(only));
  for (const theme of ['light', 'dark'])
    for (const name of names) {
      await page.evaluate(
        ([className, state]) => {
          document.body.className = className;
          window.gallery.show(state);
        },
        [`figma-${theme}`, name] as const,
      );
      for (const press of await page.evaluate((state) => window.gallery.presses[state] ?? [], name))
        await page.locator(press).first().click();
      await page.waitForTimeout(name.startsWith('empty') ? 2200 : 150);
      await page.screenshot({ path: resolve(join(outDir, `${name}-${theme}.png`)) });
    }
  console.log(`${names.length * 2} pictures in ${resolve(outDir)}`);
} finally {
  await browser.close();
}
