import { useRef } from 'preact/hooks';
import type { PluginSession } from '../model/plugin-session.ts';
import { useObservable } from '../model/use-observable.ts';
import { CloseIcon, PlayIcon } from './icons.tsx';

const SANDBOX = 'allow-scripts allow-popups allow-forms allow-downloads';

/** The plugin's floating window: its title bar to drag and close, its page in a sandboxed frame. */
export function PluginWindow({ session }: { session: PluginSession }) {
  useObservable(session);
  const grip = useRef<{ x: number; y: number }>();
  const { window: shown } = session;
  if (!shown) return null;
  const start = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX - shown.x, y: event.clientY - shown.y };
  };
  const drag = (event: PointerEvent): void => {
    if (!grip.current) return;
    const x = Math.min(innerWidth - 60, Math.max(60 - shown.width, event.clientX - grip.current.x));
    const y = Math.min(innerHeight - 40, Math.max(0, event.clientY - grip.current.y));
    session.move(x, y);
  };
  const drop = (): void => {
    grip.current = undefined;
  };
  return (
    <div
      class="plugin-window"
      role="dialog"
      aria-label={shown.title}
      style={{
        left: `${shown.x}px`,
        top: `${shown.y}px`,
        width: `${shown.width}px`,
        display: shown.visible ? undefined : 'none',
      }}
    >
      <div
        class="title-bar"
        onPointerDown={start}
        onPointerMove={drag}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        <span class="badge">
          <PlayIcon />
        </span>
        <span class="name">{shown.title}</span>
        <button type="button" class="icon" aria-label="Close plugin" onClick={() => session.end()}>
          <CloseIcon />
        </button>
      </div>
      <iframe
        key={shown.src}
        id="plugin-ui"
        name="plugin-ui"
        title={shown.title}
        src={shown.src}
        sandbox={SANDBOX}
        allow="clipboard-write"
        ref={(frame) => session.attach(frame)}
        onLoad={() => session.frameLoaded()}
        style={{ width: `${shown.width}px`, height: `${shown.height}px` }}
      />
    </div>
  );
}
