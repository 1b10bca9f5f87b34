import type { Transition } from '@animatic/schema';
import type { DirectedTransition } from '../derive/reading.ts';
import { Icon } from '../parts/icon.tsx';
import { memo } from '../parts/memo.ts';
import { Select } from '../parts/select.tsx';
import classes from './transition-chip.module.css';
import {
  AUTOMATIC,
  optionTransition,
  transitionFace,
  transitionOptions,
  transitionWords,
} from './transition-options.ts';

interface TransitionChipProps {
  /** The shot that it leads out of. */
  shot: string;
  /** The title of the shot it leads into. */
  into: string;
  automatic: DirectedTransition;
  chosen: Transition | null;
  onChange: (shot: string, transition: Transition | null) => void;
}

/** What happens between two cards. */
export const TransitionChip = memo(function TransitionChip({
  shot,
  into,
  automatic,
  chosen,
  onChange,
}: TransitionChipProps) {
  const shown = chosen ?? automatic.transition;
  const linked = !chosen && automatic.linked;
  return (
    <div class={classes.row}>
      <span class={classes.line} />
      <Select
        chip
        label={`Transition into ${into}`}
        value={chosen ? transitionWords(chosen) : AUTOMATIC}
        options={transitionOptions(automatic.transition, automatic.linked)}
        onChange={(value) => onChange(shot, optionTransition(value))}
        face={
          <span class={classes.face}>
            <Icon name={linked ? 'link' : 'transition'} />
            {transitionFace(shown)}
            {linked && !shown.standsFor && <span class={classes.source}>from prototype</span>}
          </span>
        }
      />
      <span class={classes.line} />
    </div>
  );
});
