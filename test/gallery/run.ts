import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openFrames, renderPoster, writeOutput } from '@animatic/motion/node';
import { clipSeconds } from '@animatic/schema';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { stillsInMemory } from '../golden/support/screen.ts';
import { loadStill } from './clips.ts';
import type { Entry, Section } from './entry.ts';
import { type Made, page } from './page.ts';
import { sections } from './sections.ts';

/** `npm run gallery -- [--out DIR] [--only WORD]`: one page with every preset, format and sample playing. */
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist/gallery' }, only: { type: 'string' } },
});
const out = resolve(values.out);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const SIZE = { width: 960, height: 540 };
const FPS = 30;

await mkdir(join(out, 'clips'), { recursive: true });
const require = createRequire(import.meta.url);
for (const weight of [400, 600])
  await copyFile(
    require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
    join(out, `inter-${weight}.woff2`),
  );
const made: { section: Section; clips: Made[] }[] = [];
const wanted = (entry: Entry) => !values.only || entry.id.includes(values.only);
const total = sections.flatMap(({ entries }) => entries).filter(wanted).length;
let done = 0;
const failures: string[] = [];
for (const section of sections) {
  const clips: Made[] = [];
  for (const entry of section.entries.filter(wanted)) {
    try {
      clips.push(await make(entry));
    } catch (cause) {
      failures.push(`${entry.id}: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
    process.stdout.write(`\r${++done} of ${total}  ${entry.id.padEnd(40)}`);
  }
  if (clips.length > 0) made.push({ section, clips });
}
process.stdout.write('\n');
const [styles, script] = await Promise.all(
  ['page.css', 'page-script.js'].map((name) => readFile(here(name), 'utf8')),
);
await writeFile(join(out, 'index.html'), page(made, { styles: styles ?? '', script: script ?? '' }));
const bytes = made.flatMap(({ clips }) => clips).reduce((sum, clip) => sum + clip.bytes, 0);
console.log(
  `${total - failures.length} clips, ${(bytes / 1e6).toFixed(1)} MB: ${pathToFileURL(join(out, 'index.html'))}`,
);
for (const failure of failures) console.error(`Not made: ${failure}`);
if (failures.length > 0) process.exitCode = 1;

/** Renders one entry: its clip, and the picture that stands for it. */
async function make(entry: Entry): Promise<Made> {
  const stills = stillsInMemory();
  const board = await entry.board(stills);
  const size = entry.size ?? SIZE;
  const load = (hash: string) => loadStill(stills, hash);
  const seconds = clipSeconds(board.shots);
  const still = (at?: number) =>
    renderPoster({ board, size, loadStill: load, ...(at === undefined ? {} : { seconds: at }) });
  const file = join(out, 'clips', `${entry.id}.${entry.output ?? 'mp4'}`);
  await rm(file, { force: true });
  const written = await writeOutput({
    out: file,
    open: (request) => openFrames({ board, loadStill: load, ...request }),
    still,
    size,
    fps: FPS,
    seconds,
    transparent: board.format.ground === 'transparent',
  });
  const poster = join(out, 'clips', `${entry.id}.${entry.output ? 'png' : 'jpg'}`);
  const image = await loadImage(
    Buffer.from(await still(Math.min(entry.poster ?? seconds / 2, seconds - 0.05))),
  );
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  await writeFile(poster, entry.output ? await canvas.encode('png') : await canvas.encode('jpeg', 88));
  return {
    entry,
    clip: relative(out, file).replaceAll('\\', '/'),
    poster: relative(out, poster).replaceAll('\\', '/'),
    ...size,
    seconds,
    bytes: written.bytes,
  };
}
