import { describe, expect, it } from 'vitest';
import { CHUNK, find, keep, type Shelf } from './chunks.ts';

function shelf(): Shelf & { data: Map<string, string>; writes: number } {
  const made = {
    data: new Map<string, string>(),
    writes: 0,
    getPluginData: (key: string) => made.data.get(key) ?? '',
    setPluginData: (key: string, value: string) => {
      if (new TextEncoder().encode(value).length > 100_000) throw new Error('over 100 kB');
      made.writes += 1;
      if (value === '') made.data.delete(key);
      else made.data.set(key, value);
    },
  };
  return made;
}

describe('texts in plugin data', () => {
  it('come back whole, however long and whatever they are made of', () => {
    for (const text of ['x', 'é'.repeat(CHUNK * 2 + 1), `a${'😀'.repeat(CHUNK)}`, '漢'.repeat(CHUNK)]) {
      const kept = shelf();
      keep(kept, 'board', text);
      expect(find(kept, 'board')).toBe(text);
    }
  });

  it('never part the two halves of a character', () => {
    const kept = shelf();
    keep(kept, 'board', `a${'😀'.repeat(CHUNK)}`);
    for (const [key, value] of kept.data) if (key !== 'board') expect(value.isWellFormed()).toBe(true);
  });

  it('leave nothing behind when they get shorter or go away', () => {
    const kept = shelf();
    keep(kept, 'board', 'x'.repeat(CHUNK * 4));
    keep(kept, 'board', 'short');
    expect([...kept.data.keys()].sort()).toEqual(['board', 'board.0']);
    keep(kept, 'board', '');
    expect(kept.data.size).toBe(0);
  });

  it('are not written again where nothing changed', () => {
    const kept = shelf();
    keep(kept, 'board', 'same');
    const before = kept.writes;
    keep(kept, 'board', 'same');
    expect(kept.writes).toBe(before);
  });

  it('say so where a piece is missing, rather than give half of it', () => {
    const kept = shelf();
    keep(kept, 'board', 'x'.repeat(CHUNK * 2));
    kept.data.delete('board.1');
    expect(find(kept, 'board')).toBeNull();
  });
});
