import type { NodeId } from '@animatic/schema';
import type {
  FrameDescription,
  PrototypeLink,
  RequestName,
  Selection,
  Start,
  StillBitmap,
  StoredBoard,
} from '../../protocol/index.ts';
import { newBoard, newShot } from '../board/board.ts';
import { screenOutline } from './screen-outline.ts';
import { type ScreenName, screenNames, screenPng, screenSize } from './screens.ts';

/** A stand-in for Figma and the plugin's main thread: drawn frames, everything kept in memory. */
export interface Host {
  /** The board as it was kept last. */
  board: StoredBoard | null;
  token: string | null;
  opened: string[];
  remembered: unknown[];
  select(names: ScreenName[]): void;
  /** The frame looks other than before, and Figma says so. */
  change(name: ScreenName): void;
  remove(name: ScreenName): void;
  /** The frame is called otherwise. */
  rename(name: ScreenName, to: string): void;
}

declare global {
  interface Window {
    host: Host;
  }
}

/** As Figma makes it: without an origin, free to hand files to the browser. It is put on the page last, when all its questions can be answered. */
const panel = document.createElement('iframe');
panel.id = 'panel';
panel.setAttribute('sandbox', 'allow-scripts allow-downloads');
panel.src = '/ui.html';
panel.style.cssText = 'width:380px;height:680px;border:0';

const ids = new Map<ScreenName, NodeId>(screenNames.map((name, index) => [name, `1:${index + 1}`]));
const versions = new Map<NodeId, number>();
const removed = new Set<NodeId>();
const renamed = new Map<NodeId, string>();
const nameOf = (id: NodeId) => screenNames.find((name) => ids.get(name) === id);
const offer = (name: ScreenName) => ({ id: ids.get(name) ?? '', name, size: screenSize });
const query = new URLSearchParams(location.search);
const selected = (query.get('select') ?? '').split(',');
const chosen = screenNames.filter((name) => selected.includes(name));

const selectionOf = (names: readonly ScreenName[]): Selection => ({
  frames: names.map(offer),
  refused: [],
  order: 'reading',
  onPage: Number(query.get('on-page') ?? screenNames.length),
});
const links: PrototypeLink[] = [
  {
    from: '1:1',
    to: '1:2',
    trigger: { node: '1:1', type: 'ON_CLICK', box: { x: 32, y: 732, width: 326, height: 56 } },
    transition: 'PUSH',
    direction: 'LEFT',
    duration: 0.4,
  },
];

function describe(id: NodeId): FrameDescription {
  const name = nameOf(id) ?? 'Frame';
  return {
    ...offer(nameOf(id) ?? 'Welcome'),
    name: renamed.get(id) ?? name,
    cut: false,
    background: { r: 1, g: 1, b: 1, a: 1 },
    fingerprint: `${id}@${versions.get(id) ?? 0}`,
    directions: name === 'Shop' ? [{ id: '9:1', source: 'annotation', text: 'Zoom in on the shop' }] : [],
    // Nothing is taken apart here: there are no layers' pixels to be had.
    outline: { ...screenOutline(nameOf(id) ?? 'Welcome', id), opens: false },
  };
}

async function bitmap(id: NodeId, scale: number): Promise<StillBitmap> {
  const png = await screenPng(nameOf(id) ?? 'Welcome', scale);
  return {
    id,
    bytes: new Uint8Array(await png.arrayBuffer()),
    width: Math.round(screenSize.width * scale),
    height: Math.round(screenSize.height * scale),
    bounds: { x: 0, y: 0, ...screenSize },
    size: screenSize,
  };
}

const start = (): Start => ({
  protocol: 1,
  file: 'Ceramics shop',
  source: 'file-1',
  page: { id: '0:1', name: 'Flows' },
  editable: !query.has('view-only'),
  command: '',
  selection: selectionOf(chosen),
  board: window.host.board,
  boardPlace: query.has('view-only') ? 'device' : 'file',
  boardProblem: null,
  token: window.host.token,
  settings: { width: 380, height: 680, format: null, fileUrl: null },
  renders: [],
});

type Params = { id: NodeId; scale: number; side: number; board: StoredBoard; token: string; url: string };
const handlers: Partial<Record<RequestName, (params: Params & Record<string, unknown>) => unknown>> = {
  start,
  'read-page-frames': () => selectionOf(screenNames),
  'save-board': ({ board }) => {
    window.host.board = board;
    return { place: 'file' };
  },
  'describe-frame': ({ id }) => {
    if (removed.has(id)) throw new Error('This frame is no longer on the page.');
    return describe(id);
  },
  'read-links': () => ({ links }),
  'make-thumbnail': ({ id, side }) => bitmap(id, side / screenSize.height),
  'capture-still': ({ id, scale }) => bitmap(id, scale),
  'save-token': ({ token }) => {
    window.host.token = token;
    return {};
  },
  'open-link': ({ url }) => {
    window.host.opened.push(url);
    return {};
  },
  'remember-render': ({ render }) => {
    window.host.remembered.push(render);
    return { place: 'file' };
  },
};

const send = (message: object) => panel.contentWindow?.postMessage({ pluginMessage: message }, '*');

window.addEventListener('message', async ({ source, data }: MessageEvent) => {
  const message = data?.pluginMessage;
  if (source !== panel.contentWindow || message?.kind !== 'request') return;
  try {
    const handler = handlers[message.name as RequestName];
    const result = (await handler?.(message.params)) ?? {};
    send({ kind: 'response', id: message.id, ok: true, result });
  } catch (error) {
    const failure = { code: 'gone', message: error instanceof Error ? error.message : '' };
    send({ kind: 'response', id: message.id, ok: false, failure });
  }
});

/** `?shots=60`: a board that was kept before, its shots the four screens over and over. */
function keptBoard(count: number): StoredBoard | null {
  if (count === 0) return null;
  const shots = Array.from({ length: count }, (_, index) => {
    const name = screenNames[index % screenNames.length] ?? 'Welcome';
    return { ...newShot(offer(name)), id: `s${index}` };
  });
  return { version: 3, ...newBoard('Ceramics shop'), shots, storyboard: null, render: null };
}

window.host = {
  board: keptBoard(Number(query.get('shots') ?? 0)),
  token: query.get('token'),
  opened: [],
  remembered: [],
  select: (names) =>
    void send({ kind: 'event', name: 'selection-changed', data: { selection: selectionOf(names) } }),
  change(name) {
    const id = ids.get(name) ?? '';
    versions.set(id, (versions.get(id) ?? 0) + 1);
    send({ kind: 'event', name: 'document-changed', data: { ids: [id] } });
  },
  rename(name, to) {
    const id = ids.get(name) ?? '';
    renamed.set(id, to);
    send({ kind: 'event', name: 'document-changed', data: { ids: [id] } });
  },
  remove(name) {
    const id = ids.get(name) ?? '';
    removed.add(id);
    send({ kind: 'event', name: 'document-changed', data: { ids: [id] } });
  },
};

document.body.append(panel);
