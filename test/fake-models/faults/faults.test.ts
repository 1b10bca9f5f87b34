import { expect, test } from 'vitest';
import { Faults } from './faults.ts';
import { everyFault, randomSchema, ruleSchema } from './kinds.ts';

const create = (key: string) =>
  ({ wire: 'videos', operation: 'create', model: 'wan', prompt: key, key }) as const;

test('a rule goes wrong as often as it says, after those that it lets through', () => {
  const faults = new Faults(1);
  faults.add(ruleSchema.parse({ fault: 'cut', times: 2, skip: 1 }));
  const drawn = ['a', 'b', 'c', 'd'].map((key) => faults.forCreate(create(key)).call?.fault);
  expect(drawn).toEqual([undefined, 'cut', 'cut', undefined]);
  expect(faults.fired).toEqual({ cut: 2 });
});

test('a rule is for the wire, the call, the model and the words that it names', () => {
  const faults = new Faults(1);
  faults.add(ruleSchema.parse({ fault: 'server_error', wire: 'fal', times: 0 }));
  faults.add(ruleSchema.parse({ fault: 'rate_limited', on: 'status', times: 0 }));
  faults.add(ruleSchema.parse({ fault: 'refused', model: 'other', times: 0 }));
  faults.add(ruleSchema.parse({ fault: 'unauthorized', prompt: 'faces', times: 0 }));
  expect(faults.forCreate(create('hills')).call).toBeUndefined();
  expect(faults.forCreate(create('two faces')).call?.fault).toBe('unauthorized');
  expect(faults.forLook({ ...create('hills'), operation: 'status' })?.fault).toBe('rate_limited');
});

test('one call goes wrong in one way, its job in several', () => {
  const faults = new Faults(1);
  for (const fault of ['hang', 'cut', 'truncated', 'webhook_duplicate', 'moderation'])
    faults.add(ruleSchema.parse({ fault, charged: false }));
  const { call, fate } = faults.forCreate(create('a'));
  expect(call?.fault).toBe('hang');
  expect(fate).toMatchObject({ truncated: true, ends: 'moderation', charged: false, webhook: { times: 3 } });
});

test('the same seed gives the same faults in whatever order the calls come', () => {
  const keys = Array.from({ length: 400 }, (_, index) => `shot ${index}`);
  const outcome = (seed: number, order: string[]) => {
    const faults = new Faults(seed);
    faults.randomly(everyFault);
    return new Map(order.map((key) => [key, faults.forCreate(create(key)).call?.fault]));
  };
  const inOrder = (drawn: Map<string, string | undefined>) => keys.map((key) => drawn.get(key));
  const first = inOrder(outcome(7, keys));
  expect(inOrder(outcome(7, keys.toReversed()))).toEqual(first);
  expect(inOrder(outcome(8, keys))).not.toEqual(first);
});

test('a fault at random comes about as often as its probability, and may spare the second try', () => {
  const faults = new Faults(3);
  faults.randomly(randomSchema.parse({ creates: { cut_after_accepting: 0.2 } }));
  const tries = Array.from({ length: 1000 }, (_, index) => faults.forCreate(create(`shot ${index % 500}`)));
  const wrong = tries.filter(({ call }) => call).length;
  expect(wrong).toBeGreaterThan(150);
  expect(wrong).toBeLessThan(250);
  const firstTry = tries.slice(0, 500).map(({ call }) => call?.fault);
  expect(tries.slice(500).map(({ call }) => call?.fault)).not.toEqual(firstTry);
});
