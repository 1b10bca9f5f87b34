import { type Format, generationIntentSchema, type Shot } from '@animatic/schema';
import { expect, test } from 'vitest';
import { type Catalogue, openCatalogue } from '../catalogue/open-catalogue.ts';
import { aPicture, aShot } from '../testing/a-shot.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { planShot, type ShotToPlan } from './plan-shot.ts';

const today = new Date('2026-11-10T12:00:00Z');
const format: Format = { aspect: '16:9', resolution: 720, fps: 30, ground: 'design' };
const styleId = '11111111-1111-4111-8111-111111111111';
const takeId = '22222222-2222-4222-8222-222222222222';
const styles = new Map([[styleId, { words: 'soft morning light', seed: 7, stills: [] }]]);
const house = {
  providers: [
    { id: 'house', name: 'House', wire: 'videos', baseUrl: 'http://gpu.lan/v1', keyVariable: 'HOUSE_KEY' },
  ],
  models: [
    {
      id: 'house/all',
      name: 'All of it',
      provider: 'house',
      model: 'all-1',
      kind: 'video',
      sizes: [
        { width: 1280, height: 720 },
        { width: 720, height: 1280 },
      ],
      durations: [4, 8, 12],
      durationsFor: { extend: [4, 8], bothFrames: [8] },
      takes: {
        firstFrame: true,
        lastFrame: true,
        extend: 'whole',
        remix: true,
        edit: true,
        characters: true,
        sound: true,
        seed: true,
      },
      price: { per: 'second', dollars: 0.1, bySize: { '720x1280': 0.2 }, withSound: { dollars: 0.3 } },
    },
    {
      id: 'house/words',
      name: 'Words only',
      provider: 'house',
      model: 'words-1',
      kind: 'video',
      sizes: [{ width: 1280, height: 720 }],
      durations: [5],
    },
  ],
};
const catalogue: Catalogue = openCatalogue({ json: house, place: 'models.json' });

const plan = (shot: Shot, change: Partial<ShotToPlan> = {}) =>
  planShot({ shot, shots: [shot], format, catalogue, styles, today, ...change });
const plansOf = (shot: Shot, change: Partial<ShotToPlan> = {}) => {
  const planned = plan(shot, change);
  if ('refusal' in planned) throw new Error(`${planned.refusal.path}: ${planned.refusal.message}`);
  return planned.plans;
};
const refusalOf = (shot: Shot, change: Partial<ShotToPlan> = {}) => {
  const planned = plan(shot, change);
  if ('plans' in planned) throw new Error('it was not refused');
  return planned.refusal;
};

test('a still is asked at the size nearest to its own shape, and its place in it is known', () => {
  const [only, ...rest] = plansOf(aShot({ model: 'google/veo-3.1' }));
  expect(rest).toEqual([]);
  expect(only?.intent).toMatchObject({
    prompt: 'the card rises',
    start: { kind: 'frames', first: { width: 780 }, fit: 'letterbox' },
    size: { width: 720, height: 1280 },
    seconds: 4,
  });
  expect(only?.intent.inner?.width).toBeCloseTo(592 / 720);
  expect(only?.estimatedCost).toBe(1.6);
  expect(generationIntentSchema.parse(only?.intent)).toEqual(only?.intent);
});

test('words alone take the clip’s shape; a drawn shot asks nothing', () => {
  const [words] = plansOf(aShot({ model: 'google/veo-3.1', from: { kind: 'words' } }));
  expect(words?.intent).toMatchObject({ start: { kind: 'words' }, size: { width: 1280, height: 720 } });
  expect(words?.intent.inner).toBeUndefined();
  expect(plansOf(aShot({ model: 'google/veo-3.1' }, { engine: 'motion' }))).toEqual([]);
});

test('the resolution of a shot stands before the clip’s', () => {
  const [full] = plansOf(aShot({ model: 'google/veo-3.1', resolution: 1080, seconds: 8 }));
  expect(full?.intent.size).toEqual({ width: 1080, height: 1920 });
  expect(refusalOf(aShot({ model: 'google/veo-3.1', resolution: 1080, seconds: 4 }))).toEqual({
    path: 'generation.seconds',
    message: 'Veo 3.1 makes no 4 seconds at 1080 × 1920',
    allowed: '8 seconds',
  });
});

