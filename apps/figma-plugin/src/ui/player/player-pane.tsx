import type { Size } from '@animatic/schema';
import { useFlows } from '../flow/flows.ts';
import { ToolButton } from '../parts/tool-button.tsx';
import type { Playback, PlaybackState } from './playback.ts';
import classes from './player-pane.module.css';
import { Transport } from './transport.tsx';
import { usePlayback } from './use-playback.ts';

const all = (state: PlaybackState) => state;
const ready = (state: PlaybackState) => state.ready;
const playing = (state: PlaybackState) => state.playing;
const problem = (state: PlaybackState) => state.problem;

/** The board, moving: drawn in the panel by the code that renders the clip. */
export function PlayerPane({ playback, size }: { playback: Playback; size: Size }) {
  return (
    <section aria-label="Preview of the storyboard" class={classes.pane}>
      <Stage playback={playback} size={size} />
      <Controls playback={playback} />
    </section>
  );
}

function Stage({ playback, size }: { playback: Playback; size: Size }) {
  const isReady = usePlayback(playback, ready);
  const isPlaying = usePlayback(playback, playing);
  const trouble = usePlayback(playback, problem);
  const ratio = size.width / size.height;
  return (
    <div class={classes.stage} style={{ '--ratio': ratio }}>
      <canvas
        ref={playback.attach}
        class={`${classes.canvas} ${isReady ? '' : classes.waiting}`}
        style={{ aspectRatio: ratio }}
        aria-label={isPlaying ? 'Playing' : 'Paused'}
        role="img"
        onClick={playback.toggle}
      />
      {trouble && (
        <p class={classes.problem} role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
}

function Controls({ playback }: { playback: Playback }) {
  const flows = useFlows();
  const state = usePlayback(playback, all);
  return (
    <Transport
      playing={state.playing}
      time={state.time}
      length={state.length}
      starts={state.starts}
      fps={state.fps}
      single={state.single}
      disabled={!state.ready}
      onToggle={playback.toggle}
      onSeek={playback.seek}
      onStep={playback.step}
      onSingle={playback.setSingle}
    >
      <ToolButton label="Present" icon="present" disabled={!state.ready} onClick={flows.present} />
    </Transport>
  );
}
