import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportOptions } from './index.ts';
import type { RestDocument } from './rest-node.ts';
import { type Bench, openBench } from './testing/bench.ts';
import * as doc from './testing/documents.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => {
  await bench?.close();
});

const png: ExportOptions = { format: 'PNG', scale: 1, contentsOnly: true, useAbsoluteBounds: false };

async function open(document: RestDocument, images: Record<string, string> = {}): Promise<void> {
  await bench.page.evaluate(([d, i]) => window.bench.open(d, i), [document, images] as const);
}

/** Straight RGBA at places of a node's picture. */
async function look(
  id: string,
  places: [number, number][],
  how: Partial<ExportOptions> = {},
): Promise<number[][]> {
  return bench.page.evaluate(([n, o, p]) => window.bench.pixels(n, o, p), [
    id,
    { ...png, ...how },
    places,
  ] as const);
}

async function picture(id: string, how: Partial<ExportOptions> = {}) {
  return bench.page.evaluate(([n, o]) => window.bench.picture(n, o), [id, { ...png, ...how }] as const);
}

const near = (found: number[] | undefined, expected: number[], by = 3) => {
  const most = Math.max(...expected.map((v, i) => Math.abs(v - (found?.[i] ?? Number.NaN))));
  expect(most, `${found} should be near ${expected}`).toBeLessThanOrEqual(by);
};

const redBox = { fills: [doc.red] };

