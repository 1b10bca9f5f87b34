import type { Derived } from '../derive/derived.ts';
import { useFlows } from '../flow/flows.ts';
import { ToolButton } from '../parts/tool-button.tsx';
import { useSelect } from '../store/store.ts';
import { LayerRing } from './layer-ring.tsx';
import type { Playback, PlaybackState } from './playback.ts';
import classes from './player-pane.module.css';
import { StageMark } from './stage-mark.tsx';
import { Transport } from './transport.tsx';
import { usePlayback } from './use-playback.ts';
import { usePointing } from './use-pointing.ts';

const all = (state: PlaybackState) => state;
const ready = (state: PlaybackState) => state.ready;
const playing = (state: PlaybackState) => state.playing;
const problem = (state: PlaybackState) => state.problem;

/** The board, moving: drawn in the panel by the code that renders the clip. */
export function PlayerPane({ playback, derived }: { playback: Playback; derived: Derived }) {
  return (
    <section aria-label="Preview of the storyboard" class={classes.pane}>
      <Stage playback={playback} derived={derived} />
      <Controls playback={playback} />
    </section>
  );
}

function Stage({ playback, derived }: { playback: Playback; derived: Derived }) {
  const { size } = derived;
  const isReady = usePlayback(playback, ready);
  const isPlaying = usePlayback(playback, playing);
  const trouble = usePlayback(playback, problem);
  const clear = useSelect((state) => state.history.present.format.ground === 'transparent');
  const pointing = usePointing(playback);
  const ratio = size.width / size.height;
  return (
    <div class={classes.stage} style={{ '--ratio': ratio }}>
      <div class={classes.picture} style={{ aspectRatio: ratio }}>
        <canvas
          ref={playback.attach}
          class={`${classes.canvas} ${isReady ? '' : classes.waiting} ${clear ? classes.clear : ''}`}
          aria-label={isPlaying ? 'Playing' : 'Paused'}
          aria-description={pointing.writing ? 'Click a layer to put its name into the words' : undefined}
          role="img"
          onClick={pointing.writing ? undefined : playback.toggle}
          onPointerDown={pointing.onPointerDown}
          onPointerMove={pointing.onPointerMove}
          onPointerLeave={pointing.onPointerLeave}
        />
        <StageMark playback={playback} derived={derived} />
        <LayerRing playback={playback} />
      </div>
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
