import type { Preview, Render, Take } from '@animatic/schema';
import type { FrameDescription, StoredShot } from '../../protocol/index.ts';
import { type Board, newBoard, newShot } from '../board/board.ts';
import { createDeriver } from '../derive/derive-board.ts';
import type { Derived } from '../derive/derived.ts';
import { readShot } from '../derive/read-shot.ts';
import { startHistory } from '../store/history.ts';
import {
  emptySelection,
  type FrameKnown,
  initialState,
  type ResultView,
  type SavedFile,
  type State,
  unknownFrame,
} from '../store/state.ts';
import { generationPresses, generationStates } from './generation-states.ts';
import { screenOutline } from './screen-outline.ts';
import { drawScreen, type ScreenName, screenNames, screenSize } from './screens.ts';

const at = '2026-11-20T15:04:00.000Z';
const frameId = (index: number) => `10:${index + 1}`;

function description(name: ScreenName, index: number): FrameDescription {
  return {
    id: frameId(index),
    name,
    size: screenSize,
    cut: false,
    background: { r: 1, g: 1, b: 1, a: 1 },
    fingerprint: `f${index}`,
    directions:
      index === 1
        ? [{ id: '20:1', source: 'annotation', text: 'Product cards rise one by one' }]
        : index === 3
          ? [{ id: '20:2', source: 'note', text: 'Zoom in on the total' }]
          : [],
    outline: screenOutline(name, frameId(index)),
  };
}

const shots: StoredShot[] = screenNames.map((name, index) => ({
  ...newShot({ id: frameId(index), name }),
  id: `s${index}`,
}));
const directions = [
  'Slow push in on the headline',
  'The cards rise one by one, tap the search and hold for two seconds',
  'zoom in on the price with confetti, then make it sparkle',
  '',
];
const board: Board = {
  ...newBoard('Ceramics shop'),
  shots: shots.map((shot, index) => ({
    ...shot,
    caption: {
      ...shot.caption,
      direction: directions[index] ?? '',
      line: index === 0 ? 'Meet the new shop' : '',
    },
  })),
};

function frames(change: Partial<Record<number, Partial<FrameKnown>>> = {}): State['frames'] {
  return Object.fromEntries(
    screenNames.map((name, index) => [
      frameId(index),
      {
        ...unknownFrame,
        description: description(name, index),
        thumbnail: drawScreen(name, 0.3).toDataURL(),
        ...change[index],
      },
    ]),
  );
}

const readingsOf = ({ shots: all, mood }: Board) =>
  all.map((shot, index) =>
    readShot({
      shot,
      frame: description(screenNames[index % screenNames.length] ?? 'Welcome', index),
      index,
      count: all.length,
      mood,
    }),
  );

export const fixed: Omit<Derived, 'readings'> = {
  transitions: [
    { transition: { kind: 'push', direction: 'left', duration: 0.5 }, linked: true },
    {
      transition: { kind: 'dissolve', direction: 'left', duration: 0.5, standsFor: 'smart animate' },
      linked: true,
    },
    { transition: { kind: 'push', direction: 'left', duration: 0.5 }, linked: false },
    { transition: { kind: 'cut', direction: 'left', duration: 0 }, linked: false },
  ],
  asked: [],
  shots: [],
  starts: [0, 2.5, 5.5, 8],
  seconds: 12,
  size: { width: 1920, height: 1080 },
};

/** What follows from a state's board; only the readings follow really. */
export function derived(state: Pick<State, 'history'>): Derived {
  const known = { history: state.history, captures: {}, links: [], frames: frames() };
  const { shots: filmed, asked, readings, transitions } = createDeriver()(known);
  return {
    ...fixed,
    shots: filmed,
    asked,
    transitions: transitions.map((each, at) => fixed.transitions[at] ?? each),
    readings,
  };
}