test('seconds outside the entry are refused with those that are allowed', () => {
  expect(refusalOf(aShot({ model: 'house/all', seconds: 5 }))).toEqual({
    path: 'generation.seconds',
    message: 'All of it makes no 5 seconds',
    allowed: '4, 8 or 12 seconds',
  });
});

test('a first and a last frame may take other seconds', () => {
  const last = { still: aPicture(780, 1688, 'b'), size: { width: 390, height: 844 } };
  const between = (seconds: number) =>
    aShot({ model: 'house/all', seconds, from: { kind: 'between', last } });
  expect(refusalOf(between(4)).allowed).toBe('8 seconds');
  expect(plansOf(between(8))[0]?.intent.start).toMatchObject({ kind: 'frames', last: { width: 780 } });
});

test('Veo extends its own 720p footage by seven seconds, and goes on from the last frame of other sizes', () => {
  const from = { kind: 'extend' as const, shot: 'a' };
  const next = aShot({ model: 'google/veo-3.1', from, seconds: 7 }, { id: 'b' });
  const base = aShot({ model: 'google/veo-3.1', seconds: 8 });
  expect(plansOf(next, { shots: [base, next] })[0]?.intent.start.kind).toBe('extend');
  const full = aShot({ model: 'google/veo-3.1', seconds: 8, resolution: 1080 });
  const other = aShot({ model: 'google/veo-3.1', from, seconds: 8 }, { id: 'b' });
  expect(plansOf(other, { shots: [full, other] })[0]?.intent.start.kind).toBe('last-frame');
});

test('what a model does not take is refused in words', () => {
  const words = { model: 'house/words', seconds: 5, from: { kind: 'words' as const } };
  expect(refusalOf(aShot({ ...words, from: { kind: 'still' } })).allowed).toBe('words');
  expect(refusalOf(aShot({ ...words, sound: true }))).toMatchObject({ path: 'generation.sound' });
  expect(refusalOf(aShot({ ...words, seed: 1 }))).toMatchObject({ path: 'generation.seed' });
  expect(refusalOf(aShot({ ...words, characters: ['Ada'] }))).toMatchObject({
    path: 'generation.characters',
  });
  const last = { still: aPicture(780, 1688, 'b'), size: { width: 390, height: 844 } };
  expect(refusalOf(aShot({ model: 'wan-2.2', seconds: 5, from: { kind: 'between', last } })).message).toMatch(
    /takes no last frame/,
  );
  expect(refusalOf(aShot({ model: 'gpt-image-2' })).message).toMatch(/makes images/);
  expect(refusalOf(aShot({ model: 'nobody/none' })).allowed).toMatch(/google\/veo-3\.1/);
  expect(refusalOf(aShot({ model: 'sora-2' })).message).toMatch(/ended on 2026-09-24/);
  expect(refusalOf(aShot({ model: 'house/all', style: takeId })).path).toBe('generation.style');
});

test('a shot without words or without a frame says what it needs', () => {
  const silent = { caption: { direction: ' ', line: '', title: '' } };
  expect(refusalOf(aShot({ model: 'house/all' }, silent)).message).toMatch(/say what should move/);
  expect(plansOf(aShot({ model: 'house/all', style: styleId }, silent))[0]?.intent.prompt).toBe(
    'soft morning light',
  );
  expect(refusalOf(aShot({ model: 'house/all' }, { still: undefined })).message).toMatch(/no frame/);
  const long = { caption: { direction: 'a'.repeat(4000), line: '', title: '' } };
  expect(refusalOf(aShot({ model: 'house/all', style: styleId }, long)).allowed).toBe(
    'at most 4000 characters',
  );
});

