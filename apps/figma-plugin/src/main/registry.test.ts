import { describe, expect, it } from 'vitest';
import { requestNames } from '../protocol/requests.ts';
import { registry } from './registry.ts';

describe('the registry', () => {
  it('answers every request of the protocol and nothing else', () => {
    expect(Object.keys(registry).sort()).toEqual([...requestNames].sort());
  });
});