const ready: State = {
  ...initialState,
  phase: 'ready',
  file: 'Ceramics shop',
  source: 'file-1',
  page: 'Flows',
};
const full: State = { ...ready, history: startHistory(board), frames: frames(), active: 's0' };
/** The board with one of its shots changed. */
const withShot = (index: number, change: Partial<StoredShot>): State => ({
  ...full,
  active: `s${index}`,
  history: startHistory({
    ...board,
    shots: board.shots.map((shot, at) => (at === index ? { ...shot, ...change } : shot)),
  }),
});
const signedIn = {
  token: 'token',
  me: {
    user: { id: 'u', name: 'Mara', email: 'mara@example.com' },
    workspace: { id: 'w', name: 'Studio Nord' },
  },
};
const take: Take = {
  id: '0190a5c2-0000-7000-8000-000000000001',
  renderId: '0190a5c2-0000-7000-8000-000000000002',
  clip: '/v1/takes/1/clip',
  poster: '/v1/takes/1/poster',
  width: 1920,
  height: 1080,
  fps: 30,
  seconds: 12,
  bytes: 2_340_000,
  createdAt: at,
};
const takeFiles: Take['files'] = [
  {
    kind: 'gif',
    url: '/gif',
    name: 'Ceramics shop 16x9.gif',
    type: 'image/gif',
    bytes: 9_800_000,
    note: 'lowered the rate from 30 to 15 frames a second',
  },
  {
    kind: 'webm',
    url: '/webm',
    name: 'Ceramics shop 16x9.webm',
    type: 'video/webm',
    bytes: 1_900_000,
    note: null,
  },
];
const tall: Take = {
  ...take,
  id: '0190a5c2-0000-7000-8000-000000000009',
  width: 1080,
  height: 1920,
  aspect: '9:16',
  files: [],
};
const preview: Preview = {
  id: '0190a5c2-0000-7000-8000-000000000003',
  title: 'Ceramics shop, first round',
  url: 'http://localhost:8787/p/Xw3kT9hVbY2mQpLr7cZsNd',
  ended: false,
  expiresAt: null,
  versions: [{ number: 1, take, publishedAt: at }],
  source: 'file-1',
  createdAt: at,
};
/** A clip's poster, wide as the clip is. */
const poster = () => {
  const canvas = document.createElement('canvas');
  canvas.width = 960;
  canvas.height = 540;
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#e4dfd6';
    pen.fillRect(0, 0, 960, 540);
    pen.drawImage(drawScreen('Shop', 1), 378, 49, 204, 442);
  }
  return canvas.toDataURL();
};
const result = (): ResultView => ({
  render: take.renderId,
  title: 'Ceramics shop',
  at,
  take,
  clip: 'data:video/mp4;base64,',
  poster: poster(),
  preview: null,
  previews: [],
  publishing: false,
  placing: 'no',
  refusal: null,
  problem: null,
});
const render = (index: number, state: Render['state']): Render => ({
  id: `0190a5c2-0000-7000-8000-00000000010${index}`,
  storyboardId: '0190a5c2-0000-7000-8000-000000000005',
  revision: index,
  title: 'Ceramics shop',
  source: 'file-1',
  state,
  place: null,
  progress: 1,
  stage: '',
  error:
    state === 'failed' ? { code: 'still_missing', message: 'The picture of “Product” is missing.' } : null,
  shots: [],
  cost: 0,
  takes: state === 'done' ? [take] : [],
  createdAt: `2026-11-2${index}T1${index}:20:00.000Z`,
  updatedAt: at,
});
const offers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `30:${index}`,
    name: `Checkout ${index + 1}`,
    size: screenSize,
  }));

const savedFile: SavedFile = {
  name: 'Ceramics shop.mp4',
  url: 'blob:none',
  bytes: 1_640_000,
  container: 'mp4',
  size: { width: 1920, height: 1080 },
  frames: [],
};

/** What is pressed in a state before it is drawn. */
export const presses: Record<string, string[]> = {
  ...generationPresses,
  alternatives: ['[data-shot=s1] [aria-label^="Another reading"]'],
  'alternatives-chosen': ['[data-shot=s1] [aria-label^="Another reading"]'],
  completing: ['[data-shot=s0] textarea'],
  'completing-nothing': ['[data-shot=s0] textarea'],
  'chip-camera': ['[data-shot=s0] [aria-label^="Change:"]'],
  'chip-layers': ['[data-shot=s1] [aria-label^="Change:"]'],
  also: ['[aria-label^="Also as:"]'],
  format: ['[aria-label^="Format:"]'],
  'format-transparent': ['[aria-label^="Format:"]'],
};

