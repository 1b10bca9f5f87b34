import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../board/board.ts';
import type { Playback, PlaybackState } from '../player/playback.ts';
import { usePlayback } from '../player/use-playback.ts';
import { useSelect } from '../store/store.ts';
import classes from './present-screen.module.css';
import { nextStep, previousRest } from './rest-steps.ts';

interface PresentScreenProps {
  playback: Playback;
  onLeave: () => void;
}

const all = (state: PlaybackState) => state;
/** Milliseconds without moving after which the pointer hides. */
const STILL = 1600;
const forth = new Set([' ', 'enter', 'arrowright', 'arrowdown', 'pagedown']);
const back = new Set(['arrowleft', 'arrowup', 'pageup', 'backspace']);

/** The clip alone, shot by shot: Space plays the next one and rests where it stands. */
export function PresentScreen({ playback, onLeave }: PresentScreenProps) {
  const section = useRef<HTMLElement>(null);
  // One function for all time: another one would take the canvas off and open the clip anew.
  const attach = useCallback((canvas: HTMLCanvasElement | null) => playback.attach(canvas, true), [playback]);
  const idle = usePointerIdle(section);
  const shots = useSelect((state) => state.history.present.shots);
  const { time, length, starts, size } = usePlayback(playback, all);
  const index = Math.max(
    0,
    starts.findLastIndex((start) => start <= time + 1e-6),
  );
  const shown = shots[index];
  const name = shown ? nameOf(shown) : '';

  const next = () => {
    const { playing, time: now } = playback.get();
    const step = nextStep(playback.rests(), playback.get().starts, now, playing);
    if (!step) return;
    if (step.from !== null) playback.seek(step.from);
    if (step.jump) {
      playback.pause();
      playback.seek(step.to);
    } else playback.playTo(step.to);
  };
  useEffect(() => {
    section.current?.focus();
    // From the beginning of the shot in view, as soon as it is there.
    const { starts: begins, time: now } = playback.get();
    const at = Math.max(
      0,
      begins.findLastIndex((start) => start <= now + 1e-6),
    );
    const rest = playback.rests()[at];
    playback.setSingle(false);
    playback.seek(begins[at] ?? 0);
    if (rest !== undefined) playback.playTo(rest);
  }, [playback]);
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (key === 'escape') onLeave();
    else if (forth.has(key)) next();
    else if (back.has(key)) {
      playback.pause();
      playback.seek(previousRest(playback.rests(), playback.get().time));
    } else if (key === 'home' || key === 'end') {
      playback.pause();
      playback.seek((key === 'home' ? playback.rests()[0] : playback.rests().at(-1)) ?? 0);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      class={`${classes.present} ${idle ? classes.idle : ''}`}
      aria-label="Presentation"
      aria-description="Space plays the next shot, the left arrow goes back, Escape leaves"
      onKeyDown={onKeyDown}
    >
      <canvas
        ref={attach}
        class={classes.canvas}
        style={{ '--ratio': size.width / size.height }}
        role="img"
        aria-label={name}
        onClick={next}
      />
      <div class={classes.progress} aria-hidden="true">
        {starts.map((start, at) => {
          const end = starts[at + 1] ?? length;
          const share = Math.min(1, Math.max(0, (time - start) / Math.max(0.01, end - start)));
          return (
            <span
              key={`${at}-${start}`}
              class={classes.part}
              style={{ flexGrow: Math.max(0.01, end - start) }}
            >
              <span class={classes.done} style={{ transform: `scaleX(${share})` }} />
            </span>
          );
        })}
      </div>
      <p class="visually-hidden" role="status">
        Shot {index + 1} of {starts.length}: {name}
      </p>
    </section>
  );
}

/** True while the pointer has not moved for a while. */
function usePointerIdle(area: { current: HTMLElement | null }): boolean {
  const [idle, setIdle] = useState(true);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = () => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), STILL);
    };
    element.addEventListener('pointermove', onMove);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('pointermove', onMove);
    };
  }, [area]);
  return idle;
}
