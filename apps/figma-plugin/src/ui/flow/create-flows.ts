import type { FrameOffer } from '../../protocol/index.ts';
import { newShot, overLimit } from '../board/board.ts';
import { connectFlow } from './connect.ts';
import { directFlow } from './direct.ts';
import { watchPrice } from './estimate.ts';
import type { Flows } from './flows.ts';
import { footageFlow } from './footage.ts';
import { frameStill } from './frame-still.ts';
import { generationsFlow } from './generations.ts';
import { keepBoard } from './keep-board.ts';
import { lookAfterFrames } from './look-after-frames.ts';
import { modelsFlow } from './models.ts';
import { createPosters } from './posters.ts';
import { renderFlow } from './render.ts';
import { resultFlow } from './result.ts';
import { saveFlow } from './save-clip.ts';
import { sceneFlow } from './scene.ts';
import type { Session } from './session.ts';
import { startSession } from './start-session.ts';
import { watchChanges } from './watch-changes.ts';

/** Puts the flows together and sets the background work going; `start` opens the board. */
export function createFlows(session: Session): Flows & { start(): Promise<void> } {
  const { bridge, store } = session;
  const board = keepBoard(session);
  const keeper = lookAfterFrames(session);
  const connect = connectFlow(session);
  const results = resultFlow(session, connect);
  const price = watchPrice(session, connect);
  const models = modelsFlow(session, connect);
  const footage = footageFlow(session);
  const generations = generationsFlow(session, connect, price.again);
  const notify = (message: string) =>
    void bridge.ask('notify', { message: message.slice(0, 100), error: false }).catch(() => undefined);
  const rendering = renderFlow(session, { keeper, board, connect, results, paid: price.again });
  const saving = saveFlow(session, keeper);
  watchChanges(session);

  const add = (frames: FrameOffer[]) => {
    if (!overLimit(store.get().history.present, frames.length))
      store.dispatch({ type: 'add-shots', shots: frames.map(newShot), at: performance.now() });
  };
  let opened = false;
  const start = async () => {
    const sent = await startSession(session);
    if (sent === null) return;
    // The relaunch button was pressed once, however often pages are turned.
    const command = opened ? '' : sent;
    opened = true;
    void connect.readMe();
    void models.read();
    if (command === 'render-again') rendering.start();
    else await rendering.resume();
    if (command === 'open-preview') {
      const latest = store.get().remembered.find((entry) => entry.preview);
      if (latest?.preview) await bridge.ask('open-link', { url: latest.preview.url });
    }
  };
  bridge.on('selection-changed', ({ selection }) => store.dispatch({ type: 'selected', selection }));
  let turned = false;
  /** Another page has another board; one that is being rendered stays until that is done. */
  const turn = () => {
    const { job } = store.get();
    turned = job !== null && job.step !== 'failed';
    if (!turned) void board.flush().then(start);
  };
  bridge.on('page-changed', turn);
  store.subscribe((state, before) => {
    if (turned && state.job !== before.job) turn();
    if (state.token === null || before.token !== null) return;
    if (state.screen === 'renders') void results.readList();
    void models.read();
  });
  // Figma ends the plugin with its window: what is written before the pointer reaches the close button is safe.
  for (const leaving of ['blur', 'pagehide']) window.addEventListener(leaving, () => void board.flush());
  /** Where the panel stood before it was enlarged. */
  let stood: { x: number; y: number } | null = null;
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  return {
    start,
    restart: () => void start(),
    addSelected() {
      const { selection, history } = store.get();
      const known = new Set(history.present.shots.map((shot) => shot.frame));
      add(selection.frames.filter((frame) => !known.has(frame.id)));
    },
    addPage: () => quietly(bridge.ask('read-page-frames', {}).then(({ frames }) => add(frames))),
    captureAgain: keeper.again,
    showFrame: (frame) => quietly(bridge.ask('show-frames', { ids: [frame] })),
    connect: () => connect.connect(),
    cancelConnect: connect.cancel,
    signOut: () => quietly(connect.signOut()),
    render: rendering.start,
    cancelRender: rendering.cancel,
    retryRender: () => rendering.retry(),
    save: saving.start,
    cancelSave: saving.cancel,
    downloadAgain: saving.download,
    placeSaved: () => void saving.place(),
    openRenders: () => void results.readList(),
    openResult: results.open,
    poster: createPosters((take) => session.api.media(take, 'poster')),
    publish: (previewId, title) => void results.publish(previewId, title),
    placeOnCanvas: () => void results.placeOnCanvas(),
    download: results.download,
    models,
    scene: sceneFlow(session, connect, price.again),
    generations,
    director: directFlow(session, connect, notify),
    retryShot(shot, failed) {
      if (!rendering.retryAlone(shot)) for (const id of failed) void generations.retry(shot, id);
    },
    async framesAsStills(frames) {
      const stills: string[] = [];
      for (const frame of frames) stills.push(await frameStill(session, frame));
      return stills;
    },
    lookAtTakes: footage.look,
    openLink: (url) => quietly(bridge.ask('open-link', { url })),
    present() {
      store.dispatch({ type: 'set', values: { screen: 'present' } });
      quietly(
        bridge.ask('enlarge', {}).then(({ from }) => {
          stood = from;
        }),
      );
    },
    leavePresent() {
      const { width, height } = store.get().settings;
      store.dispatch({ type: 'set', values: { screen: 'board' } });
      quietly(bridge.ask('resize', { width, height, ...(stood && { at: stood }) }));
    },
    resize(width, height, done) {
      quietly(bridge.ask('resize', { width, height }));
      if (!done) return;
      const settings = { ...store.get().settings, width, height };
      store.dispatch({ type: 'set', values: { settings } });
      quietly(bridge.ask('save-settings', { settings }));
    },
    notify,
  };
}
