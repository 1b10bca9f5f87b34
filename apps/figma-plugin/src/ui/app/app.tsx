import { Button, LoadingIndicator } from '@create-figma-plugin/ui';
import { BoardScreen } from '../board/board-screen.tsx';
import { ConnectScreen } from '../connect/connect-screen.tsx';
import type { Deriver } from '../derive/derive-board.ts';
import { useFlows } from '../flow/flows.ts';
import { ModelsScreen } from '../models/models-screen.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Playback } from '../player/playback.ts';
import { PresentScreen } from '../present/present-screen.tsx';
import { RendersScreen } from '../result/renders-screen.tsx';
import { ResultScreen } from '../result/result-screen.tsx';
import { useSelect } from '../store/store.ts';
import classes from './app.module.css';
import { Header } from './header.tsx';
import { ResizeCorner } from './resize-corner.tsx';
import { useShortcuts } from './use-shortcuts.ts';

interface AppProps {
  derive: Deriver;
  playback: Playback;
  /** Where the panel sends to, as people read it. */
  origin: string;
}

/** The panel. */
export function App({ derive, playback, origin }: AppProps) {
  const phase = useSelect((state) => state.phase);
  const screen = useSelect((state) => state.screen);
  const connecting = useSelect((state) => state.connecting);
  const result = useSelect((state) => state.result);
  const flows = useFlows();
  useShortcuts(playback);
  if (phase === 'starting')
    return (
      <main class={classes.middle} role="status" aria-label="Starting">
        <LoadingIndicator />
      </main>
    );
  if (phase === 'failed') return <Fatal />;
  if (connecting)
    return (
      <main class={classes.panel}>
        <ConnectScreen connecting={connecting} origin={origin} />
        <ResizeCorner />
      </main>
    );
  if (screen === 'present')
    return (
      <main class={classes.panel}>
        <PresentScreen playback={playback} onLeave={flows.leavePresent} />
      </main>
    );
  return (
    <main class={classes.panel}>
      {screen !== 'result' && <Header />}
      {screen === 'board' && <BoardScreen derive={derive} playback={playback} />}
      {screen === 'renders' && <RendersScreen />}
      {screen === 'models' && <ModelsScreen />}
      {screen === 'result' && result && <ResultScreen result={result} />}
      <ResizeCorner />
    </main>
  );
}

function Fatal() {
  const flows = useFlows();
  const fatal = useSelect((state) => state.fatal);
  return (
    <main class={classes.middle} role="alert">
      <Icon name="warning" size={24} />
      <h1 class={classes.title}>{fatal?.title ?? 'Animatic could not start'}</h1>
      <p class={classes.words}>{fatal?.detail}</p>
      <Button secondary onClick={flows.restart}>
        Try again
      </Button>
    </main>
  );
}
