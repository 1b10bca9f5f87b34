import { describe, expect, it } from 'vitest';
import {
  aroundStops,
  circleRadius,
  colorAt,
  cssColor,
  diamondPixels,
  gradientMap,
  linearEnds,
  type Stop,
  stopsOf,
} from './gradient.ts';
import { identity } from './matrix.ts';
import { parsePaints, type RestPaint } from './rest-node.ts';

const black = { r: 0, g: 0, b: 0, a: 1 };
const white = { r: 1, g: 1, b: 1, a: 1 };
const blackToWhite: Stop[] = [
  { position: 0, color: black },
  { position: 1, color: white },
];

function paintWith(handles: { x: number; y: number }[]): RestPaint {
  return parsePaints([{ type: 'GRADIENT_LINEAR', gradientHandlePositions: handles, gradientStops: [] }])[0]!;
}

describe('a linear gradient', () => {
  it('runs between its first two handles on a box whose third stands at a right angle', () => {
    const m = gradientMap(
      paintWith([
        { x: 0, y: 0.5 },
        { x: 1, y: 0.5 },
        { x: 0, y: 1 },
      ]),
      { x: 200, y: 100 },
    );
    const [from, to] = linearEnds(m);
    expect(from).toEqual({ x: 0, y: 50 });
    expect(to.x).toBeCloseTo(200);
    expect(to.y).toBeCloseTo(50);
  });

  it('keeps its lines of one colour parallel to the third handle where the box skews them', () => {
    // Diagonal in a 2:1 box: the colours run along the other diagonal, not at right angles to the axis.
    const m = gradientMap(
      paintWith([
        { x: 0, y: 0 },
        { x: 1, y: 1 },
        { x: -1, y: 1 },
      ]),
      { x: 200, y: 100 },
    );
    const [from, to] = linearEnds(m);
    const axis = { x: to.x - from.x, y: to.y - from.y };
    const sameColour = { x: m.c, y: m.d };
    expect(axis.x * sameColour.x + axis.y * sameColour.y).toBeCloseTo(0);
    // The second handle has the last colour.
    const along = (m.a * axis.x + m.b * axis.y) / Math.hypot(axis.x, axis.y) / Math.hypot(axis.x, axis.y);
    expect(along).toBeCloseTo(1);
  });

  it('runs from top to bottom without handles', () => {
    const [from, to] = linearEnds(gradientMap(paintWith([]), { x: 10, y: 40 }));
    expect([from.y, to.y]).toEqual([0, 40]);
  });
});

it('tells a round radial gradient from an oval one', () => {
  const round = gradientMap(
    paintWith([
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0.5 },
      { x: 0.5, y: 1 },
    ]),
    { x: 80, y: 80 },
  );
  const oval = gradientMap(
    paintWith([
      { x: 0.5, y: 0.5 },
      { x: 1, y: 0.5 },
      { x: 0.5, y: 1 },
    ]),
    { x: 80, y: 40 },
  );
  expect(circleRadius(round)).toBeCloseTo(40);
  expect(circleRadius(oval)).toBeUndefined();
});

it('puts stops in order and within the gradient', () => {
  const [paint] = parsePaints([
    {
      type: 'GRADIENT_LINEAR',
      gradientStops: [
        { position: 2, color: white },
        { position: -1, color: black },
      ],
    },
  ]);
  expect(stopsOf(paint!).map((s) => s.position)).toEqual([0, 1]);
});

it('mixes colours between stops and holds them outside', () => {
  expect(colorAt(blackToWhite, 0.25).r).toBeCloseTo(0.25);
  expect(colorAt(blackToWhite, -1)).toEqual(black);
  expect(colorAt(blackToWhite, 2)).toEqual(white);
  expect(colorAt([], 0.5).a).toBe(0);
});

it('closes an angular gradient, so that its two ends meet in one colour', () => {
  const around = aroundStops([
    { position: 0.25, color: black },
    { position: 0.75, color: white },
  ]);
  expect(around[0]?.color.r).toBeCloseTo(0.5);
  expect(around.at(-1)).toEqual({ position: 1, color: around[0]?.color });
});

it('draws a diamond gradient by the sum of both distances', () => {
  const pixels = diamondPixels(blackToWhite, { ...identity, a: 1 / 10, d: 1 / 10 }, 12, 12);
  const red = (x: number, y: number) => pixels[(y * 12 + x) * 4]!;
  expect(red(4, 0)).toBe(red(0, 4));
  expect(red(2, 2)).toBe(red(4, 0));
  expect(Math.abs(red(4, 0) - 127)).toBeLessThanOrEqual(1);
  expect(red(11, 11)).toBe(255);
});

it('writes colours with their own and the paint’s opacity', () => {
  expect(cssColor({ r: 1, g: 0.5, b: 0, a: 0.5 }, 0.5)).toBe('rgba(255, 128, 0, 0.25)');
});
