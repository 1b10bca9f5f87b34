import { expect, test } from 'vitest';
import { memo } from './memo.ts';

test('a component is drawn again only when one of its props is another value', () => {
  const Card = memo((_props: { shot: object; capture?: object | undefined }) => null);
  const shot = {};
  const card = new Card({ shot });
  card.props = { shot };
  expect(card.shouldComponentUpdate({ shot })).toBe(false);
  expect(card.shouldComponentUpdate({ shot, capture: undefined })).toBe(false);
  expect(card.shouldComponentUpdate({ shot: {} })).toBe(true);
  expect(card.shouldComponentUpdate({ shot, capture: {} })).toBe(true);
});
