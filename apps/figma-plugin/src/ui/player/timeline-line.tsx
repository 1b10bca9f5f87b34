import { timecode } from '../parts/units.ts';
import classes from './transport.module.css';

interface TimelineLineProps {
  /** Seconds. */
  time: number;
  length: number;
  /** Where each shot begins, seconds; drawn as gaps in the line. */
  starts: number[];
  disabled: boolean | undefined;
  onSeek: (time: number) => void;
  /** Left and right arrow: this many seconds, or by frames where the rate is known. */
  onStep: (by: 1 | -1, far: boolean) => void;
}

/** The clip as a line with its shots: dragging scrubs, arrow keys step. */
export function TimelineLine({ time, length, starts, disabled, onSeek, onStep }: TimelineLineProps) {
  return (
    <div class={classes.line} style={{ gap: starts.length > 24 ? 1 : 2 }}>
      {starts.map((start, index) => {
        const end = starts[index + 1] ?? length;
        const filled = Math.min(1, Math.max(0, (time - start) / Math.max(0.01, end - start)));
        return (
          <span
            key={`${index}-${start}`}
            class={classes.shot}
            style={{ flexGrow: Math.max(0.01, end - start) }}
          >
            <span class={classes.played} style={{ width: `${filled * 100}%` }} />
          </span>
        );
      })}
      <span class={classes.head} style={{ left: `${length > 0 ? (time / length) * 100 : 0}%` }} />
      <input
        class={classes.range}
        type="range"
        aria-label="Position"
        aria-valuetext={`${timecode(time)} of ${timecode(length)}`}
        min={0}
        max={length}
        step="any"
        value={time}
        disabled={disabled}
        onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft' || event.key === 'ArrowDown') onStep(-1, event.shiftKey);
          else if (event.key === 'ArrowRight' || event.key === 'ArrowUp') onStep(1, event.shiftKey);
          else if (event.key === 'Home') onSeek(0);
          else if (event.key === 'End') onSeek(length);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
