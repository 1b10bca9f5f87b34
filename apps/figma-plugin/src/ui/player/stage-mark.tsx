import { useCallback } from 'preact/hooks';
import type { Derived } from '../derive/derived.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { Icon } from '../parts/icon.tsx';
import { useSelect } from '../store/store.ts';
import type { Playback, PlaybackState } from './playback.ts';
import { footageOf } from './shot-footage.ts';
import classes from './stage-mark.module.css';
import { usePlayback } from './use-playback.ts';

/** Says quietly that the shot under the head is still to be made; a shot of words shows them until then. */
export function StageMark({ playback, derived }: { playback: Playback; derived: Derived }) {
  const at = useCallback(({ time }: PlaybackState) => playback.shotAt(time), [playback]);
  const id = usePlayback(playback, at);
  const shot = useSelect((state) => state.history.present.shots.find((each) => each.id === id));
  const made = useSelect((state) => Boolean(shot && footageOf(state, derived)[shot.id]));
  const model = useSelect((state) => state.models?.models.find((each) => each.id === shot?.ask?.model));
  const pretend = useSelect((state) => state.models?.pretend ?? false);
  if (!shot || (!isGenerated(shot) && shot.frame !== null)) return null;
  const name = model?.name ?? shot.ask?.model;
  return (
    <>
      {!made && shot.frame === null && !shot.scene && (
        <p class={classes.words}>{shot.caption.direction.trim() || 'Say in words what is to be seen'}</p>
      )}
      {(!made || pretend) && (
        <span class={classes.mark}>
          <Icon name="spark" size={12} />
          {made ? 'Stand-in footage' : name ? `${name} makes it` : 'No model yet'}
        </span>
      )}
    </>
  );
}
