import { createClient, deviceSignIn } from '@animatic/client';
import type { NodeId, Sha256 } from '@animatic/schema';
import type { FrameDescription, RequestName, Start } from '../src/protocol/index.ts';
import { newShot } from '../src/ui/board/board.ts';
import { BridgeError } from '../src/ui/bridge/bridge-error.ts';
import type { Bridge } from '../src/ui/capture/bridge.ts';
import { createDeriver } from '../src/ui/derive/derive-board.ts';
import type { Captures, Wanted } from '../src/ui/flow/captures.ts';
import type { Session } from '../src/ui/flow/session.ts';
import { emptySelection, frameOf } from '../src/ui/store/state.ts';
import { createStore } from '../src/ui/store/store.ts';

const size = { width: 390, height: 844 };
const names: Record<NodeId, string> = { '1:1': 'Welcome', '1:2': 'Shop' };

export function describeFrame(id: NodeId, fingerprint = `look of ${id}`): FrameDescription {
  const name = names[id] ?? id;
  const box = { x: 0, y: 0, ...size };
  return {
    id,
    name,
    size,
    outline: { id, name, kind: 'group', box, bounds: box, opens: true, children: [], size },
    cut: false,
    background: { r: 1, g: 1, b: 1, a: 1 },
    directions: [],
    fingerprint,
  };
}

export const start: Start = {
  protocol: 1,
  file: 'Ceramics shop',
  source: 'file-1',
  page: { id: '0:1', name: 'Flows' },
  editable: true,
  command: '',
  selection: emptySelection,
  board: null,
  boardPlace: 'file',
  boardProblem: null,
  token: null,
  settings: { width: 380, height: 680, format: null, fileUrl: null },
  renders: [],
};

/** What the main thread was asked, and what it answers; a test may put answers of its own in. */
export function fakeBridge(answers: Partial<Record<RequestName, (params: never) => unknown>> = {}) {
  const asked: { name: RequestName; params: unknown }[] = [];
  const own: Partial<Record<RequestName, (params: never) => unknown>> = {
    start: () => start,
    'describe-frame': ({ id }: { id: NodeId }) => describeFrame(id),
    'save-board': () => ({ place: 'file' }),
    'read-links': () => ({ links: [] }),
    'place-clip': () => ({ placed: 'clip', id: '9:9', reason: null }),
    ...answers,
  };
  const bridge: Bridge = {
    async ask(name, params) {
      asked.push({ name, params });
      return (own[name]?.(params as never) ?? {}) as never;
    },
    on: () => () => undefined,
  };
  return { bridge, asked, of: (name: RequestName) => asked.filter((each) => each.name === name) };
}

/** Captures that need no canvas: each frame is one still of a few bytes. */
export function fakeCaptures({ store, derive }: Pick<Session, 'store' | 'derive'>): Captures {
  const done = new Set<string>();
  return {
    wanted(state) {
      const { readings, size: view } = derive(state);
      return state.history.present.shots.flatMap((shot, index): Wanted[] => {
        const frame = frameOf(state.frames, shot)?.description;
        const reading = readings[index];
        if (!frame || !reading) return [];
        const key = `${shot.id}|${frame.fingerprint}`;
        return [{ shot: shot.id, frame, reading, view, needs: null, scale: 2, key, stillKey: key }];
      });
    },
    hasStill: ({ key }) => done.has(key),
    isDone: ({ key }) => done.has(key),
    captureEarly: async () => undefined,
    async capture({ shot, frame, key }, { signal }) {
      signal?.throwIfAborted();
      const blob = new Blob([`still of ${frame.fingerprint}`], { type: 'image/png' });
      const still = await sha256(blob);
      const picture = { width: 780, height: 1688, tiles: [{ still, x: 0, y: 0, width: 780, height: 1688 }] };
      const captured = {
        source: { node: frame.id, name: frame.name },
        size: frame.size,
        still: picture,
        layers: [],
        stills: new Map([[still, blob]]),
        kept: 0,
        total: 0,
        merged: [],
      };
      done.add(key);
      store.dispatch({ type: 'captured', shot, capture: { shot: captured, layers: 'there' } });
      return captured;
    },
  };
}

async function sha256(blob: Blob): Promise<Sha256> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Buffer.from(digest).toString('hex');
}

/** A session with two frames on its board and everything but the API in memory. */
export function fakeSession(origin: string, answers?: Parameters<typeof fakeBridge>[0]) {
  const store = createStore();
  const derive = createDeriver();
  const main = fakeBridge(answers);
  const session: Session = {
    bridge: main.bridge,
    store,
    derive,
    origin,
    api: createClient({ origin, token: () => store.get().token ?? undefined }),
    signIn: deviceSignIn({ origin }),
    captures: fakeCaptures({ store, derive }),
  };
  store.dispatch({ type: 'started', start });
  const shots = Object.entries(names).map(([id, name]) => ({
    ...newShot({ id, name }),
    id: `s${id.slice(-1)}`,
  }));
  store.dispatch({ type: 'add-shots', shots, at: 0 });
  return { session, store, main };
}

/** A frame that is gone, as the main thread says it. */
export function gone(): never {
  throw new BridgeError({ code: 'gone', message: 'This frame is no longer in the file.' });
}
