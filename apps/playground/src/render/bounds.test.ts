import { describe, expect, it } from 'vitest';
import { createBounds } from './bounds.ts';
import { emptyRect, wholePixels } from './rect.ts';
import { createScene } from './scene.ts';

const black = { type: 'SOLID', color: { r: 0, g: 0, b: 0, a: 1 } };

function boxAt(id: string, x: number, y: number, width: number, height: number, more: object = {}) {
  return {
    id,
    type: 'RECTANGLE',
    relativeTransform: [
      [1, 0, x],
      [0, 1, y],
    ],
    size: { x: width, y: height },
    fills: [black],
    ...more,
  };
}

function boundsOf(document: object, id: string) {
  const scene = createScene({ document });
  return createBounds(() => emptyRect).render(scene.byId.get(id)!);
}

describe('render bounds', () => {
  it('are the file’s where it has them', () => {
    const given = { x: 1, y: 2, width: 3, height: 4 };
    expect(boundsOf(boxAt('1', 0, 0, 10, 10, { absoluteRenderBounds: given }), '1')).toEqual(given);
  });

  it('reach out by strokes, shadows with their spread, and blurs', () => {
    const stroked = boxAt('1', 0, 0, 10, 10, { strokes: [black], strokeWeight: 4, strokeAlign: 'OUTSIDE' });
    expect(boundsOf(stroked, '1')).toEqual({ x: -4, y: -4, width: 18, height: 18 });
    const effects = [{ type: 'DROP_SHADOW', radius: 6, spread: 2, offset: { x: 0, y: 5 } }];
    expect(boundsOf(boxAt('1', 0, 0, 10, 10, { effects }), '1')).toEqual({
      x: -8,
      y: -3,
      width: 26,
      height: 26,
    });
    const blur = [{ type: 'LAYER_BLUR', radius: 4 }];
    expect(boundsOf(boxAt('1', 0, 0, 10, 10, { effects: blur }), '1')).toEqual({
      x: -4,
      y: -4,
      width: 18,
      height: 18,
    });
  });

  it('end where a frame above cuts off', () => {
    const frame = {
      ...boxAt('1', 0, 0, 50, 50),
      type: 'FRAME',
      clipsContent: true,
      children: [boxAt('2', 40, 10, 20, 20)],
    };
    expect(boundsOf(frame, '2')).toEqual({ x: 40, y: 10, width: 10, height: 20 });
  });

  it('leave out what is hidden', () => {
    expect(boundsOf(boxAt('1', 0, 0, 10, 10, { visible: false }), '1')).toEqual(emptyRect);
    const group = {
      ...boxAt('1', 0, 0, 0, 0),
      type: 'GROUP',
      fills: [],
      children: [boxAt('2', 0, 0, 9, 9, { visible: false })],
    };
    expect(boundsOf(group, '1')).toEqual(emptyRect);
  });

  it('are cut by a mask to what it shows', () => {
    const group = {
      ...boxAt('1', 0, 0, 100, 100),
      type: 'GROUP',
      fills: [],
      children: [boxAt('2', 10, 10, 20, 20, { isMask: true }), boxAt('3', 0, 0, 100, 100)],
    };
    expect(boundsOf(group, '1')).toEqual({ x: 10, y: 10, width: 20, height: 20 });
  });
});

it('covers whole page pixels', () => {
  expect(wholePixels({ x: -0.5, y: 1, width: 2, height: 0.25 })).toEqual({
    x: -1,
    y: 1,
    width: 3,
    height: 1,
  });
});
