import { describe, expect, it } from 'vitest';
import { notesFor } from './notes.ts';

const placed = (id: string, x: number, y: number, width: number, height: number) => ({
  id,
  box: { x, y, width, height },
});
const frame = placed('frame', 0, 0, 400, 800);
const found = (text: ReturnType<typeof placed>, others: Array<ReturnType<typeof placed>> = []) =>
  notesFor(frame, [text], [frame, ...others]).length === 1;

describe('notes beside a frame', () => {
  it('are texts right below it', () => {
    expect(found(placed('note', 20, 840, 300, 40))).toBe(true);
  });

  it('are texts to its left or right', () => {
    expect(found(placed('note', 420, 100, 200, 40))).toBe(true);
    expect(found(placed('note', -220, 100, 200, 40))).toBe(true);
  });

  it('are not the label above it', () => {
    expect(found(placed('label', 0, -40, 300, 24))).toBe(false);
  });

  it('are not out of reach', () => {
    expect(found(placed('far', 20, 921, 300, 40))).toBe(false);
    expect(found(placed('near', 20, 920, 300, 40))).toBe(true);
  });

  it('are not diagonal from it', () => {
    expect(found(placed('corner', 410, 810, 100, 40))).toBe(false);
  });

  it('belong to the nearest frame only', () => {
    const neighbour = placed('next', 520, 0, 400, 800);
    expect(found(placed('note', 410, 100, 30, 40), [neighbour])).toBe(true);
    expect(found(placed('note', 480, 100, 30, 40), [neighbour])).toBe(false);
  });
});
