import { describe, expect, it } from 'vitest';
import { runPlugin } from './testing/run-plugin.ts';

describe('a plugin in the sandbox', () => {
  it('reads the selection, exports a node and posts the bytes', async () => {
    const test = await runPlugin(
      `figma.ui.onmessage = async (message) => {
        const [node] = figma.currentPage.selection;
        const bytes = await node.exportAsync({ format: 'PNG', constraint: { type: 'SCALE', value: 2 } });
        done({ echo: message, name: node.name, type: node.type, bytes });
      };`,
      { exportBytes: new Uint8Array([137, 80, 78, 71]) },
    );
    test.editor.select(['1:1']);
    test.run.receive({ hello: new Date(0), more: new Uint8Array([7]) }, 'null');
    expect(await test.nextMessage()).toEqual({
      echo: { hello: new Date(0), more: new Uint8Array([7]) },
      name: 'Home',
      type: 'FRAME',
      bytes: new Uint8Array([137, 80, 78, 71]),
    });
    expect(test.exports).toEqual([
      { id: '1:1', format: 'PNG', scale: 2, contentsOnly: true, useAbsoluteBounds: false },
    ]);
    test.run.end();
    expect(test.errors).toEqual([]);
  });
});
