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

describe('an export', () => {
  it('covers the whole page pixels around the node, transparent where it has nothing', async () => {
    await viewer.open(doc.file(doc.shape('ELLIPSE', 'e', [10.5, 20.25, 9, 9], redBox)));
    const { width, height } = await viewer.picture('e', { scale: 3 });
    expect([width, height]).toEqual([30, 30]);
    const [corner, middle] = await viewer.look(
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
    await viewer.open(doc.file(doc.shape('FRAME', 'f', [7, 3, 15, 10], redBox)));
    const { width, height } = await viewer.picture('f', { scale: 1.5 });
    expect([width, height]).toEqual([23, 15]);
    const [corner] = await viewer.look('f', [[0, 0]], { scale: 1.5 });
    expect(corner).toEqual([255, 0, 0, 255]);
  });

  it('leaves out what is hidden and says so where nothing is left', async () => {
    await viewer.open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 10, 10], { ...redBox, visible: false })));
    await expect(viewer.picture('r')).rejects.toThrow(/may not have any visible layers/);
    await expect(viewer.picture('nobody')).rejects.toThrow(/no node nobody/);
  });

  it('refuses a size that no canvas has', async () => {
    await viewer.open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 90_000, 10], redBox)));
    await expect(viewer.picture('r')).rejects.toThrow(/too large/);
  });

  it('leaves out what overlaps the node, unless asked for it', async () => {
    const below = doc.shape('RECTANGLE', 'below', [0, 0, 20, 20], redBox);
    const above = doc.shape('RECTANGLE', 'above', [10, 0, 20, 20], { fills: [doc.blue] });
    await viewer.open(doc.file(below, above));
    expect(await viewer.look('below', [[15, 5]])).toEqual([[255, 0, 0, 255]]);
    expect(await viewer.look('below', [[15, 5]], { contentsOnly: false })).toEqual([[0, 0, 255, 255]]);
  });

  it('takes the bounding box on request, without what hangs over it', async () => {
    const effects = [{ type: 'DROP_SHADOW', radius: 10, offset: { x: 0, y: 0 } }];
    await viewer.open(doc.file(doc.shape('RECTANGLE', 'r', [0, 0, 20, 20], { ...redBox, effects })));
    expect((await viewer.picture('r')).width).toBe(40);
    expect((await viewer.picture('r', { useAbsoluteBounds: true })).width).toBe(20);
  });

  it('lays a JPEG on white', async () => {
    await viewer.open(doc.file(doc.shape('ELLIPSE', 'e', [0, 0, 20, 20], redBox)));
    const [corner] = await viewer.look('e', [[0, 0]], { format: 'JPG' });
    near(corner, [255, 255, 255, 255], 8);
  });
});

describe('groups', () => {
  it('cuts children off at a frame’s rounded corners', async () => {
    const child = doc.shape('RECTANGLE', 'c', [-10, -10, 100, 100], redBox);
    await viewer.open(
      doc.file(
        doc.shape('FRAME', 'f', [0, 0, 40, 40], { clipsContent: true, cornerRadius: 20, children: [child] }),
      ),
    );
    expect(
      await viewer.look('f', [
        [1, 1],
        [20, 20],
      ]),
    ).toEqual([
      [0, 0, 0, 0],
      [255, 0, 0, 255],
    ]);
    expect((await viewer.picture('f')).width).toBe(40);
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
    await viewer.open(
      doc.file(clip, mask, stroke, disc('gradient', { fills: [turning] }), disc('plain', redBox)),
    );
    const edge = Array.from({ length: 8 }, (_, i): [number, number] => [i + 2, 9]);
    const [plain, ...others] = await Promise.all(
      ['plain', 'clip', 'mask', 'stroke', 'gradient'].map(async (id) =>
        (await viewer.look(id, edge)).map((p) => p[3]!),
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
    await viewer.open(doc.file(doc.shape('GROUP', 'g', [0, 0, 20, 20], { opacity: 0.5, children })));
    near((await viewer.look('g', [[10, 10]]))[0], [0, 0, 255, 128], 1);
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
    await viewer.open(
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
    const [green, faded] = await viewer.look('alpha', places);
    expect(green).toEqual([0, 255, 0, 255]);
    near(faded, [255, 0, 0, 128], 1);
    expect((await viewer.picture('alpha')).width).toBe(20);
    expect((await viewer.look('vector', places))[1]).toEqual([255, 0, 0, 255]);
    near((await viewer.look('light', places))[1], [255, 0, 0, 182], 1);
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
    await viewer.open(doc.file(turned));
    expect(
      await viewer.look('f', [
        [5, 5],
        [5, 35],
      ]),
    ).toEqual([
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ]);
  });
});

describe('text', () => {
  it('is drawn with the font, the fill and the place asked for', async () => {
    await viewer.open(
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
    const b = await viewer.page.evaluate(() => window.bench.bounds('t'));
    expect(b.x).toBeGreaterThan(165);
    expect(b.x + b.width).toBeLessThan(200);
    // Inter's capitals are 0.727 em high.
    expect(Math.abs(b.height - 29.7)).toBeLessThan(1.5);
    const [stem] = await viewer.look('t', [[4, 15]]);
    near(stem, [255, 0, 0, 255], 1);
  });

  it('goes on with Inter where a family is not shipped', async () => {
    await viewer.open(doc.file(doc.text('t', [0, 0, 200, 40], 'Hello', { fontFamily: 'No Such Font' })));
    expect((await viewer.picture('t')).width).toBeGreaterThan(30);
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
  await viewer.open(frame);
  const ground = doc.withoutChildren(frame, 'f');
  const ids = children.map((c) => c.id);
  for (const scale of [1, 2, 3]) {
    const found = await viewer.page.evaluate(([g, i, s]) => window.bench.reassemble('f', g, i, s), [
      ground,
      ids,
      scale,
    ] as const);
    expect(found.over2, `at ${scale}×: ${JSON.stringify(found)}`).toBeLessThan(0.001);
    expect(found.worst).toBeLessThanOrEqual(8);
  }
});
