import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { hashes } from './support/clip.ts';
import { parts } from './support/parts.ts';
import { stillsInMemory } from './support/screen.ts';

const stills = stillsInMemory();
const shots = parts(stills);
const run = promisify(execFile);
const script = fileURLToPath(new URL('./support/hash-part.ts', import.meta.url));

/** A part of the clip, drawn by a process of its own. */
async function elsewhere(first: number, last: number): Promise<string[]> {
  const { stdout } = await run(process.execPath, [script, String(first), String(last)]);
  return JSON.parse(stdout);
}

test('a clip has the same frames whoever draws it: one process, another, or two at once', async () => {
  const whole = await hashes({ shots }, stills);
  const [head, tail] = await Promise.all([elsewhere(0, 0), elsewhere(1, 2)]);
  expect(head.length + tail.length).toBe(whole.length);
  expect([...head, ...tail]).toEqual(whole);
});

test('a clip that is taken up again goes on with the frames that it would have had', async () => {
  const whole = await hashes({ shots }, stills);
  expect(new Set(whole).size).toBeGreaterThan(whole.length / 2);
  for (const skip of [5, 17]) expect(await hashes({ shots }, stills, { skip })).toEqual(whole.slice(skip));
});
