import type { OutputProgress } from '@animatic/motion/node';
import { secondsText } from '../quantities.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressLine {
  /** Says how far it is, as often as somebody can read it. */
  update(progress: OutputProgress): void;
  /** Takes the bar away. */
  clear(): void;
}

export interface ProgressOptions {
  terminal: Terminal;
  label: string;
  /** Milliseconds that only grow. */
  now?: () => number;
}

/** Milliseconds between two pictures of the bar, and between two lines of a log. */
const BAR_EVERY = 80;
const LINE_EVERY = 5000;
/** The rate is that of the last few seconds: the first frames wait for stills. */
const WINDOW = 3000;

/** Progress on a terminal: a bar with frames a second and the time left; whole lines, now and then, in a log. */
export function progressLine({
  terminal,
  label,
  now = () => performance.now(),
}: ProgressOptions): ProgressLine {
  let pass: string | undefined;
  let began = now();
  let said = Number.NEGATIVE_INFINITY;
  let marks: { at: number; done: number }[] = [];
  let isShown = false;
  return {
    update({ done, total, pass: current }) {
      const at = now();
      if (current !== pass || marks.length === 0) {
        pass = current;
        began = at;
        said = terminal.isTTY ? Number.NEGATIVE_INFINITY : at;
        marks = [{ at, done }];
      }
      if (at - said < (terminal.isTTY ? BAR_EVERY : LINE_EVERY) && done < total) return;
      if (!terminal.isTTY && at - began < LINE_EVERY) return;
      said = at;
      marks = marks.filter((mark, index) => index === marks.length - 1 || at - mark.at < WINDOW);
      const [first] = marks;
      const rate = first && at > first.at ? ((done - first.done) * 1000) / (at - first.at) : 0;
      marks.push({ at, done });
      const what = pass ? `${label} (${pass})` : label;
      const share = Math.min(1, done / Math.max(1, total));
      const figures = [
        `${String(Math.floor(share * 100)).padStart(3)} %`,
        `${done}/${total}`,
        rate > 0 && `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} fps`,
        rate > 0 && done < total && `${secondsText((total - done) / rate)} left`,
      ]
        .filter(Boolean)
        .join('  ');
      if (terminal.isTTY) {
        terminal.write(`\r\x1b[2K${bar(what, figures, share, terminal.columns)}`);
        isShown = true;
      } else terminal.write(`${what}: ${figures.trim()}\n`);
    },
    clear() {
      if (isShown) terminal.write('\r\x1b[2K');
      isShown = false;
    },
  };
}

/** Label, bar and figures in one line that never wraps. */
function bar(label: string, figures: string, share: number, columns: number): string {
  const room = Math.min(30, columns - label.length - figures.length - 5);
  if (room < 6) return `${label}  ${figures}`.slice(0, Math.max(0, columns - 1));
  const filled = Math.round(share * room);
  return `${label}  ${'━'.repeat(filled)}${'─'.repeat(room - filled)}  ${figures}`;
}
