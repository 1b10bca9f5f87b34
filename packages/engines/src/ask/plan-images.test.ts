import { imageRequestSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { openCatalogue } from '../catalogue/open-catalogue.ts';
import { planImages } from './plan-images.ts';

const styleId = '11111111-1111-4111-8111-111111111111';
const still = (digit: string) => digit.repeat(64);
const styles = new Map([[styleId, { words: 'studio light', seed: 3, stills: [still('e'), still('a')] }]]);
const catalogue = openCatalogue();
const plan = (change: Partial<z.input<typeof imageRequestSchema>>) =>
  planImages(imageRequestSchema.parse({ model: 'gpt-image-2', prompt: 'on a desk by a window', ...change }), {
    catalogue,
    styles,
    today: new Date('2026-11-10T12:00:00Z'),
  });
const plansOf = (change: Partial<z.input<typeof imageRequestSchema>>) => {
  const planned = plan(change);
  if ('refusal' in planned) throw new Error(planned.refusal.message);
  return planned.plans;
};

test('four scenes of one frame are four calls, with the price of each', () => {
  const plans = plansOf({ inputs: [still('a')], variations: 4, aspect: 16 / 9 });
  expect(plans).toHaveLength(4);
  expect(new Set(plans.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  expect(plans[0]?.intent).toMatchObject({
    start: { kind: 'inputs', inputs: [still('a')] },
    size: { width: 1824, height: 1024 },
    seconds: null,
  });
  expect(plansOf({ aspect: 1.5 })[0]).toMatchObject({
    intent: { size: { width: 1536, height: 1024 }, start: { kind: 'words' } },
    estimatedCost: 0.041,
  });
  expect(plansOf({ model: 'gpt-image-2.6-flare' })[0]?.estimatedCost).toBeNull();
});

test('a look’s words and pictures come along, each picture once', () => {
  const [plan] = plansOf({ inputs: [still('a')], style: styleId });
  expect(plan?.intent.prompt).toBe('on a desk by a window\nstudio light');
  expect(plan?.intent.start).toEqual({ kind: 'inputs', inputs: [still('a'), still('e')] });
});

test('what does not go is refused with the place', () => {
  expect(plan({ mask: still('b') })).toMatchObject({ refusal: { path: 'mask' } });
  expect(plan({ model: 'google/veo-3.1' })).toMatchObject({ refusal: { path: 'model' } });
  expect(plan({ model: 'gpt-image-1' })).toMatchObject({
    refusal: { path: 'model', allowed: expect.stringMatching(/gpt-image-2/) },
  });
  expect(plan({ style: '22222222-2222-4222-8222-222222222222' })).toMatchObject({
    refusal: { path: 'style' },
  });
  const small = openCatalogue({
    json: {
      models: [
        {
          id: 'small',
          name: 'Small',
          provider: 'openai',
          model: 'small',
          kind: 'image',
          sizes: [{ width: 512, height: 512 }],
          takes: { inputs: 1 },
        },
      ],
    },
    place: 'models.json',
  });
  const request = imageRequestSchema.parse({ model: 'small', prompt: 'x', inputs: [still('a'), still('b')] });
  expect(planImages(request, { catalogue: small, styles })).toMatchObject({
    refusal: { path: 'inputs', allowed: 'at most 1' },
  });
  const clear = imageRequestSchema.parse({ model: 'small', prompt: 'x', transparent: true });
  expect(planImages(clear, { catalogue: small, styles })).toMatchObject({ refusal: { path: 'transparent' } });
});
