import { describe, expect, it } from 'vitest';
import type { CaptureNode } from '../../protocol/frame.ts';
import { boardNeeds } from './board-needs.ts';
import { piecesOf } from './pieces.ts';
import { smartNeeds } from './smart-needs.ts';
import { card, node, outline } from './testing/outline.ts';

const none = { own: new Set<string>(), opened: new Set<string>() };
/** Looks that are the same wherever the same words say so. */
const looks = (own: string, all = own) => ({ looks: { own, all } });
const needs = (
  before: CaptureNode[],
  after: CaptureNode[],
  more: { own?: string[]; opened?: string[] } = {},
) => {
  const found = smartNeeds(
    { outline: outline(before), own: new Set(more.own), opened: new Set(more.opened) },
    { outline: outline(after), ...none },
  );
  const told = ({ whole, grounds }: typeof found.before) => ({
    whole: [...whole].sort(),
    grounds: [...grounds].sort(),
  });
  return { before: told(found.before), after: told(found.after), reaches: found.before.reaches };
};
const row = (id: string, y: number, look: string) =>
  node(id, [20, y, 100, 20], { name: 'Row', ...looks(look) });

describe('what a smart animate draws apart', () => {
  it('is nothing of what is the same in both frames', () => {
    const title = (id: string) => node(id, [0, 0, 100, 20], { name: 'Title', ...looks('t') });
    const { before, after } = needs([title('a')], [title('b')]);
    expect([before, after]).toEqual([
      { whole: [], grounds: [] },
      { whole: [], grounds: [] },
    ]);
  });

  it('is a container as one where it has moved and nothing in it changed', () => {
    const list = (id: string, y: number) =>
      card(id, [0, y, 200, 100], [row(`${id}1`, y + 10, 'r')], { name: 'List', ...looks('l', 'l+r') });
    const { before, after, reaches } = needs([list('a', 0)], [list('b', 300)]);
    expect(before).toEqual({ whole: ['a'], grounds: [] });
    expect(after).toEqual({ whole: ['b'], grounds: [] });
    expect(reaches.get('a')?.height).toBeGreaterThanOrEqual(400);
  });

  it('is only what differs in a container that stands', () => {
    const list = (id: string, all: string, words: string) =>
      card(id, [0, 0, 200, 100], [row(`${id}1`, 10, 'r'), row(`${id}2`, 40, words)], {
        name: 'List',
        ...looks('l', all),
      });
    const { before, after } = needs([list('a', 'x', 'old')], [list('b', 'y', 'new')]);
    expect(before).toEqual({ whole: ['a2'], grounds: [] });
    expect(after).toEqual({ whole: ['b2'], grounds: [] });
  });

  it('is a container’s own ground where that grows, and what lies in it', () => {
    const sheet = (id: string, height: number) =>
      card(id, [0, 0, 200, height], [row(`${id}1`, 10, 'r')], { name: 'Sheet', ...looks(id) });
    const { before, after } = needs([sheet('a', 100)], [sheet('b', 400)]);
    // The row has not changed, but it lies over a ground that does.
    expect(before).toEqual({ whole: ['a1'], grounds: ['a'] });
    expect(after).toEqual({ whole: ['b1'], grounds: ['b'] });
  });

  it('is a rectangle painted again where fills, strokes and corners say all of it', () => {
    const bar = (id: string, height: number) =>
      node(id, [0, 0, 20, height], { name: 'Bar', shape: 'rectangle', repaints: true, ...looks(id) });
    const { before } = needs([bar('a', 40)], [bar('b', 90)]);
    expect(before).toEqual({ whole: [], grounds: ['a'] });
    const painted = piecesOf(outline([bar('a', 40)]), { whole: [], grounds: new Set(['a']) });
    expect(painted.at(-1)).toMatchObject({ what: 'ground', moving: true, stroked: true, path: ['Bar'] });
  });

  it('is what only one of the frames has', () => {
    const { before, after } = needs([node('old', [0, 0, 9, 9])], [node('new', [50, 50, 9, 9])]);
    expect(before).toEqual({ whole: ['old'], grounds: [] });
    expect(after).toEqual({ whole: ['new'], grounds: [] });
  });

  it('is what lies over a way, in both frames', () => {
    const moved = (id: string, y: number) => node(id, [0, y, 400, 40], { name: 'Card', ...looks('c') });
    const bar = (id: string) => node(id, [0, 700, 400, 100], { name: 'Tab bar', ...looks('t') });
    const { before, after } = needs([moved('a', 0), bar('bar a')], [moved('b', 680), bar('bar b')]);
    expect(before.whole).toEqual(['a', 'bar a']);
    expect(after.whole).toEqual(['b', 'bar b']);
  });

  it('takes out whole what a motion moves', () => {
    const list = (id: string) =>
      card(id, [0, 0, 200, 100], [row(`${id}1`, 10, id)], { name: 'List', ...looks('l', id) });
    expect(needs([list('a')], [list('b')], { own: ['a'] }).before).toEqual({ whole: ['a'], grounds: [] });
  });

  it('opens what only one frame has where something in it moves by itself', () => {
    const shelf = card('shelf', [0, 0, 200, 100], [row('one', 10, 'r'), row('two', 40, 's')]);
    expect(needs([shelf], [node('new', [0, 200, 9, 9])], { own: ['one'] }).before).toEqual({
      whole: ['one', 'two'],
      grounds: ['shelf'],
    });
  });

  it('opens containers with few parts first, and never more than a shot holds', () => {
    const many = (id: string) =>
      card(
        id,
        [0, 0, 300, 300],
        Array.from({ length: 70 }, (_, i) =>
          node(`${id}${i}`, [i * 4, 0, 3, 3], { name: `Dot ${i}`, ...looks(`${id}${i}`) }),
        ),
        { name: 'Chart', ...looks('c', id) },
      );
    const few = (id: string) =>
      card(id, [0, 400, 100, 50], [row(`${id}1`, 410, id)], { name: 'Card', ...looks('k', id) });
    const { before } = needs([many('a'), few('x')], [many('b'), few('y')]);
    expect(before).toEqual({ whole: ['a', 'x1'], grounds: [] });
  });

  it('leaves in the picture what blends with what lies behind it', () => {
    const glass = (id: string) => node(id, [0, 0, 50, 50], { name: 'Glass', leaks: true, ...looks(id) });
    expect(needs([glass('a')], [glass('b')]).before).toEqual({ whole: [], grounds: [] });
  });
});