/** Every state of the panel that a person can meet, by name. */
export const states: Record<string, () => State> = {
  ...generationStates(full, signedIn),
  starting: () => initialState,
  'could-not-start': () => ({
    ...initialState,
    phase: 'failed',
    fatal: {
      title: 'Animatic could not start',
      detail: 'The panel and the plugin are of different versions. Close the plugin and open it again.',
    },
  }),
  empty: () => ready,
  'empty-page': () => ({ ...ready, selection: { ...emptySelection, onPage: 8 } }),
  'empty-selected': () => ({ ...ready, selection: { ...emptySelection, frames: offers(3), onPage: 8 } }),
  'empty-refused': () => ({
    ...ready,
    selection: {
      ...emptySelection,
      onPage: 8,
      refused: [
        {
          id: '1:1',
          name: 'Spacer',
          problem: 'no-size',
          message: '“Spacer” has no size, so there is nothing to film. Give it a width and a height.',
        },
      ],
    },
  }),
  'empty-61': () => ({ ...ready, selection: { ...emptySelection, frames: offers(61), onPage: 61 } }),
  board: () => full,
  alternatives: () => ({ ...full, active: 's1' }),
  'alternatives-chosen': () => withShot(1, { variant: 2 }),
  completing: () => withShot(0, { caption: { direction: 'Slow push in on @', line: '', title: '' } }),
  'completing-nothing': () =>
    withShot(0, { caption: { direction: 'Slow push in on @zebra', line: '', title: '' } }),
  carried: () =>
    withShot(0, {
      caption: { direction: '', line: '', title: '' },
      carried: { camera: [{ move: 'push-in' }], layers: [], overlays: [], scroll: [] },
    }),
  'chip-camera': () => withShot(0, { chips: [{ id: 'camera:10:102', set: { pace: 'quick' } }] }),
  'chip-layers': () => ({ ...full, active: 's1' }),
  notes: () => ({ ...full, history: startHistory({ ...board, shots: board.shots.slice(2) }), active: 's2' }),
  removed: () => withShot(0, { chips: [{ id: 'camera:10:102', removed: true }] }),
  'long-names': () =>
    withShot(0, {
      name: 'Checkout / Payment method selection (final) (approved by legal) v2',
      caption: {
        direction:
          'push in on “Ceramics, made slowly.” while @From twelve studios to your table blurs in from the left',
        line: 'A line that is much longer than the panel is wide, so that it is cut off at its end',
        title: '',
      },
    }),
  format: () => full,
  'format-transparent': () => {
    const format = {
      ...board.format,
      aspect: '9:16',
      resolution: 2160,
      fps: 24,
      ground: 'transparent',
    } as const;
    return { ...full, history: startHistory({ ...board, format, loop: true, mood: 'playful' }) };
  },
  'board-waiting': () => ({ ...full, frames: {} }),
  'board-offer': () => ({
    ...full,
    selection: { ...emptySelection, frames: offers(3), order: 'prototype', onPage: 7 },
  }),
  'board-changed': () => ({
    ...full,
    active: 's1',
    frames: frames({
      0: { stale: true },
      1: { gone: true },
      2: {
        problem: {
          title: 'The frame is too large.',
          detail: 'It is 40,000 px tall; at most 16,384 px can be captured. Split it.',
        },
      },
    }),
  }),
  'board-view-only': () => ({ ...full, editable: false, place: 'device' }),
  'board-not-saved': () => ({
    ...full,
    saveProblem: {
      title: 'Not saved',
      detail: 'The file’s plugin data is full. Shorten the longest directions.',
    },
  }),
  'connect-asking': () => ({ ...full, connecting: { step: 'asking' } }),
  'connect-code': () => ({
    ...full,
    connecting: {
      step: 'waiting',
      code: {
        device_code: 'd',
        user_code: 'WDJB-MJHT',
        verification_uri: 'http://localhost:8787/device',
        verification_uri_complete: 'http://localhost:8787/device?user_code=WDJB-MJHT',
        expires_in: 1800,
        interval: 5,
      },
    },
  }),
  'connect-failed': () => ({
    ...full,
    connecting: {
      step: 'failed',
      problem: {
        title: 'The server does not answer',
        detail: 'http://localhost:8787 does not answer. Is Animatic running? Type npm start in its folder.',
      },
    },
  }),
  present: () => ({ ...full, screen: 'present' }),
  'saving-capturing': () => ({ ...full, saving: { step: 'capturing', done: 2, total: 4, name: 'Product' } }),
  'saving-encoding': () => ({
    ...full,
    saving: { step: 'encoding', container: 'mp4', done: 123, total: 360, seconds: 4.2 },
  }),
  saved: () => ({ ...full, saving: { step: 'done', file: savedFile, placing: 'no', refusal: null } }),
  'saved-long-name': () => ({
    ...full,
    saving: {
      step: 'done',
      file: {
        ...savedFile,
        name: 'Quarterly all-hands walkthrough of the redesigned checkout, third.mp4',
        bytes: 64_300_000,
      },
      placing: 'poster',
      refusal: 'Videos are not supported on free Starter teams.',
    },
  }),
  'saving-failed': () => ({
    ...full,
    saving: {
      step: 'failed',
      problem: {
        title: 'This browser cannot encode video',
        detail:
          'Saving needs WebCodecs, as Figma’s desktop app, Chrome and Edge have it. Render makes the clip on the server.',
      },
    },
  }),
  'render-capturing': () => ({
    ...full,
    ...signedIn,
    job: { step: 'capturing', done: 1, total: 4, name: 'Shop' },
  }),
  'render-uploading': () => ({
    ...full,
    ...signedIn,
    job: { step: 'uploading', sent: 3, total: 14, bytesSent: 1_200_000, bytesTotal: 4_830_000 },
  }),
  'render-queued': () => ({ ...full, ...signedIn, job: { step: 'queued', render: 'r', place: 3 } }),
  'render-rendering': () => ({
    ...full,
    ...signedIn,
    job: { step: 'rendering', render: 'r', progress: 0.42, stage: 'Drawing shot 2 of 4' },
  }),
  'render-failed': () => ({
    ...full,
    ...signedIn,
    job: {
      step: 'failed',
      render: 'r',
      problem: {
        title: 'The render failed',
        detail: 'The picture of “Product” could not be read. Capture the frame again.',
        remedy: 'retry',
      },
    },
  }),
  'render-unreachable': () => ({
    ...full,
    ...signedIn,
    job: {
      step: 'failed',
      render: null,
      problem: {
        title: 'The server does not answer',
        detail: 'http://localhost:8787 does not answer. Is Animatic running? Type npm start in its folder.',
        remedy: 'retry',
      },
    },
  }),
  result: () => ({ ...full, ...signedIn, screen: 'result', result: result() }),
  also: () => ({ ...full, also: { aspects: ['9:16'], files: ['gif'] } }),
  'result-formats': () => ({
    ...full,
    ...signedIn,
    screen: 'result',
    result: { ...result(), takes: [{ ...take, aspect: '16:9', files: takeFiles }, tall] },
  }),
  'result-loading': () => ({
    ...full,
    ...signedIn,
    screen: 'result',
    result: { ...result(), clip: null, poster: null },
  }),
  'result-version': () => ({
    ...full,
    ...signedIn,
    screen: 'result',
    result: { ...result(), previews: [preview] },
  }),
  'result-published': () => ({
    ...full,
    ...signedIn,
    screen: 'result',
    result: {
      ...result(),
      preview: { id: preview.id, url: preview.url },
      placing: 'poster',
      refusal: 'Videos are not supported on free Starter teams',
    },
  }),
  'renders-signed-out': () => ({ ...full, screen: 'renders' }),
  'renders-none': () => ({ ...full, ...signedIn, screen: 'renders', renders: [] }),
  'renders-remembered': () => ({
    ...full,
    screen: 'renders',
    remembered: [0, 1].map((index) => ({
      render: render(index, 'done').id,
      storyboard: 's',
      title: 'Ceramics shop',
      preview: index ? { id: preview.id, url: preview.url } : null,
      at,
      seconds: 12,
      frames: [],
    })),
  }),
  renders: () => ({
    ...full,
    ...signedIn,
    screen: 'renders',
    renders: [render(3, 'rendering'), render(2, 'done'), render(1, 'failed'), render(0, 'done')],
    remembered: [
      {
        render: render(2, 'done').id,
        storyboard: 's',
        title: 'Ceramics shop',
        preview: { id: preview.id, url: preview.url },
        at,
        seconds: 12,
        frames: [],
      },
    ],
  }),
};
