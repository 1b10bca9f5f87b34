import { describe, expect, it } from 'vitest';
import { pluginResult } from './testing/plugin-result.ts';
import { runPlugin } from './testing/run-plugin.ts';
import { editNode, removeNode } from './write-node.ts';

const LISTEN = `
  const heard = [];
  const hear = ({ nodeChanges }) => {
    for (const { type, id, node, properties } of nodeChanges)
      done({ type, id, properties: properties ?? null, removed: node.removed, name: node.removed ? null : node.name });
  };
  figma.currentPage.on('nodechange', hear);
  done('listening');
`;

describe('changes on a page', () => {
  it('are told when the person at the canvas makes them, and count as no write of the plugin', async () => {
    const test = await runPlugin(LISTEN);
    expect(await test.nextMessage()).toBe('listening');
    editNode(test, '2:3', { name: 'Greeting', characters: 'Hello you' });
    expect(await test.nextMessage()).toMatchObject({
      type: 'PROPERTY_CHANGE',
      properties: ['name'],
      name: 'Greeting',
    });
    expect(await test.nextMessage()).toMatchObject({ id: '2:3', properties: ['characters'] });
    removeNode(test, '2:2');
    expect(await test.nextMessage()).toEqual({
      type: 'DELETE',
      id: '2:2',
      properties: null,
      removed: true,
      name: null,
    });
    expect(test.document.changes).toEqual([]);
    test.run.end();
  });

  it('are told of nodes that the plugin makes, and of what it keeps on them', async () => {
    const test = await runPlugin(`${LISTEN}
      const made = figma.createRectangle();
      made.setPluginData('key', 'value');
    `);
    expect(await test.nextMessage()).toBe('listening');
    expect(await test.nextMessage()).toMatchObject({ type: 'CREATE', removed: false });
    expect(await test.nextMessage()).toMatchObject({ type: 'PROPERTY_CHANGE', properties: ['pluginData'] });
    test.run.end();
  });

  it('are told no more after off, and once after once', async () => {
    const test = await runPlugin(`
      const told = { on: 0, once: 0 };
      const hear = () => { told.on += 1; };
      figma.currentPage.on('nodechange', hear);
      figma.currentPage.once('nodechange', () => { told.once += 1; });
      figma.ui.onmessage = (message) => {
        if (message === 'off') figma.currentPage.off('nodechange', hear);
        done(told);
      };
      done('listening');
    `);
    await test.nextMessage();
    const told = async (message: string) => {
      test.run.receive(message, 'null');
      return test.nextMessage();
    };
    editNode(test, '1:1', { name: 'A' });
    editNode(test, '1:1', { name: 'B' });
    expect(await told('ask')).toEqual({ on: 2, once: 1 });
    await told('off');
    editNode(test, '1:1', { name: 'C' });
    expect(await told('ask')).toEqual({ on: 2, once: 1 });
    test.run.end();
  });

  it('need a page that is loaded, an event that there is, and a function', async () => {
    const words = await pluginResult(`
      const other = await get('0:2');
      done([
        attempt(() => other.on('nodechange', () => {})),
        attempt(() => figma.currentPage.on('change', () => {})),
        attempt(() => figma.currentPage.on('nodechange')),
        attempt(() => frame.on('nodechange', () => {})),
      ]);
    `);
    expect(words).toEqual([
      expect.stringContaining('has not been explicitly loaded'),
      expect.stringContaining("Expected 'nodechange'"),
      expect.stringContaining('Expected function'),
      expect.stringContaining("no such property 'on' on FRAME node"),
    ]);
  });

  it('that cannot be made say what can', async () => {
    const test = await runPlugin('');
    expect(() => editNode(test, '1:1', { rotation: 4 })).toThrow(/does not set "rotation". It sets: name/);
    expect(() => editNode(test, '1:1', { visible: 'no' })).toThrow(/set_visible/);
    expect(() => editNode(test, '9:9', {})).toThrow('no node with the id "9:9"');
    expect(() => removeNode(test, '0:1')).toThrow('could be deleted');
    test.run.end();
  });
});
