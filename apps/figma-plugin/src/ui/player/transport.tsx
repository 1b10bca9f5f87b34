import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';
import { ToolButton } from '../parts/tool-button.tsx';
import { moment, timecode } from '../parts/units.ts';
import { TimelineLine } from './timeline-line.tsx';
import classes from './transport.module.css';

export interface TransportProps {
  playing: boolean;
  /** Seconds. */
  time: number;
  length: number;
  /** Where each shot begins, seconds; drawn as gaps in the line. */
  starts: number[];
  /** Frames a second, where the clip is stepped frame by frame. */
  fps?: number;
  /** Play the active shot alone, round and round. */
  single?: boolean;
  disabled?: boolean;
  onToggle: () => void;
  onSeek: (time: number) => void;
  /** Goes some frames forth or back. */
  onStep?: (frames: number) => void;
  /** Without it there is no such choice. */
  onSingle?: (single: boolean) => void;
  /** More controls, at the right. */
  children?: ComponentChildren;
}

/** The line with its shots; under it play, single frames, the time, and whether one shot plays or the whole board. */
export function Transport(props: TransportProps) {
  const { playing, time, length, starts, fps, single, disabled, onToggle, onSeek, onStep, onSingle } = props;
  const step = (by: 1 | -1, far: boolean) => {
    if (onStep && fps) onStep(far ? by * fps : by);
    else onSeek(Math.min(length, Math.max(0, time + by * (far ? 1 : 0.1))));
  };
  return (
    <fieldset class={classes.transport} aria-label="Player">
      <TimelineLine {...{ time, length, starts, disabled, onSeek }} onStep={step} />
      <div class={classes.row}>
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
        {onStep && (
          <>
            <ToolButton
              label="One frame back"
              keys="←"
              icon="stepBack"
              disabled={disabled}
              onClick={() => onStep(-1)}
            />
            <ToolButton
              label="One frame on"
              keys="→"
              icon="stepForward"
              disabled={disabled}
              onClick={() => onStep(1)}
            />
          </>
        )}
        <Time time={time} length={length} fps={fps} />
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
        {props.children}
      </div>
    </fieldset>
  );
}

/** Seconds and the frame's number where the clip has frames; minutes and seconds else. */
function Time({ time, length, fps }: { time: number; length: number; fps: number | undefined }) {
  if (fps === undefined)
    return (
      <span class={classes.time}>
        {timecode(time)}
        <span class={classes.length}> / {timecode(length)}</span>
      </span>
    );
  const frames = Math.max(1, Math.round(length * fps));
  const frame = Math.min(frames, Math.floor(time * fps + 1e-6) + 1);
  return (
    <span class={classes.time} title={`${moment(time)} of ${moment(length)}, frame ${frame} of ${frames}`}>
      {moment(time)}
      <span class={classes.length}>
        {' '}
        · {frame} / {frames}
      </span>
    </span>
  );
}
