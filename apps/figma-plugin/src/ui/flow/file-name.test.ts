import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['Ceramics shop', 'Ceramics shop'],
  ['Ceramics: shop / v2', 'Ceramics shop v2'],
  ['../../etc/passwd', 'etc passwd'],
  ['', 'Storyboard'],
  ['NUL', 'Storyboard'],
  ['...', 'Storyboard'],
  ['\u202Egpj.exe', 'gpj.exe'],
  ['見本 🎬', '見本 🎬'],
  ['a'.repeat(300), 'a'.repeat(80)],
])('the title %j is saved as %j', (title, name) => expect(fileName(title)).toBe(name));
