import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--autoplay-policy=no-user-gesture-required',
];

/**
 * A real headless Chromium: `CHROMIUM_PATH`, else one on the PATH, else the one that npm brings for Linux.
 *
 * @throws with what to install where none can be started.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: quiet, headless: true });
}

/** Where the browser is; the one from npm is unpacked if it has to be. */
export async function chromiumPath(): Promise<string> {
  return process.env.CHROMIUM_PATH ?? onPath() ?? (await fromNpm());
}

function onPath(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (found) return found;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return existsSync(mac) ? mac : undefined;
}

/** Unpacks the browser once; where the machine lacks its libraries (a bare container), those that come with it, too. */
async function fromNpm(): Promise<string> {
  if (process.platform !== 'linux')
    throw new Error('No Chromium found. Install Chrome, or set CHROMIUM_PATH to a Chromium 120 or newer.');
  const { default: packed, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const executable = await packed.executablePath();
  if (starts(executable)) return executable;
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..', '..', 'bin');
  await inflate(join(bin, 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  if (starts(executable)) return executable;
  throw new Error('Chromium does not start here. Install the package “chromium”, or set CHROMIUM_PATH.');
}

function starts(executable: string): boolean {
  return spawnSync(executable, ['--version'], { timeout: 20_000 }).status === 0;
}