test('a look gives words and a seed; the shot’s own seed stands before it', () => {
  const [styled] = plansOf(aShot({ model: 'house/all', style: styleId }));
  expect(styled?.intent).toMatchObject({ prompt: 'the card rises\nsoft morning light', seed: 7 });
  expect(plansOf(aShot({ model: 'house/all', style: styleId, seed: 40 }))[0]?.intent.seed).toBe(40);
  expect(plansOf(aShot({ model: 'fal/kling-4', style: styleId }))[0]?.intent.seed).toBeUndefined();
});

test('variations are calls of their own, told apart by their fingerprints and seeds, alike to a vendor’s list', () => {
  const plans = plansOf(aShot({ model: 'house/all', seed: 5, variations: 4 }));
  expect(plans.map(({ intent }) => intent.seed)).toEqual([5, 6, 7, 8]);
  expect(new Set(plans.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  expect(new Set(plans.map(({ askKey }) => askKey)).size).toBe(1);
  const unseeded = plansOf(aShot({ model: 'house/all', variations: 2 }));
  expect(new Set(unseeded.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('the same ask has the same fingerprint; a new take, other words or another still has another', () => {
  const print = (shot: Shot) => plansOf(shot)[0]?.fingerprint;
  const first = print(aShot({ model: 'house/all' }));
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(
    print(
      aShot(
        { model: 'house/all' },
        { id: 'z', duration: 2, caption: { direction: 'the card rises', line: 'Hi', title: 'T' } },
      ),
    ),
  ).toBe(first);
  expect(print(aShot({ model: 'house/all', take: 1 }))).not.toBe(first);
  expect(print(aShot({ model: 'house/all' }, { still: aPicture(780, 1688, 'c') }))).not.toBe(first);
  expect(print(aShot({ model: 'house/all', trimStart: 1, loop: true }))).toBe(first);
});

test('going on from a shot uses the model’s own extension, by the chosen take’s fingerprint', () => {
  const base = aShot({ model: 'house/all', variations: 3, chosen: 2 });
  const next = aShot({ model: 'house/all', from: { kind: 'extend', shot: 'a' }, seconds: 8 }, { id: 'b' });
  const shots = [base, next];
  const chosen = plansOf(base, { shots })[2];
  const [plan] = plansOf(next, { shots });
  expect(plan?.intent.start).toEqual({ kind: 'extend', of: { fingerprint: chosen?.fingerprint } });
  expect(plan?.intent.size).toEqual(chosen?.intent.size);
  expect(plan?.intent.inner).toEqual(chosen?.intent.inner);
  const long = aShot({ model: 'house/all', from: { kind: 'extend', shot: 'a' }, seconds: 12 }, { id: 'b' });
  expect(refusalOf(long, { shots: [base, long] }).allowed).toBe('4 or 8 seconds');
});

test('another model, or one without an extension, goes on from the last frame', () => {
  const base = aShot({ model: 'house/all' });
  const next = aShot({ model: 'google/veo-3.1', from: { kind: 'extend', shot: 'a' } }, { id: 'b' });
  const shots = [base, next];
  const [plan] = plansOf(next, { shots });
  expect(plan?.intent.start).toEqual({
    kind: 'last-frame',
    of: { fingerprint: plansOf(base)[0]?.fingerprint },
  });
  expect(plan?.intent.size).toEqual({ width: 720, height: 1280 });
  expect(plan?.intent.inner).toEqual(plansOf(base)[0]?.intent.inner);
  const words = aShot({ model: 'house/words', seconds: 5, from: { kind: 'extend', shot: 'a' } }, { id: 'b' });
  expect(refusalOf(words, { shots: [base, words] }).message).toMatch(/neither extend/);
});

test('shots that go on from one another in a circle, from a drawn one or from nothing are refused', () => {
  const from = (shot: string) => ({ kind: 'extend' as const, shot });
  const a = aShot({ model: 'house/all', from: from('b') });
  const b = aShot({ model: 'house/all', from: from('a') }, { id: 'b' });
  expect(refusalOf(a, { shots: [a, b] }).message).toMatch(/circle/);
  const own = aShot({ model: 'house/all', from: from('a') });
  expect(refusalOf(own).message).toMatch(/circle/);
  const drawn = aShot({ model: 'house/all' }, { engine: 'motion' });
  expect(refusalOf(b, { shots: [drawn, b] }).message).toMatch(/drawn, not generated/);
  expect(refusalOf(b, { shots: [b] }).message).toMatch(/not on the board/);
});

test('a take is changed only by the model that made it, and keeps its size and length', () => {
  const remix = aShot({ model: 'house/all', from: { kind: 'remix', of: takeId }, seconds: 4 });
  const made = new Map([[takeId, { model: 'house/all', size: { width: 720, height: 1280 }, seconds: 12 }]]);
  expect(plansOf(remix, { made })[0]?.intent).toMatchObject({
    start: { kind: 'remix', of: { generation: takeId } },
    size: { width: 720, height: 1280 },
    seconds: 12,
  });
  expect(plansOf(remix)[0]?.intent.size).toEqual({ width: 1280, height: 720 });
  const other = new Map([[takeId, { model: 'house/words', size: { width: 1280, height: 720 }, seconds: 5 }]]);
  expect(refusalOf(remix, { made: other }).allowed).toBe('house/words');
  const extend = aShot({ model: 'house/all', from: { kind: 'extend-take', of: takeId } });
  expect(plansOf(extend, { made })[0]?.intent.start.kind).toBe('extend');
  expect(plansOf(extend, { made: other })[0]?.intent.start.kind).toBe('last-frame');
  expect(refusalOf(aShot({ model: 'google/veo-3.1', from: { kind: 'edit', of: takeId } })).message).toMatch(
    /cannot edit/,
  );
});

test('prices: by second, by size, with sound; unknown where nobody says', () => {
  expect(plansOf(aShot({ model: 'house/all' }))[0]?.estimatedCost).toBe(0.8);
  expect(plansOf(aShot({ model: 'house/all', from: { kind: 'words' } }))[0]?.estimatedCost).toBe(0.4);
  expect(plansOf(aShot({ model: 'house/all', sound: true }))[0]?.estimatedCost).toBe(1.2);
  expect(plansOf(aShot({ model: 'wan-2.2', seconds: 5 }))[0]?.estimatedCost).toBeNull();
});

test('whatever is asked of whichever model, it is planned inside its entry or refused with words', () => {
  const random = seededRandom(3);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const videos = catalogue.models.filter(({ kind }) => kind === 'video');
  const last = { still: aPicture(400, 300, 'd'), size: { width: 400, height: 300 } };
  for (let round = 0; round < 2000; round++) {
    const model = pick(videos);
    const shot = aShot(
      {
        model: model.id,
        from: pick([
          { kind: 'words' },
          { kind: 'still', fit: 'crop' },
          { kind: 'still' },
          { kind: 'between', last },
        ] as const),
        seconds: pick([1, 3, 4, 5, 6, 8, 10, 12, 0.5, 30]),
        sound: random() < 0.3,
        variations: 1 + Math.floor(random() * 4),
        ...(random() < 0.3 && { resolution: pick([480, 720, 1080, 2160]) }),
        ...(random() < 0.3 && { seed: Math.floor(random() * 1000) }),
      },
      { still: aPicture(1 + Math.floor(random() * 2000), 1 + Math.floor(random() * 2000)) },
    );
    const planned = plan(shot, {
      format: { ...format, aspect: pick(['frame', '16:9', '9:16', '1:1', '4:5']) },
    });
    if ('refusal' in planned) {
      expect(planned.refusal.path).toMatch(/^(generation|caption)/);
      expect(planned.refusal.message.length).toBeGreaterThan(10);
      continue;
    }
    expect(planned.plans).toHaveLength(shot.generation?.variations ?? 0);
    for (const { intent, fingerprint } of planned.plans) {
      expect(generationIntentSchema.parse(intent)).toEqual(intent);
      expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
      const { width, height } = intent.size;
      if (model.sizes.length > 0) expect(model.sizes).toContainEqual({ width, height });
      const both = intent.start.kind === 'frames' && intent.start.last && model.durationsFor.bothFrames;
      const allowed = (both || model.durationsBySize[`${width}x${height}`]) ?? model.durations;
      expect(allowed).toContain(intent.seconds);
    }
  }
});
