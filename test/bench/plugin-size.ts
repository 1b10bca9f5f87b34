import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { atMost, type Figure } from './figure.ts';

/** The built plugin's files, gzipped. */
export async function pluginSize(): Promise<Figure[]> {
  const kilobytes = async (name: string) => {
    const file = new URL(`../../apps/figma-plugin/dist/${name}`, import.meta.url);
    return gzipSync(await readFile(file), { level: 9 }).length / 1000;
  };
  return [
    atMost('codeJsKilobytes', 'plugin: code.js gzipped', await kilobytes('code.js'), 20, 'kB'),
    atMost('uiHtmlKilobytes', 'plugin: ui.html gzipped', await kilobytes('ui.html'), 180, 'kB'),
  ];
}
