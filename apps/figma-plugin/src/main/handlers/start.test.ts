import { describe, expect, it } from 'vitest';
import { frame, setUp } from '../testing/ask.ts';

const start = { protocol: 1, origin: 'http://localhost:8787' };
const empty = {
  version: 2,
  title: '',
  format: { aspect: '16:9', resolution: 1080, fps: 30, ground: 'design' },
  mood: 'crisp',
  loop: false,
  lines: { burnIn: false },
  shots: [],
  storyboard: null,
  render: null,
};

describe('starting', () => {
  it('changes nothing in the file', async () => {
    const { ask, writes } = setUp({ nodes: [frame('1:1')], selection: ['1:1'] });
    await ask('start', start);
    expect(writes).toEqual([]);
  });

  it('gives a token to the server it came from only', async () => {
    const { ask } = setUp();
    await ask('save-token', { origin: start.origin, token: 'secret' });
    expect((await ask('start', start)).token).toBe('secret');
    expect((await ask('start', { ...start, origin: 'https://elsewhere.example' })).token).toBeNull();
    await ask('save-token', { origin: start.origin, token: null });
    expect((await ask('start', start)).token).toBeNull();
  });

  it('names the file the same each time', async () => {
    const { ask } = setUp({ nodes: [frame('1:1')] });
    const { source } = await ask('start', start);
    await ask('save-board', { board: empty });
    expect((await ask('start', start)).source).toBe(source);
    expect(source).toMatch(/^[0-9a-z]{20}$/);
  });

  it('refuses a panel of another build', async () => {
    const { ask } = setUp();
    await expect(ask('start', { ...start, protocol: 99 })).rejects.toMatchObject({ code: 'old-panel' });
  });
});
