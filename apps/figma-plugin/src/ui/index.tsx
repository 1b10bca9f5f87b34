import '@create-figma-plugin/ui/css/base.css';
import './styles/panel.css';
import { createClient, deviceSignIn } from '@animatic/client';
import { render } from 'preact';
import { App } from './app/app.tsx';
import { AlternativesContext } from './board/alternatives-source.ts';
import { createBridge, windowWire } from './bridge/create-bridge.ts';
import { apiOrigin } from './config.ts';
import { createDeriver } from './derive/derive-board.ts';
import { createCaptures } from './flow/captures.ts';
import { createFlows } from './flow/create-flows.ts';
import { FlowsContext } from './flow/flows.ts';
import { followBoard } from './player/follow-board.ts';
import { createPlayback } from './player/playback.ts';
import { createStore, StoreContext } from './store/store.ts';

const bridge = createBridge(windowWire());
const store = createStore();
const derive = createDeriver();
const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const playback = createPlayback({ autoplay: !calm });
const flows = createFlows({
  bridge,
  store,
  derive,
  origin: apiOrigin,
  api: createClient({ origin: apiOrigin, token: () => store.get().token ?? undefined }),
  signIn: deviceSignIn({ origin: apiOrigin }),
  captures: createCaptures({ bridge, store, derive }),
});
followBoard(store, derive, playback);
let fitting: ReturnType<typeof setTimeout> | undefined;
window.addEventListener('resize', () => {
  clearTimeout(fitting);
  fitting = setTimeout(playback.fit, 120);
});

const panel = document.querySelector('#panel');
if (panel)
  render(
    <StoreContext.Provider value={store}>
      <FlowsContext.Provider value={flows}>
        <AlternativesContext.Provider value={{ derive, bitmapOf: playback.bitmapOf, calm }}>
          <App derive={derive} playback={playback} origin={apiOrigin} />
        </AlternativesContext.Provider>
      </FlowsContext.Provider>
    </StoreContext.Provider>,
    panel,
  );
void flows.start();
