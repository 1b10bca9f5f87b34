import { describe, expect, it } from 'vitest';
import { direct } from '../direct.ts';
import { firstFresh, secondFresh, thirdFresh } from './fresh.ts';
import { faults, frameOfCase } from './judge.ts';
import { ownCaptions } from './own.ts';
import { type CaptionCase, strangerCaptions } from './stranger.ts';

/** A shot where taste alone does nothing, so that what moves is what the words say. */
const place = { shotIndex: 3, shotCount: 6 };

function read(row: CaptionCase): string[] {
  const outline = frameOfCase(row);
  return faults(row, outline, direct({ outline, direction: row.words, ...place }));
}

describe('a table of captions', () => {
  it.each([
    ['the author’s own', ownCaptions, 1],
    ['a stranger’s', strangerCaptions, 1],
    ['the first fresh', firstFresh, 1],
    ['the second fresh', secondFresh, 0.92],
    ['the third fresh', thirdFresh, 0.95],
  ])('%s are understood', (whose, rows, least) => {
    const wrong = rows.flatMap((row) => {
      const found = read(row);
      return found.length > 0 ? [{ words: row.words, found }] : [];
    });
    const share = 1 - wrong.length / rows.length;
    if (process.env.CAPTIONS)
      for (const { words, found } of wrong)
        process.stdout.write(`✗ ${JSON.stringify(words)}\n    ${found.join('\n    ')}\n`);
    process.stdout.write(
      `${whose} captions understood: ${rows.length - wrong.length} of ${rows.length} (${Math.round(share * 100)} %)\n`,
    );
    expect(share).toBeGreaterThanOrEqual(least);
  });
});
