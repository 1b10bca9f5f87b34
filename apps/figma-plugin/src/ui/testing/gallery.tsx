import '@create-figma-plugin/ui/css/base.css';
import '@create-figma-plugin/ui/css/theme.css';
import '../styles/panel.css';
import { render } from 'preact';
import { App } from '../app/app.tsx';
import { AlternativesContext } from '../board/alternatives-source.ts';
import type { Deriver } from '../derive/derive-board.ts';
import { type Derived, waitingFor } from '../derive/derived.ts';
import { type Flows, FlowsContext } from '../flow/flows.ts';
import type { Playback, PlaybackState } from '../player/playback.ts';
import { createStore, StoreContext } from '../store/store.ts';
import { drawScreen, screenNames } from './screens.ts';
import { derived, fixed, presses, states } from './states.ts';

declare global {
  interface Window {
    /** `presses` names what is to be pressed in a state to see the rest of it. */
    gallery: { names: string[]; presses: Record<string, string[]>; show: (name: string) => void };
  }
}

const nothing = () => {};
const later = async () => {};
const flows: Flows = {
  addSelected: nothing,
  addPage: nothing,
  captureAgain: nothing,
  showFrame: nothing,
  connect: nothing,
  cancelConnect: nothing,
  signOut: nothing,
  render: nothing,
  cancelRender: nothing,
  retryRender: nothing,
  save: nothing,
  cancelSave: nothing,
  downloadAgain: nothing,
  placeSaved: nothing,
  openRenders: nothing,
  openResult: nothing,
  poster: async () => {
    const canvas = new OffscreenCanvas(160, 90);
    const pen = canvas.getContext('2d');
    if (!pen) return null;
    pen.fillStyle = '#e4dfd6';
    pen.fillRect(0, 0, 160, 90);
    pen.drawImage(drawScreen('Shop', 1), 63, 8, 34, 74);
    return canvas.transferToImageBitmap();
  },
  publish: nothing,
  placeOnCanvas: nothing,
  download: async () => {},
  models: {
    read: later,
    readSpending: later,
    setBudget: later,
    keepStyle: async () => true,
    removeStyle: later,
  },
  scene: { make: nothing, cancel: nothing, review: nothing, choose: nothing },
  generations: { review: later, cancel: later, retry: later },
  director: { direct: nothing, draft: nothing, accept: nothing, dismiss: nothing },
  retryShot: nothing,
  framesAsStills: async () => [],
  lookAtTakes: nothing,
  openLink: nothing,
  restart: nothing,
  present: nothing,
  leavePresent: nothing,
  resize: nothing,
  notify: nothing,
};

function playback(ready: boolean, shown: string | null): Playback {
  const state: PlaybackState = {
    ready,
    playing: false,
    time: 4.1,
    length: 12,
    fps: 30,
    starts: fixed.starts,
    single: false,
    size: fixed.size,
    problem: null,
  };
  return {
    get: () => state,
    subscribe: () => nothing,
    attach(canvas) {
      if (!canvas || !ready) return;
      const { width, height } = fixed.size;
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext('2d');
      if (!pen) return;
      pen.fillStyle = '#e9e4da';
      pen.fillRect(0, 0, width, height);
      const screen = drawScreen('Welcome', 1);
      const scale = (height * 0.82) / screen.height;
      const x = (width - screen.width * scale) / 2;
      pen.drawImage(screen, x, height * 0.09, screen.width * scale, height * 0.82);
    },
    load: nothing,
    fit: nothing,
    toggle: nothing,
    play: nothing,
    playTo: nothing,
    step: nothing,
    rests: () => [],
    places: () => [],
    bitmapOf: drawnBitmap,
    pause: nothing,
    seek: nothing,
    setSingle: nothing,
    showShot: nothing,
    shotAt: () => shown,
  };
}

/** The same answer for the same board, as the panel's own. */
function memoized(): Deriver {
  let last: { board: unknown; answer: Derived } | undefined;
  return (state) => {
    const board = state.history.present;
    if (last?.board !== board) last = { board, answer: derived(state) };
    return last.answer;
  };
}

/** A still that is still to come, drawn: alternatives move on it. */
async function drawnBitmap(hash: string): Promise<ImageBitmap> {
  const waiting = waitingFor(hash);
  const name = screenNames[Number(waiting?.frame.slice(3)) - 1] ?? 'Welcome';
  return createImageBitmap(drawScreen(name, 1));
}

window.gallery = {
  names: Object.keys(states),
  presses,
  show(name) {
    const state = states[name]?.();
    const derive = memoized();
    const pictures = { derive, bitmapOf: drawnBitmap, calm: true };
    const panel = document.querySelector('#panel');
    if (!state || !panel) throw new Error(`There is no state called ${name}.`);
    render(null, panel);
    render(
      <StoreContext.Provider value={createStore(state)}>
        <FlowsContext.Provider value={flows}>
          <AlternativesContext.Provider value={pictures}>
            <App
              derive={derive}
              playback={playback(name !== 'board-waiting', state.active)}
              origin="http://localhost:8787"
            />
          </AlternativesContext.Provider>
        </FlowsContext.Provider>
      </StoreContext.Provider>,
      panel,
    );
  },
};
