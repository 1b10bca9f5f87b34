import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as doc from './testing/documents.ts';
import { near, openViewer, type Viewer } from './testing/look.ts';

let viewer: Viewer;

beforeAll(async () => {
  viewer = await openViewer();
});
afterAll(async () => {
  await viewer?.close();
});

const redBox = { fills: [doc.red] };

describe('paints', () => {
  const stops = [
    [0, [0, 0, 0]],
    [1, [255, 255, 255]],
  ] as const;

  it('draws each kind of gradient along its handles', async () => {
    const box = (id: string, x: number, kind: 'LINEAR' | 'RADIAL' | 'ANGULAR' | 'DIAMOND') =>
      doc.shape('RECTANGLE', id, [x, 0, 100, 50], {
        fills: [
          kind === 'LINEAR'
            ? doc.gradient(
                kind,
                [
                  [0, 0],
                  [1, 0],
                  [0, 1],
                ],
                stops,
              )
            : doc.gradient(
                kind,
                [
                  [0.5, 0.5],
                  [1, 0.5],
                  [0.5, 1],
                ],
                stops,
              ),
        ],
      });
    await viewer.open(
      doc.file(
        box('l', 0, 'LINEAR'),
        box('r', 200, 'RADIAL'),
        box('a', 400, 'ANGULAR'),
        box('d', 600, 'DIAMOND'),
      ),
    );
    const grey = (v: number) => [v, v, v, 255];
    const [start, half] = await viewer.look('l', [
      [0, 10],
      [50, 40],
    ]);
    near(start, grey(1));
    near(half, grey(128));
    // An oval: half as high as it is wide.
    const [right, bottom, corner] = await viewer.look('r', [
      [75, 25],
      [50, 37],
      [0, 0],
    ]);
    near(right, grey(128), 4);
    near(bottom, grey(127), 6);
    near(corner, grey(255));
    const [below, left] = await viewer.look('a', [
      [50, 49],
      [0, 25],
    ]);
    near(below, grey(64), 4);
    near(left, grey(128), 4);
    const [diamond, middle] = await viewer.look('d', [
      [75, 37],
      [50, 25],
    ]);
    near(diamond, grey(255), 6);
    near(middle, grey(4), 4);
  });

  it('fits images by their scale mode', async () => {
    // Two pixels: red on the left, blue on the right.
    const image = await viewer.page.evaluate(async () => {
      const canvas = new OffscreenCanvas(64, 32);
      const ctx = canvas.getContext('2d')!;
      ctx.fillStyle = '#f00';
      ctx.fillRect(0, 0, 32, 32);
      ctx.fillStyle = '#00f';
      ctx.fillRect(32, 0, 32, 32);
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa(String.fromCharCode(...bytes));
    });
    const fill = (more: object) => ({ fills: [{ type: 'IMAGE', imageRef: 'two', ...more }] });
    const half = [
      [0.5, 0, 0.5],
      [0, 1, 0],
    ];
    await viewer.open(
      doc.file(
        doc.shape('RECTANGLE', 'fill', [0, 0, 64, 64], fill({ scaleMode: 'FILL' })),
        doc.shape('RECTANGLE', 'fit', [0, 0, 64, 64], fill({ scaleMode: 'FIT' })),
        doc.shape('RECTANGLE', 'tile', [0, 0, 64, 64], fill({ scaleMode: 'TILE', scalingFactor: 0.5 })),
        doc.shape('RECTANGLE', 'crop', [0, 0, 64, 64], fill({ scaleMode: 'STRETCH', imageTransform: half })),
        doc.shape('RECTANGLE', 'gone', [0, 0, 64, 64], {
          fills: [doc.green, { type: 'IMAGE', imageRef: 'none' }],
        }),
      ),
      { two: image },
    );
    const [red, blue, nothing] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
      [0, 0, 0, 0],
    ];
    expect(
      await viewer.look('fill', [
        [4, 4],
        [60, 60],
      ]),
    ).toEqual([red, blue]);
    expect(
      await viewer.look('fit', [
        [4, 4],
        [4, 32],
        [60, 32],
      ]),
    ).toEqual([nothing, red, blue]);
    expect(
      await viewer.look('tile', [
        [4, 4],
        [28, 20],
        [36, 36],
      ]),
    ).toEqual([red, blue, red]);
    expect(await viewer.look('crop', [[4, 4]])).toEqual([blue]);
    expect(await viewer.look('gone', [[4, 4]])).toEqual([[0, 255, 0, 255]]);
  });

  it('blends by the mode of a node and of a paint', async () => {
    const grey = doc.solid([128, 128, 128]);
    await viewer.open(
      doc.file(
        doc.shape('FRAME', 'f', [0, 0, 60, 20], {
          fills: [doc.solid([200, 100, 0])],
          children: [
            doc.shape('RECTANGLE', 'm', [0, 0, 20, 20], { fills: [grey], blendMode: 'MULTIPLY' }),
            doc.shape('RECTANGLE', 'b', [20, 0, 20, 20], { fills: [grey], blendMode: 'LINEAR_BURN' }),
            doc.shape('RECTANGLE', 'p', [40, 0, 20, 20], {
              fills: [doc.white, { ...grey, blendMode: 'MULTIPLY' }],
            }),
          ],
        }),
      ),
    );
    const [multiplied, burnt, paint] = await viewer.look('f', [
      [10, 10],
      [30, 10],
      [50, 10],
    ]);
    near(multiplied, [100, 50, 0, 255]);
    near(burnt, [73, 0, 0, 255]);
    near(paint, [128, 128, 128, 255]);
  });
});

