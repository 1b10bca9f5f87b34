import { mkdirSync, writeFileSync } from 'node:fs';
import { documentText, indexText, SAMPLES } from './documents.ts';

/** Draws every sample document anew: `node samples/build/index.ts`. Photographs are taken by pictures.ts. */
const samples = new URL('../', import.meta.url);
for (const sample of SAMPLES) {
  const text = documentText(sample);
  mkdirSync(new URL(`${sample.id}/`, samples), { recursive: true });
  writeFileSync(new URL(`${sample.id}/document.json`, samples), text);
  console.log(`${sample.id}/document.json`, `${Math.round(text.length / 1024)} kB`);
}
writeFileSync(new URL('index.json', samples), indexText());
