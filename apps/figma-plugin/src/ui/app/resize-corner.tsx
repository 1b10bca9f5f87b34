import { useFlows } from '../flow/flows.ts';
import classes from './app.module.css';

/** Figma gives a plugin's window no edge to drag: this corner is it. */
export function ResizeCorner() {
  const flows = useFlows();
  const onPointerDown = (event: PointerEvent) => {
    const corner = event.currentTarget;
    if (!(corner instanceof HTMLElement)) return;
    corner.setPointerCapture(event.pointerId);
    const stop = new AbortController();
    const size = (at: PointerEvent) =>
      [Math.max(340, Math.round(at.clientX + 4)), Math.max(480, Math.round(at.clientY + 4))] as const;
    corner.addEventListener('pointermove', (move) => flows.resize(...size(move), false), {
      signal: stop.signal,
    });
    corner.addEventListener(
      'pointerup',
      (up) => {
        stop.abort();
        flows.resize(...size(up), true);
      },
      { signal: stop.signal },
    );
  };
  return <div class={classes.corner} aria-hidden="true" onPointerDown={onPointerDown} />;
}