describe('an export', () => {
  it('covers the whole page pixels around the node, transparent where it has nothing', async () => {
    await open(doc.file(doc.shape('ELLIPSE', 'e', [10.5, 20.25, 9, 9], redBox)));
    const { width, height } = await picture('e', { scale: 3 });
    expect([width, height]).toEqual([30, 30]);
    const [corner, middle] = await look(
      'e',
      [
        [0, 0],
        [15, 15],
      ],
      { scale: 3 },
    );
    expect(corner).toEqual([0, 0, 0, 0]);
    expect(middle).toEqual([255, 0, 0, 255]);
  });

  it('keeps a frame’s edges sharp at a scale that is no whole number', async () => {
    await open(doc.file(doc.shape('FRAME', 'f', [7, 3, 15, 10], redBox)));
    const { width, height } = await picture('f', { scale: 1.5 });
    expect([width, height]).toEqual([23, 15]);
    const [corner] = await look('f', [[0, 0]], { scale: 1.5 });
    expect(corner).toEqual([255, 0, 0, 255]);
  });

  it('leaves out what is hidden and says so where nothing is left', async () => {
    await open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 10, 10], { ...redBox, visible: false })));
    await expect(picture('r')).rejects.toThrow(/may not have any visible layers/);
    await expect(picture('nobody')).rejects.toThrow(/no node nobody/);
  });

  it('refuses a size that no canvas has', async () => {
    await open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 90_000, 10], redBox)));
    await expect(picture('r')).rejects.toThrow(/too large/);
  });

  it('leaves out what overlaps the node, unless asked for it', async () => {
    const below = doc.shape('RECTANGLE', 'below', [0, 0, 20, 20], redBox);
    const above = doc.shape('RECTANGLE', 'above', [10, 0, 20, 20], { fills: [doc.blue] });
    await open(doc.file(below, above));
    expect(await look('below', [[15, 5]])).toEqual([[255, 0, 0, 255]]);
    expect(await look('below', [[15, 5]], { contentsOnly: false })).toEqual([[0, 0, 255, 255]]);
  });

  it('takes the bounding box on request, without what hangs over it', async () => {
    const effects = [{ type: 'DROP_SHADOW', radius: 10, offset: { x: 0, y: 0 } }];
    await open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 20, 20], { ...redBox, effects })));
    expect((await picture('r')).width).toBe(40);
    expect((await picture('r', { useAbsoluteBounds: true })).width).toBe(20);
  });

  it('lays a JPEG on white', async () => {
    await open(doc.file(doc.shape('ELLIPSE', 'e', [0, 0, 20, 20], redBox)));
    const [corner] = await look('e', [[0, 0]], { format: 'JPG' });
    near(corner, [255, 255, 255, 255], 8);
  });
});

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
    await open(
      doc.file(
        box('l', 0, 'LINEAR'),
        box('r', 200, 'RADIAL'),
        box('a', 400, 'ANGULAR'),
        box('d', 600, 'DIAMOND'),
      ),
    );
    const grey = (v: number) => [v, v, v, 255];
    const [start, half] = await look('l', [
      [0, 10],
      [50, 40],
    ]);
    near(start, grey(1));
    near(half, grey(128));
    // An oval: half as high as it is wide.
    const [right, bottom, corner] = await look('r', [
      [75, 25],
      [50, 37],
      [0, 0],
    ]);
    near(right, grey(128), 4);
    near(bottom, grey(127), 6);
    near(corner, grey(255));
    const [below, left] = await look('a', [
      [50, 49],
      [0, 25],
    ]);
    near(below, grey(64), 4);
    near(left, grey(128), 4);
    const [diamond, middle] = await look('d', [
      [75, 37],
      [50, 25],
    ]);
    near(diamond, grey(255), 6);
    near(middle, grey(4), 4);
  });

  it('fits images by their scale mode', async () => {
    // Two pixels: red on the left, blue on the right.
    const image = await bench.page.evaluate(async () => {
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
    await open(
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
      await look('fill', [
        [4, 4],
        [60, 60],
      ]),
    ).toEqual([red, blue]);
    expect(
      await look('fit', [
        [4, 4],
        [4, 32],
        [60, 32],
      ]),
    ).toEqual([nothing, red, blue]);
    expect(
      await look('tile', [
        [4, 4],
        [28, 20],
        [36, 36],
      ]),
    ).toEqual([red, blue, red]);
    expect(await look('crop', [[4, 4]])).toEqual([blue]);
    expect(await look('gone', [[4, 4]])).toEqual([[0, 255, 0, 255]]);
  });

  it('blends by the mode of a node and of a paint', async () => {
    const grey = doc.solid([128, 128, 128]);
    await open(
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
    const [multiplied, burnt, paint] = await look('f', [
      [10, 10],
      [30, 10],
      [50, 10],
    ]);
    near(multiplied, [100, 50, 0, 255]);
    near(burnt, [73, 0, 0, 255]);
    near(paint, [128, 128, 128, 255]);
  });
});

describe('groups', () => {
  it('cuts children off at a frame’s rounded corners', async () => {
    const child = doc.shape('RECTANGLE', 'c', [-10, -10, 100, 100], redBox);
    await open(
      doc.file(
        doc.shape('FRAME', 'f', [0, 0, 40, 40], { clipsContent: true, cornerRadius: 20, children: [child] }),
      ),
    );
    expect(
      await look('f', [
        [1, 1],
        [20, 20],
      ]),
    ).toEqual([
      [0, 0, 0, 0],
      [255, 0, 0, 255],
    ]);
    expect((await picture('f')).width).toBe(40);
  });

  it('smooths the edges it cuts: clips, images, gradients and one-sided strokes', async () => {
    const turning = doc.gradient(
      'ANGULAR',
      [
        [0.5, 0.5],
        [1, 0.5],
        [0.5, 1],
      ],
      [
        [0, [255, 0, 0]],
        [1, [255, 0, 0]],
      ],
    );
    const disc = (id: string, more: object) => doc.shape('ELLIPSE', id, [0, 0, 40, 40], more);
    const clip = doc.shape('FRAME', 'clip', [0, 0, 40, 40], {
      clipsContent: true,
      cornerRadius: 20,
      children: [doc.shape('RECTANGLE', 'c', [0, 0, 40, 40], redBox)],
    });
    const mask = doc.shape('GROUP', 'mask', [0, 0, 40, 40], {
      children: [
        disc('m', { fills: [doc.black], isMask: true, maskType: 'VECTOR' }),
        doc.shape('RECTANGLE', 'x', [0, 0, 40, 40], redBox),
      ],
    });
    const outline = [{ path: 'M-2 -2H42V42H-2Z', windingRule: 'NONZERO' }];
    const stroke = disc('stroke', {
      strokes: [doc.red],
      strokeAlign: 'INSIDE',
      strokeWeight: 40,
      arcData: { startingAngle: 0, endingAngle: 6.2832, innerRadius: 0 },
      strokeGeometry: outline,
    });
    await open(doc.file(clip, mask, stroke, disc('gradient', { fills: [turning] }), disc('plain', redBox)));
    const edge = Array.from({ length: 8 }, (_, i): [number, number] => [i + 2, 9]);
    const [plain, ...others] = await Promise.all(
      ['plain', 'clip', 'mask', 'stroke', 'gradient'].map(async (id) =>
        (await look(id, edge)).map((p) => p[3]!),
      ),
    );
    expect(plain!.filter((a) => a > 0 && a < 255).length).toBeGreaterThan(0);
    for (const found of others) {
      expect(Math.max(...found.map((a, i) => Math.abs(a - plain![i]!)))).toBeLessThanOrEqual(3);
    }
  });

  it('fades a group as one', async () => {
    const children = [
      doc.shape('RECTANGLE', 'a', [0, 0, 20, 20], redBox),
      doc.shape('RECTANGLE', 'b', [0, 0, 20, 20], { fills: [doc.blue] }),
    ];
    await open(doc.file(doc.shape('GROUP', 'g', [0, 0, 20, 20], { opacity: 0.5, children })));
    near((await look('g', [[10, 10]]))[0], [0, 0, 255, 128], 1);
  });

  it('shows through a mask what lies over it, by alpha, outline or light', async () => {
    const masked = (id: string, maskType: string, fills: object[], more: object = {}) =>
      doc.shape('GROUP', id, [0, 0, 40, 20], {
        children: [
          doc.shape('RECTANGLE', `${id}0`, [0, 0, 10, 20], { fills: [doc.green] }),
          doc.shape('RECTANGLE', `${id}1`, [10, 0, 10, 20], { isMask: true, maskType, fills, ...more }),
          doc.shape('RECTANGLE', `${id}2`, [0, 0, 40, 20], redBox),
        ],
      });
    await open(
      doc.file(
        masked('alpha', 'ALPHA', [doc.solid([0, 0, 0], 0.5)]),
        masked('vector', 'VECTOR', [doc.solid([0, 0, 0], 0.5)]),
        masked('light', 'LUMINANCE', [doc.solid([0, 255, 0])]),
      ),
    );
    const places: [number, number][] = [
      [5, 10],
      [15, 10],
    ];
    const [green, faded] = await look('alpha', places);
    expect(green).toEqual([0, 255, 0, 255]);
    near(faded, [255, 0, 0, 128], 1);
    expect((await picture('alpha')).width).toBe(20);
    expect((await look('vector', places))[1]).toEqual([255, 0, 0, 255]);
    near((await look('light', places))[1], [255, 0, 0, 182], 1);
  });

  it('draws what a turned node holds at its place', async () => {
    const turned = {
      ...doc.shape('FRAME', 'f', [0, 0, 40, 10], {
        ...redBox,
        children: [doc.shape('RECTANGLE', 'c', [30, 0, 10, 10], { fills: [doc.blue] })],
      }),
      relativeTransform: [
        [0, -1, 10],
        [1, 0, 0],
      ],
    };
    await open(doc.file(turned));
    expect(
      await look('f', [
        [5, 5],
        [5, 35],
      ]),
    ).toEqual([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]);
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
    await open(doc.file(box('in', 'INSIDE'), box('out', 'OUTSIDE'), box('mid', 'CENTER')));
    const [red, blue] = [
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ];
    expect(
      await look('in', [
        [3, 10],
        [4, 10],
      ]),
    ).toEqual([blue, red]);
    expect(
      await look('out', [
        [0, 14],
        [3, 14],
        [4, 14],
      ]),
    ).toEqual([blue, blue, red]);
    expect(
      await look('mid', [
        [0, 12],
        [3, 12],
        [4, 12],
      ]),
    ).toEqual([blue, blue, red]);
    expect((await picture('mid')).width).toBe(24);
  });

  it('gives each side its own weight', async () => {
    const weights = { top: 0, right: 6, bottom: 2, left: 0 };
    await open(
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
      await look('r', [
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
    await open(doc.file(node));
    expect((await picture('v')).width).toBe(20);
    expect(
      await look('v', [
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
    await open(
      doc.file(
        doc.shape('RECTANGLE', 'cut', [0, 0, 20, 20], { ...glass, effects: effects(false) }),
        doc.shape('RECTANGLE', 'seen', [0, 0, 20, 20], { ...glass, effects: effects(true) }),
      ),
    );
    near((await look('cut', [[15, 10]]))[0], [255, 255, 255, 128], 2);
    const [within, outside] = await look('seen', [
      [15, 10],
      [25, 10],
    ]);
    expect(within![3]).toBeGreaterThan(180);
    near(outside, [0, 0, 0, 128], 2);
  });

  it('grows with the spread and ends one blur radius further out', async () => {
    const effects = [{ ...shadow, radius: 10, spread: 5, offset: { x: 0, y: 0 } }];
    await open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 40, 40], { ...redBox, effects })));
    expect((await picture('r')).width).toBe(70);
    // The edge of the grown form is where a blur is half as strong.
    const [far, edge] = await look('r', [
      [1, 35],
      [10, 35],
    ]);
    expect(far![3]).toBeLessThan(20);
    expect(Math.abs(edge![3]! - 138)).toBeLessThan(16);
  });

  it('shadows what is in a frame that has no fill', async () => {
    const child = doc.shape('RECTANGLE', 'c', [0, 0, 10, 10], redBox);
    const effects = [{ ...shadow, offset: { x: 20, y: 0 } }];
    await open(doc.file(doc.shape('FRAME', 'f', [0, 0, 50, 10], { effects, children: [child] })));
    expect(
      await look('f', [
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
    await open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 20, 20], { ...redBox, effects })));
    expect(
      await look('r', [
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
    await open(
      doc.file(
        doc.shape('FRAME', 'f', [0, 0, 100, 40], { clipsContent: true, children: [...stripes, glass] }),
        soft,
      ),
    );
    const [sharp, left, right] = await look('f', [
      [29, 20],
      [45, 20],
      [55, 20],
    ]);
    expect(sharp).toEqual([0, 0, 0, 255]);
    expect(left![0]).toBeGreaterThan(30);
    expect(right![0]).toBeLessThan(225);
    expect((await picture('soft')).width).toBe(64);
    const [edge] = await look('soft', [[12, 32]]);
    expect(Math.abs(edge![3]! - 138)).toBeLessThan(20);
  });
});

describe('text', () => {
  it('is drawn with the font, the fill and the place asked for', async () => {
    await open(
      doc.file(
        doc.text(
          't',
          [0, 0, 200, 40],
          'H',
          { fontSize: 40, lineHeightPx: 40, textAlignHorizontal: 'RIGHT' },
          redBox,
        ),
      ),
    );
    const b = await bench.page.evaluate(() => window.bench.bounds('t'));
    expect(b.x).toBeGreaterThan(165);
    expect(b.x + b.width).toBeLessThan(200);
    // Inter's capitals are 0.727 em high.
    expect(Math.abs(b.height - 29.7)).toBeLessThan(1.5);
    const [stem] = await look('t', [[4, 15]]);
    near(stem, [255, 0, 0, 255], 1);
  });

  it('goes on with Inter where a family is not shipped', async () => {
    await open(doc.file(doc.text('t', [0, 0, 200, 40], 'Hello', { fontFamily: 'No Such Font' })));
    expect((await picture('t')).width).toBeGreaterThan(30);
  });
});

it('puts a frame together again from its children’s pictures', async () => {
  const shadow = (radius: number, y: number) => [
    { type: 'DROP_SHADOW', radius, offset: { x: 0, y }, color: { r: 0.1, g: 0.1, b: 0.3, a: 0.3 } },
  ];
  const children = [
    doc.shape('ELLIPSE', 'disc', [-30.3, 20.7, 150.5, 150.5], {
      fills: [
        doc.gradient(
          'LINEAR',
          [
            [0, 0],
            [1, 1],
            [-1, 1],
          ],
          [
            [0, [255, 190, 0]],
            [1, [200, 30, 90]],
          ],
        ),
      ],
    }),
    doc.shape('FRAME', 'card', [60.25, 40.5, 180, 110], {
      fills: [doc.white],
      cornerRadius: 18,
      effects: shadow(24, 8),
      children: [doc.text('title', [16, 16, 148, 30], 'Bicycle tours', { fontWeight: 600 })],
    }),
    doc.shape('VECTOR', 'leaf', [200, 10, 60, 60], {
      fills: [doc.green],
      effects: shadow(6, 3),
      fillGeometry: [{ path: 'M0 60C0 20 20 0 60 0C60 40 40 60 0 60Z', windingRule: 'NONZERO' }],
    }),
    doc.shape('GROUP', 'pair', [20, 120, 100, 50], {
      opacity: 0.6,
      children: [
        doc.shape('RECTANGLE', 'p1', [0, 0, 60.4, 30], { ...redBox, cornerRadius: 9 }),
        doc.shape('RECTANGLE', 'p2', [30, 15, 60, 30], { fills: [doc.blue], cornerRadius: 9 }),
      ],
    }),
    doc.text('note', [150.3, 160.6, 120, 60], 'Leaves at nine from the old bridge', {
      fontSize: 13,
      lineHeightPx: 18,
    }),
  ];
  const frame = doc.file(
    doc.shape('FRAME', 'f', [7, -3, 280, 200], {
      fills: [doc.solid([240, 238, 230])],
      clipsContent: true,
      children,
    }),
  );
  await open(frame);
  const ground = doc.withoutChildren(frame, 'f');
  const ids = children.map((c) => c.id);
  for (const scale of [1, 2, 3]) {
    const found = await bench.page.evaluate(([g, i, s]) => window.bench.reassemble('f', g, i, s), [
      ground,
      ids,
      scale,
    ] as const);
    expect(found.over2, `at ${scale}×: ${JSON.stringify(found)}`).toBeLessThan(0.001);
    expect(found.worst).toBeLessThanOrEqual(8);
  }
});
