import { type GenerationIntent, type Shot, STORYBOARD_VERSION, storyboardSchema } from '@animatic/schema';
import { expect, test } from 'vitest';
import type { MadeFootage } from './made-footage.ts';
import { planSound } from './plan-sound.ts';
import { treatmentOf } from './treatment.ts';

const hash = (of: string) => of.repeat(64);

function shotOf(id: string, generation: object = {}, more: object = {}): Shot {
  const board = storyboardSchema.parse({
    version: STORYBOARD_VERSION,
    title: 'T',
    format: { aspect: '16:9', resolution: 720, fps: 30 },
    shots: [
      {
        id,
        source: { node: '1:1', name: id },
        size: { width: 1280, height: 720 },
        caption: { direction: 'A harbour at dawn' },
        duration: 8,
        engine: 'videos',
        generation: { model: 'm', from: { kind: 'words' }, seconds: 8, ...generation },
        ...more,
      },
    ],
  });
  return board.shots[0]!;
}

function madeOf(id: string, seconds: number, more: Partial<MadeFootage> = {}): MadeFootage {
  const intent: GenerationIntent = {
    prompt: '',
    start: { kind: 'words' },
    size: { width: 1280, height: 720 },
    seconds,
    sound: false,
    transparent: false,
    characters: [],
  };
  return {
    ...{ generationId: id, hash: hash(id), width: 1280, height: 720, fps: 24, frames: seconds * 24 },
    ...{ sound: true, intent, parent: null, ...more },
  };
}
const parentOf = (made: MadeFootage) => {
  const { generationId, frames, fps } = made;
  return { generationId, hash: made.hash, seconds: frames / fps, inner: null };
};
const startingAs = (kind: 'last-frame' | 'extend', of: MadeFootage, seconds: number) => ({
  parent: parentOf(of),
  intent: { ...of.intent, seconds, start: { kind, of: { generation: of.generationId } } },
});

const a = madeOf('a', 8);
const before = { shot: shotOf('a'), made: a, treatment: treatmentOf({ shot: shotOf('a'), made: a }) };

test('footage is cut to the frame itself and begins where it is trimmed to', () => {
  const inner = { x: 0.37, y: 0, width: 0.26, height: 1 };
  const made = madeOf('a', 8, { intent: { ...a.intent, inner } });
  expect(treatmentOf({ shot: shotOf('a', { trimStart: 1.5 }), made })).toEqual({
    version: 1,
    inner,
    start: 1.5,
    loop: null,
    seam: null,
  });
});

test('from a last frame: the frame that both have is shown once, and colours are evened out', () => {
  const made = madeOf('b', 4, startingAs('last-frame', a, 4));
  expect(treatmentOf({ shot: shotOf('b'), made }, before)).toMatchObject({
    start: 1 / 24,
    seam: { after: hash('a'), over: 0.5 },
  });
});

test('a model’s extension that gives all of it shows only what is new', () => {
  const made = madeOf('b', 16, startingAs('extend', a, 8));
  expect(treatmentOf({ shot: shotOf('b'), made }, before).start).toBe(8);
});

test('a model’s extension that gives what is new is shown from its beginning', () => {
  const made = madeOf('b', 8, startingAs('extend', a, 8));
  expect(treatmentOf({ shot: shotOf('b'), made }, before)).toMatchObject({ start: 0, seam: { over: 0.5 } });
});

test('an extension that stands elsewhere is shown whole', () => {
  const made = madeOf('b', 16, startingAs('extend', a, 8));
  expect(treatmentOf({ shot: shotOf('b'), made })).toMatchObject({ start: 0, seam: null });
  const other = { ...before, made: madeOf('c', 8) };
  expect(treatmentOf({ shot: shotOf('b'), made }, other)).toMatchObject({ start: 0, seam: null });
});

test('what was not shown to its end is not met by what goes on from there', () => {
  const made = madeOf('b', 4, startingAs('last-frame', a, 4));
  const short = shotOf('a', {}, { duration: 5 });
  const cut = { shot: short, made: a, treatment: treatmentOf({ shot: short, made: a }) };
  expect(treatmentOf({ shot: shotOf('b'), made }, cut).seam).toBeNull();
});

test.each([
  [4, 1],
  [7.5, 1],
  [8, 2],
  [20, 3],
])('a loop of %d s of an 8 s take comes round %d times, and ends where it began', (duration, rounds) => {
  const { loop } = treatmentOf({ shot: shotOf('a', { loop: true }, { duration }), made: a });
  expect(loop?.period).toBeCloseTo(duration / rounds);
  expect((loop?.period ?? 0) + (loop?.blend ?? 0)).toBeLessThanOrEqual(8 + 1e-9);
});

test('sounds lie at their shots’ times and cross-fade over transitions', () => {
  const transition = { kind: 'dissolve', duration: 1 };
  const shots = [
    shotOf('a', { sound: true }, { transition }),
    shotOf('b', { sound: true, trimStart: 2 }, { duration: 5 }),
  ];
  const treated = new Map(
    shots.map((shot) => {
      const made = madeOf(shot.id, 8);
      return [shot.id, { made, treatment: treatmentOf({ shot, made }) }];
    }),
  );
  expect(planSound(shots, treated)).toEqual([
    { hash: hash('a'), at: 0, start: 0, seconds: 8, fadeIn: 0.02, fadeOut: 1 },
    { hash: hash('b'), at: 7, start: 2, seconds: 5, fadeIn: 1, fadeOut: 0.02 },
  ]);
});

test('silence where it is chosen, where footage has no sound, and past its end', () => {
  const shots = [shotOf('a'), shotOf('b', { sound: true }), shotOf('c', { sound: true })];
  const treated = new Map(
    shots.map((shot) => {
      const made = madeOf(shot.id, 4, { sound: shot.id !== 'b' });
      return [shot.id, { made, treatment: treatmentOf({ shot, made }) }];
    }),
  );
  expect(planSound(shots, treated)).toEqual([
    { hash: hash('c'), at: 16, start: 0, seconds: 4, fadeIn: 0.02, fadeOut: 0.02 },
  ]);
});

test('a loop’s sound comes round with its pictures', () => {
  const shot = shotOf('a', { sound: true, loop: true }, { duration: 14 });
  const treatment = treatmentOf({ shot, made: a });
  const sounds = planSound([shot], new Map([['a', { made: a, treatment }]]));
  expect(sounds.map(({ at, start, seconds }) => [at, start, seconds])).toEqual([
    [0, 0.5, 7],
    [6.5, 0, 7.5],
  ]);
});
