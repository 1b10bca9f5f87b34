import { useEffect, useRef } from 'preact/hooks';
import { listenToKeys } from '../canvas/keyboard.ts';
import { listenToPointer } from '../canvas/pointer.ts';
import type { Playground } from '../model/playground.ts';
import { useObservable } from '../model/use-observable.ts';
import { LeftPanel } from './left-panel.tsx';
import { PluginWindow } from './plugin-window.tsx';
import { RightPanel } from './right-panel.tsx';
import { ToastView } from './toast-view.tsx';
import { Toolbar } from './toolbar.tsx';

/** The whole page. */
export function App({ playground }: { playground: Playground }) {
  useObservable(playground);
  return (
    <>
      <LeftPanel playground={playground} />
      <main class="stage">
        <Canvas playground={playground} />
        {playground.opening && <p class="veil">Opening {playground.opening}…</p>}
        {playground.failure && !playground.opening && (
          <div class="veil failure" role="alert">
            <p>{playground.failure}</p>
          </div>
        )}
        <Toolbar playground={playground} />
        <ToastView toasts={playground.toasts} />
      </main>
      <RightPanel playground={playground} />
      {playground.session && <PluginWindow session={playground.session} />}
    </>
  );
}

function Canvas({ playground }: { playground: Playground }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const { view } = playground;
    view.attach(element);
    const observer = new ResizeObserver(() => view.resize());
    observer.observe(element);
    const stops = [listenToPointer(element, playground), listenToKeys(playground)];
    return () => {
      observer.disconnect();
      for (const stop of stops) stop();
      view.attach(undefined);
    };
  }, [playground]);
  return <canvas ref={canvas} class="canvas" aria-label="Canvas" />;
}
