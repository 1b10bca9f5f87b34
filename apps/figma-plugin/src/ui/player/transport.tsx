import { Icon } from '../parts/icon.tsx';
import { timecode } from '../parts/units.ts';
import classes from './transport.module.css';

export interface TransportProps {
  playing: boolean;
  /** Seconds. */
  time: number;
  length: number;
  /** Where each shot begins, seconds; drawn as gaps in the line. */
  starts: number[];
  /** Play the active shot alone, round and round. */
  single?: boolean;
  disabled?: boolean;
  onToggle: () => void;
  onSeek: (time: number) => void;
  /** Without it there is no such choice. */
  onSingle?: (single: boolean) => void;
}

/** Play, the line with its shots, the time, and whether one shot plays or the whole board. */
export function Transport(props: TransportProps) {
  const { playing, time, length, starts, single, disabled, onToggle, onSeek, onSingle } = props;
  return (
    <fieldset class={classes.transport} aria-label="Player">
      <button
        type="button"
        class={classes.play}
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
        disabled={disabled}
        onClick={onToggle}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
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
          step={0.01}
          value={time}
          disabled={disabled}
          onInput={(event) => onSeek(event.currentTarget.valueAsNumber)}
          onKeyDown={(event) => {
            const step = event.shiftKey ? 1 : 0.1;
            if (event.key === 'ArrowLeft') onSeek(Math.max(0, time - step));
            else if (event.key === 'ArrowRight') onSeek(Math.min(length, time + step));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <span class={classes.time}>
        {timecode(time)}
        <span class={classes.length}> / {timecode(length)}</span>
      </span>
      {onSingle && (
        <button
          type="button"
          class={`${classes.single} ${single ? classes.on : ''}`}
          aria-pressed={single}
          title={single ? 'Playing this shot; press for the whole board' : 'Play this shot alone'}
          disabled={disabled}
          onClick={() => onSingle(!single)}
        >
          Shot
        </button>
      )}
    </fieldset>
  );
}