describe('strokes', () => {
  it('lies inside, outside or on the edge', async () => {
    const box = (id: string, strokeAlign: string) =>
      doc.shape('RECTANGLE', id, [10, 10, 20, 20], {
        ...redBox,
        strokes: [doc.blue],
        strokeWeight: 4,
        strokeAlign,
      });
    await viewer.open(doc.file(box('in', 'INSIDE'), box('out', 'OUTSIDE'), box('mid', 'CENTER')));
    const [red, blue] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    expect(
      await viewer.look('in', [
        [3, 10],
        [4, 10],
      ]),
    ).toEqual([blue, red]);
    expect(
      await viewer.look('out', [
        [0, 14],
        [3, 14],
        [4, 14],
      ]),
    ).toEqual([blue, blue, red]);
    expect(
      await viewer.look('mid', [
        [0, 12],
        [3, 12],
        [4, 12],
      ]),
    ).toEqual([blue, blue, red]);
    expect((await viewer.picture('mid')).width).toBe(24);
  });

  it('gives each side its own weight', async () => {
    const weights = { top: 0, right: 6, bottom: 2, left: 0 };
    await viewer.open(
      doc.file(
        doc.shape('RECTANGLE', 'r', [0, 0, 20, 20], {
          ...redBox,
          strokes: [doc.blue],
          individualStrokeWeights: weights,
          strokeAlign: 'INSIDE',
        }),
      ),
    );
    const [red, blue] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    expect(
      await viewer.look('r', [
        [0, 0],
        [13, 5],
        [14, 5],
        [5, 17],
        [5, 18],
      ]),
    ).toEqual([red, red, blue, red, blue]);
  });

  it('keeps one side of the file’s doubled outline', async () => {
    const node = doc.shape('VECTOR', 'v', [0, 0, 20, 20], {
      ...redBox,
      strokes: [doc.blue],
      strokeWeight: 4,
      strokeAlign: 'INSIDE',
      fillGeometry: [{ path: 'M0 0H20V20H0Z', windingRule: 'NONZERO' }],
      strokeGeometry: [{ path: 'M-4 -4H24V24H-4ZM4 4V16H16V4Z', windingRule: 'NONZERO' }],
    });
    await viewer.open(doc.file(node));
    expect((await viewer.picture('v')).width).toBe(20);
    expect(
      await viewer.look('v', [
        [2, 10],
        [10, 10],
      ]),
    ).toEqual([
      [0, 0, 255, 255],
      [255, 0, 0, 255],
    ]);
  });
});