describe('what the smart animates of a board need', () => {
  const still = { layers: [], scroll: [] };
  const shot = (children: CaptureNode[], smart = true) => ({
    outline: outline(children),
    motion: still,
    smart,
  });
  const title = (id: string, look: string) => node(id, [0, 0, 100, 20], { name: 'Title', ...looks(look) });

  it('is nothing for shots that pass otherwise, or are not known yet', () => {
    expect(boardNeeds([shot([title('a', '1')], false), shot([title('b', '2')], false)])).toEqual([
      null,
      null,
    ]);
    expect(boardNeeds([{ outline: null, motion: still, smart: true }, shot([])])).toEqual([null, null]);
  });

  it('adds up for a shot between two of them', () => {
    const shots = [
      shot([title('a', '1'), node('old', [0, 50, 9, 9])]),
      shot([title('b', '2')]),
      shot([title('c', '2'), node('new', [0, 90, 9, 9])], false),
    ];
    expect(boardNeeds(shots).map((each) => each?.whole)).toEqual([['old', 'a'], ['b'], ['new']]);
  });

  it('opens in every passage what one of them opens', () => {
    const list = (id: string, y: number, words: string) =>
      card(id, [0, y, 200, 100], [row(`${id}1`, y + 10, words)], {
        name: 'List',
        ...looks('l', `l+${words}`),
      });
    // From the first to the second it moves as one; from the second to the third its row changes.
    const found = boardNeeds([
      shot([list('a', 0, 'r')]),
      shot([list('b', 200, 'r')]),
      shot([list('c', 200, 's')], false),
    ]);
    expect(found.map((each) => [...(each?.whole ?? []), ...(each?.grounds ?? [])])).toEqual([
      ['a1', 'a'],
      ['b1', 'b'],
      ['c1'],
    ]);
  });
});
