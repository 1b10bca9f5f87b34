import { describe, expect, it } from 'vitest';
import { frame, setUp } from '../testing/ask.ts';

describe('the selection', () => {
  it('offers frames in the order their links are walked', async () => {
    const toFirst = [
      {
        trigger: { type: 'ON_CLICK' },
        actions: [{ type: 'NODE', navigation: 'NAVIGATE', destinationId: '1:1', transition: null }],
      },
    ];
    const { ask } = setUp({
      nodes: [
        frame('1:1'),
        frame('1:2', 500, { children: [{ id: 'b', type: 'RECTANGLE', reactions: toFirst }] }),
      ],
      selection: ['1:1', '1:2'],
    });
    const { frames, order } = await ask('read-selection');
    expect(frames.map(({ id }) => id)).toEqual(['1:2', '1:1']);
    expect(order).toBe('prototype');
  });

  it('says why a node cannot be a shot', async () => {
    const { ask } = setUp({
      nodes: [
        { id: 'flat', type: 'FRAME', name: 'Flat', box: [0, 0, 100, 0] },
        { id: 'off', type: 'FRAME', name: 'Off', box: [0, 0, 10, 10], visible: false },
        { id: 'cut', type: 'SLICE', name: 'Cut', box: [0, 0, 10, 10] },
      ],
      selection: ['flat', 'off', 'cut'],
    });
    const { frames, refused } = await ask('read-selection');
    expect(frames).toEqual([]);
    expect(refused.map(({ problem }) => problem).sort()).toEqual(['hidden', 'no-size', 'not-exportable']);
  });

  it('takes a section for the frames in it', async () => {
    const section = {
      id: 's',
      type: 'SECTION',
      box: [0, 0, 900, 900] as const,
      children: [frame('1:1'), frame('1:2', 450)],
    };
    const { ask } = setUp({ nodes: [section], selection: ['s'] });
    const { frames, onPage } = await ask('read-selection');
    expect(frames.map(({ id }) => id)).toEqual(['1:1', '1:2']);
    expect(onPage).toBe(2);
  });
});
