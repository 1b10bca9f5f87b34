import { describe, expect, it } from 'vitest';
import { pluginResult as result } from './testing/plugin-result.ts';

describe('strictness', () => {
  it('throws for names that a node does not have', async () => {
    expect(
      await result(`
        done([
          attempt(() => frame.characters),
          attempt(() => figma.currentPage.fills),
          attempt(() => { frame.colour = 1; }),
          attempt(() => figma.selection),
          attempt(() => figma.ui.send),
          'characters' in frame, 'fills' in frame,
        ])`),
    ).toEqual([
      "no such property 'characters' on FRAME node",
      "no such property 'fills' on PAGE node",
      "no such property 'colour' on FRAME node",
      "no such property 'selection' on the figma global object",
      "no such property 'send' on the figma.ui object",
      false,
      true,
    ]);
  });

  it('says so where Figma has an API that is behind a flag or not here', async () => {
    expect(await result(` done([attempt(() => frame.animations), attempt(() => figma.variables)])`)).toEqual([
      '"animations" is not a supported API',
      '"variables" is not a supported API',
    ]);
  });

  it('throws for setting what has no setter', async () => {
    expect(
      await result(`
        done([attempt(() => { frame.width = 3; }), attempt(() => { frame.id = 'x'; }), attempt(() => { figma.root = 1; })])`),
    ).toEqual(['no setter for property', 'no setter for property', 'no setter for property']);
  });

  it('throws for the calls that dynamic-page forbids, in the words of Figma', async () => {
    expect(
      await result(`
        const instance = await figma.getNodeByIdAsync('2:4');
        done([
          attempt(() => figma.getNodeById('1:1')),
          attempt(() => instance.mainComponent),
          attempt(() => { instance.reactions = []; }),
          attempt(() => { figma.currentPage = figma.root.children[1]; }),
          attempt(() => figma.getLocalPaintStyles()),
          attempt(() => figma.on('documentchange', () => {})),
          attempt(() => figma.root.findAll()),
          attempt(() => figma.root.children[1].children),
        ])`),
    ).toEqual([
      'in getNodeById: Cannot call with documentAccess: dynamic-page. Use figma.getNodeByIdAsync instead.',
      'in get_mainComponent: Cannot call with documentAccess: dynamic-page. Use node.getMainComponentAsync instead.',
      'in set_reactions: Cannot call with documentAccess: dynamic-page. Use node.setReactionsAsync instead.',
      'in set_currentPage: Cannot call with documentAccess: dynamic-page. Use figma.setCurrentPageAsync instead.',
      'in getLocalPaintStyles: Cannot call with documentAccess: dynamic-page. Use figma.getLocalPaintStylesAsync instead.',
      expect.stringMatching(/^in on: .*loadAllPagesAsync/),
      expect.stringMatching(/^in findAll: .*loadAllPagesAsync/),
      expect.stringMatching(/^in get_children: .*loadAsync/),
    ]);
  });

  it('opens pages once they are loaded', async () => {
    expect(
      await result(`
        const page = figma.root.children[1];
        await page.loadAsync();
        const one = page.children.length;
        await figma.loadAllPagesAsync();
        done([one, figma.root.findAll((node) => node.name === 'Chip').length])`),
    ).toEqual([0, 2]);
  });

  it('throws for settings that exportAsync does not know', async () => {
    expect(
      await result(`
        done([
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', scale: 2 })),
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 2, max: 3 } })),
          await attemptAsync(() => frame.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 0 } })),
          await attemptAsync(() => frame.exportAsync({ format: 'TIFF' })),
          await attemptAsync(() => frame.exportAsync({ format: 'SVG' })),
          await attemptAsync(() => frame.exportAsync({ format: 'MP4' })),
        ])`),
    ).toEqual([
      `in exportAsync: Property "settings" failed validation: Unrecognized key(s) in object: 'scale'`,
      `in exportAsync: Property "settings" failed validation: Unrecognized key(s) in object: 'max' at .constraint`,
      expect.stringMatching(/^in exportAsync: .* at \.constraint\.value$/),
      expect.stringMatching(/^in exportAsync: .* at \.format$/),
      expect.stringContaining('does not export SVG'),
      expect.stringContaining('animated top-level frame'),
    ]);
  });

  it('throws for options that showUI, notify and on do not know', async () => {
    expect(
      await result(`done([
        attempt(() => figma.showUI(__html__, { theme: true })),
        attempt(() => figma.showUI('<b>mine</b>')),
        attempt(() => figma.notify('x', { color: 'red' })),
        attempt(() => figma.notify(3)),
        attempt(() => figma.on('selectionChange', () => {})),
        attempt(() => figma.on('run', 'x')),
      ])`),
    ).toEqual([
      `in showUI: Property "options" failed validation: Unrecognized key(s) in object: 'theme'`,
      expect.stringMatching(/^in showUI: .*__html__/),
      `in notify: Property "options" failed validation: Unrecognized key(s) in object: 'color'`,
      expect.stringMatching(/^in notify: Property "message" failed validation/),
      expect.stringMatching(/^in on: .*received 'selectionChange'/),
      'in on: Property "callback" failed validation: Expected function',
    ]);
  });

  it('gives out what cannot be changed in place', async () => {
    expect(
      await result(`
        const { fills } = frame;
        done([
          attempt(() => fills.push(1)),
          attempt(() => { fills[0].color.r = 0; }),
          attempt(() => { figma.currentPage.selection.push(frame); }),
          frame.fills === fills,
        ])`),
    ).toEqual([
      expect.stringContaining('not extensible'),
      expect.stringContaining('read-only'),
      expect.stringContaining('not extensible'),
      false,
    ]);
  });

  it('keeps the identity of nodes, and says when one is gone', async () => {
    expect(
      await result(`
        const rectangle = figma.createRectangle();
        rectangle.remove();
        done([
          frame === figma.currentPage.children[0],
          frame.children[0].parent === frame,
          rectangle.removed,
          attempt(() => rectangle.name),
          await figma.getNodeByIdAsync('77:7'),
          JSON.stringify({ frame }),
        ])`),
    ).toEqual([
      true,
      true,
      true,
      expect.stringMatching(/^The node with id ".*" does not exist$/),
      null,
      '{"frame":{"id":"1:1"}}',
    ]);
  });
});
