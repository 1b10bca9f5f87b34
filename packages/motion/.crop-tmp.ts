import { createCanvas, loadImage } from '@napi-rs/canvas';
import { writeFileSync } from 'node:fs';
const [f, o, x, y, w, h, k] = process.argv.slice(2); const K = Number(k ?? 6);
const im = await loadImage(f!); const c = createCanvas(Number(w) * K, Number(h) * K); const g = c.getContext('2d'); g.imageSmoothingEnabled = false;
g.drawImage(im, Number(x), Number(y), Number(w), Number(h), 0, 0, Number(w) * K, Number(h) * K); writeFileSync(o!, c.toBuffer('image/png'));
