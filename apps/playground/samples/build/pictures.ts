import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import { OIL_PICTURES } from './studio/oil-sets.ts';
import { shoot } from './studio/shoot.ts';
import { type Picture, SHOP_PICTURES } from './studio/shop-sets.ts';

/**
 * Takes the photographs anew: `node pictures.ts [shop/hero …]`, minutes for all of them. They are named by the SHA-1
 * of their bytes, as Figma names image fills; `pictures.json` says which is which, and the documents read that.
 */
const ALBUMS: Readonly<Record<string, Readonly<Record<string, Picture>>>> = {
  shop: SHOP_PICTURES,
  landing: OIL_PICTURES,
};

const here = new URL('.', import.meta.url);
const list = new URL('pictures.json', here);
const known: Record<string, string> = JSON.parse(readFileSync(list, 'utf8'));
const wanted = process.argv.slice(2);

// What is no longer drawn is forgotten.
const names = new Set(
  Object.entries(ALBUMS).flatMap(([album, pictures]) => Object.keys(pictures).map((n) => `${album}/${n}`)),
);
for (const key of Object.keys(known)) if (!names.has(key)) delete known[key];
remember();

for (const [album, pictures] of Object.entries(ALBUMS)) {
  const folder = new URL(`../${album}/images/`, here);
  mkdirSync(folder, { recursive: true });
  for (const [name, picture] of Object.entries(pictures)) {
    const key = `${album}/${name}`;
    if (wanted.length > 0 && !wanted.includes(key) && !wanted.includes(album)) continue;
    const bytes = take(picture);
    const ref = createHash('sha1').update(bytes).digest('hex');
    writeFileSync(new URL(`${ref}.jpg`, folder), bytes);
    known[key] = ref;
    remember();
    console.log(key, ref, `${Math.round(bytes.length / 1024)} kB`);
  }
  const used = new Set(Object.values(known).map((ref) => `${ref}.jpg`));
  for (const file of readdirSync(folder)) if (!used.has(file)) rmSync(new URL(file, folder));
}

function remember(): void {
  const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(list, `${JSON.stringify(sorted, null, 2)}\n`);
}

function take({ set, film }: Picture): Buffer {
  const pixels = shoot(set, film);
  const canvas = createCanvas(film.width, film.height);
  canvas.getContext('2d').putImageData(new ImageData(pixels, film.width, film.height), 0, 0);
  return canvas.toBuffer('image/jpeg', 94);
}
