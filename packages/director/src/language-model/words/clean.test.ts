import { expect, test } from 'vitest';
import { oneLine, saidLine } from './clean.ts';

test('a name is one line without signs that nobody sees', () => {
  expect(oneLine('Total\n\u202E€\u200B 84\u0000\u0007', 60)).toBe('Total € 84');
  expect(oneLine('a\uD800b \uDC00', 60)).toBe('ab');
  expect(oneLine('👩‍🚀 flies', 60)).toBe('👩‍🚀 flies');
  expect(oneLine('x'.repeat(1e6), 60)).toHaveLength(60);
  expect(oneLine('word '.repeat(50), 22)).toBe('word word word word…');
});

test('what is said to people leads nowhere', () => {
  expect(saidLine('See https://evil.example/x?y=1 now', 99)).toBe('See now');
  expect(
    saidLine('[pay](javascript:alert(1)) www.evil.example, evil.com/pay or data:text/html,x', 99),
  ).not.toMatch(/evil|javascript|data:|html/);
  expect(saidLine('<img src=x onerror=1> `rm`', 99)).toBe('img src=x onerror=1 rm');
  expect(saidLine('Version 2.0 costs € 1.50, e.g. now. Note: slow', 99)).toBe(
    'Version 2.0 costs € 1.50, e.g. now. Note: slow',
  );
});
