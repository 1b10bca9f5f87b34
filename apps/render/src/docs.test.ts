import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadImage } from '@napi-rs/canvas';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { descriptions } from './source/descriptions.ts';
import { schemaText } from './source/written-storyboard.ts';
import { openStage, type Stage } from './testing/stage.ts';

const docs = new URL('../docs/', import.meta.url);
const page = readFileSync(new URL('storyboard.md', docs), 'utf8');
const examples = [...page.matchAll(/<!-- example: ([\w-]+) -->\n```json\n(.*?)```/gs)].map(
  ([, name = '', text = '']) => ({ name, text }),
);
const sample = new URL('../../server/sample/storyboard.json', import.meta.url);

let stage: Stage;
beforeAll(() => {
  stage = openStage();
  for (const [index, name] of ['home', 'product', 'cart'].entries())
    stage.still(`${name}.png`, {
      width: 780,
      height: 1688,
      color: ['#2a6', '#c52', '#46c'][index],
      details: 60,
    });
});
afterAll(() => stage.close());

it('the published schema is the one that the code makes: write it anew with `node apps/render/scripts/write-schema.ts`', () => {
  expect(readFileSync(new URL('storyboard.schema.json', docs), 'utf8')).toBe(schemaText());
});

it('every description has found its field', () => {
  const text = schemaText();
  for (const [field, description] of Object.entries(descriptions))
    expect(text, field).toContain(JSON.stringify(description));
});

describe('the published schema', () => {
  const accepts = new Ajv({ strict: false }).compile(JSON.parse(schemaText()));

  it.each(examples)('takes the example $name', ({ text }) => {
    accepts(JSON.parse(text));
    expect(accepts.errors).toBeNull();
  });

  it('takes a storyboard as the plugin makes it', () => {
    // The sample's version is one that the schema no longer describes; its shots' pictures and layers stayed.
    const { version, format, title, shots } = JSON.parse(readFileSync(sample, 'utf8'));
    expect(version).toBeLessThanOrEqual(2);
    const stayed = shots.map(({ motion, transition, ...shot }: Record<string, unknown>) => shot);
    accepts({ title, format, shots: stayed });
    expect(accepts.errors).toBeNull();
  });

  it.each([
    { shots: [] },
    { shots: [{ still: 'a.png', duratoin: 2 }] },
    { shots: [{ still: 'a.png', duration: 61 }] },
    { shots: ['a.png'], format: '3:2' },
    { shots: ['a.png'], format: { fps: 11 } },
    { shots: [{ still: 'a.png', motion: { camera: [{ move: 'fly' }] } }] },
  ])('refuses %j', (document) => {
    expect(accepts(document)).toBe(false);
  });
});

describe('the documentation', () => {
  it('has three examples', () => {
    expect(examples.map(({ name }) => name)).toEqual(['short', 'tour', 'by-hand']);
  });

  it.each(examples)('whose example $name renders', async ({ name, text }) => {
    stage.write(`${name}.json`, text);
    const { code, err, out } = await stage.run([`${name}.json`, '-o', `${name}.png`, '--resolution', '480']);
    expect([code, err]).toEqual([0, expect.stringContaining('in ')]);
    expect((await loadImage(out.trim())).height).toBe(name === 'tour' ? 854 : 480);
    const clip = await stage.run([
      `${name}.json`,
      '-o',
      `${name}.webm`,
      '--resolution',
      '480',
      '--fps',
      '12',
    ]);
    expect(clip.err).not.toMatch(/:\d+:\d+:/);
    expect(clip.code).toBe(0);
  });

  it('points at a sample that renders', async () => {
    const path = fileURLToPath(sample);
    const args = [path, '-o', 'sample.png', '--frame', '1s', '--resolution', '480'];
    expect(await stage.run(args)).toMatchObject({ code: 0 });
  });
});
