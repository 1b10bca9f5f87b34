import type { Take } from '@animatic/schema';
import { expect, test } from 'vitest';
import { downloadGroups } from './download-rows.ts';

const take: Take = {
  id: 't',
  renderId: 'r',
  clip: '/clip',
  poster: '/poster',
  width: 1080,
  height: 1920,
  fps: 30,
  seconds: 4,
  bytes: 2_300_000,
  aspect: '9:16',
  createdAt: '2026-11-22T12:00:00.000Z',
  files: [
    { kind: 'webm', url: '/webm', name: 'Shop 9x16.webm', type: 'video/webm', bytes: 900_000, note: null },
    { kind: 'gif', url: null, name: 'Shop 9x16.gif', type: 'image/gif', bytes: 0, note: 'too large' },
  ],
};

test('each format is a group with its clip first, and every file with its size', () => {
  const [group] = downloadGroups([take], 'Shop: spring');
  expect(group?.heading).toBe('9:16 · 1080 × 1920');
  expect(group?.rows.map(({ name, detail, saveAs }) => [name, detail, saveAs])).toEqual([
    ['MP4', '2.3 MB', 'Shop spring 9x16.mp4'],
    ['GIF', 'Not made · too large', 'Shop 9x16.gif'],
    ['WebM', '900 kB', 'Shop 9x16.webm'],
  ]);
  expect(group?.rows[1]?.what).toBeNull();
});

test('a take from before there were formats still has its clip', () => {
  const { aspect, files, ...old } = take;
  expect(downloadGroups([old], 'Shop')).toMatchObject([
    { heading: '1080 × 1920', rows: [{ name: 'MP4', saveAs: 'Shop.mp4', what: 'clip' }] },
  ]);
});