describe('effects', () => {
  const shadow = { type: 'DROP_SHADOW', color: { r: 0, g: 0, b: 0, a: 1 }, radius: 0 };

  it('drops a shadow that keeps out of a glassy node unless it may show', async () => {
    const glass = { fills: [doc.solid([255, 255, 255], 0.5)] };
    const effects = (showShadowBehindNode: boolean) => [
      { ...shadow, offset: { x: 10, y: 0 }, showShadowBehindNode },
    ];
    await viewer.open(
      doc.file(
        doc.shape('RECTANGLE', 'cut', [0, 0, 20, 20], { ...glass, effects: effects(false) }),
        doc.shape('RECTANGLE', 'seen', [0, 0, 20, 20], { ...glass, effects: effects(true) }),
      ),
    );
    near((await viewer.look('cut', [[15, 10]]))[0], [255, 255, 255, 128], 2);
    const [within, outside] = await viewer.look('seen', [
      [15, 10],
      [25, 10],
    ]);
    expect(within![3]).toBeGreaterThan(180);
    near(outside, [0, 0, 0, 128], 2);
  });

  it('grows with the spread and ends one blur radius further out', async () => {
    const effects = [{ ...shadow, radius: 10, spread: 5, offset: { x: 0, y: 0 } }];
    await viewer.open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 40, 40], { ...redBox, effects })));
    expect((await viewer.picture('r')).width).toBe(70);
    // The edge of the grown form is where a blur is half as strong.
    const [far, edge] = await viewer.look('r', [
      [1, 35],
      [10, 35],
    ]);
    expect(far![3]).toBeLessThan(20);
    expect(Math.abs(edge![3]! - 138)).toBeLessThan(16);
  });

  it('shadows what is in a frame that has no fill', async () => {
    const child = doc.shape('RECTANGLE', 'c', [0, 0, 10, 10], redBox);
    const effects = [{ ...shadow, offset: { x: 20, y: 0 } }];
    await viewer.open(doc.file(doc.shape('FRAME', 'f', [0, 0, 50, 10], { effects, children: [child] })));
    expect(
      await viewer.look('f', [
        [5, 5],
        [15, 5],
        [25, 5],
      ]),
    ).toEqual([
      [255, 0, 0, 255],
      [0, 0, 0, 0],
      [0, 0, 0, 255],
    ]);
  });

  it('darkens inside an edge with an inner shadow', async () => {
    const effects = [{ ...shadow, type: 'INNER_SHADOW', offset: { x: 6, y: 0 } }];
    await viewer.open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 20, 20], { ...redBox, effects })));
    expect(
      await viewer.look('r', [
        [3, 10],
        [10, 10],
      ]),
    ).toEqual([
      [0, 0, 0, 255],
      [255, 0, 0, 255],
    ]);
  });

  it('blurs a layer, and what lies behind a glass', async () => {
    const stripes = [
      doc.shape('RECTANGLE', 's', [0, 0, 50, 40], { fills: [doc.black] }),
      doc.shape('RECTANGLE', 't', [50, 0, 50, 40], { fills: [doc.white] }),
    ];
    const glass = doc.shape('RECTANGLE', 'g', [30, 0, 40, 40], {
      fills: [doc.solid([255, 255, 255], 0.01)],
      effects: [{ type: 'BACKGROUND_BLUR', radius: 20 }],
    });
    const soft = doc.shape('RECTANGLE', 'soft', [200, 0, 40, 40], {
      ...redBox,
      effects: [{ type: 'LAYER_BLUR', radius: 12 }],
    });
    await viewer.open(
      doc.file(
        doc.shape('FRAME', 'f', [0, 0, 100, 40], { clipsContent: true, children: [...stripes, glass] }),
        soft,
      ),
    );
    const [sharp, left, right] = await viewer.look('f', [
      [29, 20],
      [45, 20],
      [55, 20],
    ]);
    expect(sharp).toEqual([0, 0, 0, 255]);
    expect(left![0]).toBeGreaterThan(30);
    expect(right![0]).toBeLessThan(225);
    expect((await viewer.picture('soft')).width).toBe(64);
    const [edge] = await viewer.look('soft', [[12, 32]]);
    expect(Math.abs(edge![3]! - 138)).toBeLessThan(20);
  });
});
