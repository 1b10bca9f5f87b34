import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION, type RequestName, requestNames } from '@animatic/figma-plugin/protocol';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPlugin } from '../../apps/figma-plugin/scripts/build.ts';
import { createMemoryStore } from '../../apps/playground/src/host/key-value-store.ts';
import { runPlugin } from '../../apps/playground/src/host/testing/run-plugin.ts';

const sample = new URL('../../apps/playground/samples/shop/document.json', import.meta.url);
let code = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animatic-plugin-'));
  await buildPlugin({ apiOrigin: 'http://localhost:8787', outDir: folder });
  code = await readFile(join(folder, 'code.js'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Options = NonNullable<Parameters<typeof runPlugin>[1]>;

/** The built plugin in the strict sandbox, with a sample open, and a way to ask it. */
async function openPlugin(options: Options = {}) {
  const file: unknown = JSON.parse(await readFile(sample, 'utf8'));
  const test = await runPlugin(code, { file, ...options });
  await vi.waitFor(() => expect(test.windows.some(({ visible }) => visible)).toBe(true), 20_000);
  let last = 0;
  const ask = async (name: string, params: object = {}): Promise<Record<string, unknown>> => {
    last += 1;
    const id = last;
    test.run.receive({ kind: 'request', id, name, params }, 'null');
    for (;;) {
      const message = await test.nextMessage();
      if (isRecord(message) && message.kind === 'response' && message.id === id) return message;
      if (isRecord(message) && 'uncaught' in message) throw new Error(String(message.uncaught));
    }
  };
  return { ...test, ask };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const start = { protocol: PROTOCOL_VERSION, origin: 'http://localhost:8787' };
const board = {
  version: 3,
  title: 'Launch',
  format: { aspect: '16:9', resolution: 1080, fps: 30, ground: 'design' },
  mood: 'crisp',
  loop: false,
  lines: { burnIn: false },
  storyboard: null,
  render: null,
};
const frames = async (ask: (name: string) => Promise<Record<string, unknown>>): Promise<string[]> => {
  const { result } = await ask('read-page-frames');
  const list = isRecord(result) && Array.isArray(result.frames) ? result.frames : [];
  return list.flatMap((frame) => (isRecord(frame) ? String(frame.id) : []));
};

describe('the built code.js in a sandbox as strict as Figma', () => {
  it('opens its window with Figma’s colours', async () => {
    const { ask, windows, run, errors } = await openPlugin();
    await ask('list-renders');
    expect(windows.at(-1)).toMatchObject({ visible: true, themeColors: true, title: 'Animatic' });
    run.end();
    expect(errors).toEqual([]);
  });

  it('knows every request of the protocol', async () => {
    const { ask, run } = await openPlugin();
    const unknown: RequestName[] = [];
    for (const name of requestNames.filter((one) => one !== 'close')) {
      const { failure } = await ask(name);
      const words = isRecord(failure) ? String(failure.message) : '';
      if (words.includes('does not know')) unknown.push(name);
    }
    run.end();
    expect(unknown).toEqual([]);
  });

  it('offers the selection, describes its frames and reads their grounds, touching nothing', async () => {
    const { ask, editor, document, run, errors } = await openPlugin();
    const ids = await frames(ask);
    editor.select(ids.slice(0, 3));
    expect(await ask('start', start)).toMatchObject({
      result: { editable: true, board: null, selection: { order: 'prototype', refused: [] } },
    });
    for (const id of ids) {
      const described = await ask('describe-frame', { id });
      expect(described).toMatchObject({ ok: true, result: { id, cut: false, outline: { opens: true } } });
      expect(await ask('read-ground', { frame: id, id })).toMatchObject({ result: { exact: true } });
    }
    const { result } = await ask('read-links', { ids });
    expect(isRecord(result) && Array.isArray(result.links) && result.links.length).toBeGreaterThan(3);
    expect(document.changes).toEqual([]);
    run.end();
    expect(errors).toEqual([]);
  });

  it('finds the board again that another run kept in the file', async () => {
    const storage = createMemoryStore();
    const first = await openPlugin({ storage });
    const [id = ''] = await frames(first.ask);
    const direction = 'Headline first, then the cards. '.repeat(8000);
    const caption = { direction, line: '', title: '' };
    const rest = { duration: null, chips: [], variant: 0, transition: null, rendered: null };
    const made = { engine: 'motion', ask: null, scene: null, takes: [] };
    const kept = { ...board, shots: [{ id: 'a', frame: id, name: 'Home', caption, ...rest, ...made }] };
    expect(await first.ask('save-board', { board: kept })).toMatchObject({ result: { place: 'file' } });
    await first.store.flushed();
    first.run.end();
    const second = await openPlugin({ storage });
    expect(await second.ask('start', start)).toMatchObject({ result: { board: kept } });
    second.run.end();
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  it('keeps the board on the device in a view-only file', async () => {
    const { ask, run } = await openPlugin({ viewOnly: true });
    expect(await ask('save-board', { board: { ...board, shots: [] } })).toMatchObject({
      result: { place: 'device' },
    });
    expect(await ask('start', start)).toMatchObject({ result: { editable: false, boardPlace: 'device' } });
    run.end();
  });

  it('asks for a still in whole frame pixels with nothing but what Figma takes', async () => {
    const { ask, exports, run } = await openPlugin();
    const [id = ''] = await frames(ask);
    await ask('capture-still', { id, scale: 2 });
    expect(exports).toEqual([{ id, format: 'PNG', scale: 2, contentsOnly: true, useAbsoluteBounds: true }]);
    run.end();
  });
});
