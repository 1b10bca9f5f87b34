import { describe, expect, it } from 'vitest';
import { createMemoryStore } from './key-value-store.ts';
import { pluginResult as result } from './testing/plugin-result.ts';
import { runPlugin } from './testing/run-plugin.ts';

describe('nodes', () => {
  it('have the plugin API’s types, tree and geometry', async () => {
    expect(
      await result(`
        const card = await get('2:2'); const page = figma.currentPage;
        done({
          types: [figma.root.type, page.type, frame.type, card.type],
          name: figma.root.name,
          parents: [card.parent.name, card.parent.parent.name, page.parent.type, figma.root.parent],
          at: [frame.x, frame.y, card.x, card.y, card.width, card.height, card.rotation],
          absolute: card.absoluteTransform,
          box: frame.absoluteBoundingBox,
          render: frame.absoluteRenderBounds,
          top: card.getTopLevelFrame().id,
          removed: card.removed,
        });`),
    ).toEqual({
      types: ['DOCUMENT', 'PAGE', 'FRAME', 'RECTANGLE'],
      name: 'Fixture file',
      parents: ['Group', 'Home', 'DOCUMENT', null],
      at: [100, 200, 20, 40, 100, 50, 0],
      absolute: [
        [1, 0, 120],
        [0, 1, 240],
      ],
      box: { x: 100, y: 200, width: 360, height: 640 },
      render: { x: 96, y: 196, width: 368, height: 652 },
      top: '1:1',
      removed: false,
    });
  });

  it('have fills, strokes, corners and effects in the plugin API’s words', async () => {
    expect(
      await result(`
        const card = await get('2:2');
        done({
          fill: frame.fills[0], effect: frame.effects[0].type, corner: frame.cornerRadius === figma.mixed,
          corners: [frame.topLeftRadius, frame.bottomLeftRadius],
          stroke: card.strokes[0].opacity, weight: card.strokeWeight === figma.mixed,
          weights: [card.strokeTopWeight, card.strokeRightWeight, card.strokeBottomWeight],
          gradient: card.fills[0].gradientTransform, opacity: card.opacity,
        });`),
    ).toEqual({
      fill: {
        type: 'SOLID',
        visible: true,
        opacity: 1,
        blendMode: 'NORMAL',
        color: { r: 1, g: 1, b: 1 },
        boundVariables: {},
      },
      effect: 'DROP_SHADOW',
      corner: true,
      corners: [24, 0],
      stroke: 0.5,
      weight: true,
      weights: [1, 0, 2],
      // The ramp runs from the top to the bottom: gradient space's x is the node's y.
      gradient: [
        [0, 1, 0],
        [-1, 0, 1],
      ],
      opacity: 0.5,
    });
  });

  it('tell of mixed text and its segments', async () => {
    expect(
      await result(`
        const text = await get('2:3');
        done({
          size: text.fontSize, mixed: text.fontName === figma.mixed && text.fontWeight === figma.mixed,
          segments: text.getStyledTextSegments(['fontWeight', 'fontSize']),
          unknown: attempt(() => text.getStyledTextSegments(['weight'])),
        });`),
    ).toEqual({
      size: 20,
      mixed: true,
      segments: [
        { characters: 'Hello', start: 0, end: 5, fontWeight: 700, fontSize: 20 },
        { characters: ' world', start: 5, end: 11, fontWeight: 400, fontSize: 20 },
      ],
      unknown: expect.stringContaining('in getStyledTextSegments'),
    });
  });

  it('have reactions with durations in seconds, of new links and of old ones', async () => {
    expect(
      await result(`
        const link = (node) => node.reactions[0].actions[0];
        done([link(await get('1:1')), link(await get('1:2'))].map((a) => [a.destinationId, a.transition]));`),
    ).toEqual([
      [
        '1:2',
        { type: 'PUSH', direction: 'LEFT', matchLayers: false, easing: { type: 'EASE_OUT' }, duration: 0.4 },
      ],
      ['1:1', { type: 'DISSOLVE', easing: { type: 'EASE_OUT' }, duration: 0.3 }],
    ]);
  });

  it('have annotations and main components', async () => {
    expect(
      await result(`
        const main = await (await get('2:4')).getMainComponentAsync();
        done([(await get('1:1')).annotations, main.name, main.description]);`),
    ).toEqual([[{ label: 'The card rises' }], 'Chip', 'A small label.']);
  });

  it('are found by callback and by criteria', async () => {
    expect(
      await result(`
        const page = figma.currentPage; 
        frame.setPluginData('k', 'v');
        done([
          page.findAll((node) => node.type === 'TEXT').length,
          page.findOne((node) => node.name === 'Card').id,
          page.findChildren().length,
          page.findAllWithCriteria({ types: ['RECTANGLE', 'TEXT'] }).map((node) => node.id),
          page.findAllWithCriteria({ pluginData: { keys: ['k'] } }).map((node) => node.id),
          attempt(() => page.findAllWithCriteria({ names: [] })),
        ]);`),
    ).toEqual([
      1,
      '2:2',
      3,
      ['2:2', '2:3'],
      ['1:1'],
      expect.stringContaining("Unrecognized key(s) in object: 'names'"),
    ]);
  });

  it('are exported as REST has them', async () => {
    expect(
      await result(`
        const { document } = await (await get('2:3')).exportAsync({ format: 'JSON_REST_V1' });
        done([document.id, document.characters, document.style.fontSize]);`),
    ).toEqual(['2:3', 'Hello world', 20]);
  });

  it('are exported at a width or height', async () => {
    const test = await runPlugin(`(async () => {
      const frame = await figma.getNodeByIdAsync('1:1');
      await frame.exportAsync({ format: 'JPG', constraint: { type: 'WIDTH', value: 736 } });
      await frame.exportAsync({ format: 'PNG', constraint: { type: 'HEIGHT', value: 320 }, useAbsoluteBounds: true });
      done('ok');
    })();`);
    await test.nextMessage();
    test.run.end();
    expect(test.exports).toEqual([
      { id: '1:1', format: 'JPG', scale: 2, contentsOnly: true, useAbsoluteBounds: false },
      { id: '1:1', format: 'PNG', scale: 0.5, contentsOnly: true, useAbsoluteBounds: true },
    ]);
  });
});

