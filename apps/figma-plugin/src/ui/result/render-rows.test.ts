import type { Render } from '@animatic/schema';
import { expect, test } from 'vitest';
import type { RememberedRender } from '../../protocol/index.ts';
import { renderRows } from './render-rows.ts';

const render = (id: string, createdAt: string, change: Partial<Render> = {}): Render => ({
  id,
  storyboardId: 's',
  revision: 1,
  title: 'Shop',
  source: 'file-1',
  state: 'rendering',
  place: null,
  progress: 0.5,
  stage: '',
  error: null,
  shots: [],
  cost: 0,
  takes: [],
  createdAt,
  updatedAt: createdAt,
  ...change,
});
const entry = (id: string, at: string, url?: string): RememberedRender => ({
  render: id,
  storyboard: 's',
  title: 'Shop',
  preview: url === undefined ? null : { id: 'p', url },
  at,
  seconds: 5,
  frames: [],
});

test('each render is listed once, newest first, with the link that the file remembers', () => {
  const rows = renderRows(
    [render('b', '2026-11-20'), render('a', '2026-11-18')],
    [entry('a', '2026-11-18', 'https://animatic.example/p/x'), entry('c', '2026-11-19')],
  );
  expect(rows.map(({ id, url }) => [id, url])).toEqual([
    ['b', null],
    ['c', null],
    ['a', 'https://animatic.example/p/x'],
  ]);
});

test('what has no clip says why and does not open', () => {
  const error = { code: 'still_missing', message: 'The picture of “Product” is missing.' };
  const rows = renderRows(
    [
      render('a', '3', { state: 'failed', error }),
      render('b', '2'),
      render('c', '1', { state: 'cancelled' }),
    ],
    [],
  );
  expect(rows.map(({ state, failed, opens }) => [state, failed, opens])).toEqual([
    [error.message, true, false],
    ['Rendering', false, false],
    ['Cancelled', false, false],
  ]);
});
