import type { Derived } from '../derive/derived.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { Icon } from '../parts/icon.tsx';
import { useSelect } from '../store/store.ts';
import { footageOf } from './shot-footage.ts';
import classes from './stage-mark.module.css';

/** Says quietly that the shot under the head is still to be made; a shot of words shows them until then. */
export function StageMark({ derived }: { derived: Derived }) {
  const shot = useSelect((state) => state.history.present.shots.find(({ id }) => id === state.active));
  const made = useSelect((state) => Boolean(shot && footageOf(state, derived)[shot.id]));
  const model = useSelect((state) => state.models?.models.find(({ id }) => id === shot?.ask?.model));
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