describe('what a plugin leaves behind', () => {
  it('is found by its next run, and by no other plugin', async () => {
    const storage = createMemoryStore();
    const clientStorage = createMemoryStore();
    await result(
      `
       frame.setPluginData('board', 'kept'); frame.setSharedPluginData('space', 'k', 'shared');
       frame.setPluginData('gone', 'x'); frame.setPluginData('gone', '');
       await figma.clientStorage.setAsync('token', { at: new Date(3), bytes: new Uint8Array([5]) });
       const box = figma.createRectangle(); box.name = 'Placed'; box.resize(40, 30); box.x = 7;
       done(1);`,
      { storage, clientStorage },
    );
    const read = `
      const [placed] = figma.currentPage.findAll((node) => node.name === 'Placed');
      done([frame.getPluginData('board'), frame.getPluginDataKeys(), frame.getSharedPluginData('space', 'k'),
        placed && [placed.x, placed.width, placed.height], await figma.clientStorage.getAsync('token'),
        await figma.clientStorage.keysAsync()]);`;
    expect(await result(read, { storage, clientStorage })).toEqual([
      'kept',
      ['board'],
      'shared',
      [7, 40, 30],
      { at: new Date(3), bytes: new Uint8Array([5]) },
      ['token'],
    ]);
    expect(await result(read, { storage, manifest: { id: 'another' } })).toEqual([
      '',
      [],
      'shared',
      [7, 40, 30],
      undefined,
      [],
    ]);
  });

  it('is recorded, and what it made itself is told from what was there', async () => {
    const test = await runPlugin(`(async () => {
      const card = await figma.getNodeByIdAsync('2:2');
      card.setPluginData('k', 'v');
      card.visible = false;
      const text = figma.createText();
      text.characters = 'Hi';
      done('ok');
    })();`);
    await test.nextMessage();
    test.run.end();
    const foreign = test.document.changes.filter((change) => !change.own);
    expect(foreign.map(({ kind, nodeId, property }) => [kind, nodeId, property])).toEqual([
      ['pluginData', '2:2', 'k'],
      ['set', '2:2', 'visible'],
    ]);
    expect(test.document.changes.filter((change) => change.own).map((change) => change.kind)).toEqual([
      'create',
      'set',
    ]);
  });

  it('takes paints of the plugin API and gives them back', async () => {
    expect(
      await result(`
        const box = figma.createRectangle();
        box.fills = [{ type: 'IMAGE', scaleMode: 'CROP', imageHash: 'abc', imageTransform: [[1, 0, 0], [0, 1, 0]] }];
        const [fill] = box.fills;
        done([fill.scaleMode, fill.imageHash, attempt(() => { box.fills = [{ type: 'SOLID', color: { r: 2, g: 0, b: 0 } }]; }),
          attempt(() => { box.fills = [{ type: 'SOLID', colour: 1 }]; })]);`),
    ).toEqual([
      'CROP',
      'abc',
      expect.stringMatching(/^in set_fills: Property "fills" failed validation: .* at \[0\]\.color\.r$/),
      expect.stringMatching(/^in set_fills: /),
    ]);
  });
});

describe('events', () => {
  it('tell of the selection and the page, one after the other', async () => {
    const test = await runPlugin(
      `
      figma.on('selectionchange', () => done(['selection', figma.currentPage.selection.map((n) => n.id)]));
      figma.on('currentpagechange', () => done(['page', figma.currentPage.name]));
      figma.on('run', ({ command }) => done(['run', command]));
      figma.on('close', () => done(['close']));`,
      { command: 'again' },
    );
    expect(await test.nextMessage()).toEqual(['run', 'again']);
    test.editor.select(['1:1', '1:2']);
    expect(await test.nextMessage()).toEqual(['selection', ['1:1', '1:2']]);
    test.editor.setCurrentPage('0:2');
    expect(await test.nextMessage()).toEqual(['page', 'Page 2']);
    test.run.end();
    await test.ended;
  });

  it('end with closePlugin and its message', async () => {
    const test = await runPlugin(`figma.closePlugin('Bye'); setTimeout(() => done('still here'), 0);`);
    expect(await test.ended).toBe('Bye');
    expect(test.posted).toEqual([]);
  });
});
