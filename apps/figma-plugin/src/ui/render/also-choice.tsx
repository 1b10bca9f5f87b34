import type { RenderOutputs } from '@animatic/schema';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { Switch } from '../parts/switch.tsx';
import { useSelect, useStore } from '../store/store.ts';
import { fileWords, furtherAspects, offeredFiles, outputsOf, toggled } from './also.ts';
import classes from './also-choice.module.css';

/** What a render makes besides the board's own clip: further formats, further files. */
export function AlsoChoice({ disabled }: { disabled: boolean }) {
  const store = useStore();
  const also = useSelect((state) => state.also);
  const format = useSelect((state) => state.history.present.format);
  const wanted = outputsOf(also, format);
  const chosen = (wanted?.aspects.length ?? 0) + (wanted?.files.length ?? 0);
  const change = (values: Partial<RenderOutputs>) =>
    store.dispatch({ type: 'set', values: { also: { ...also, ...values } } });
  return (
    <Popover
      label={chosen > 0 ? `Also as: ${chosen} more` : 'Also as…'}
      title="Render in other formats and files too"
      class={classes.button}
      disabled={disabled}
      face={
        <>
          <span>{chosen > 0 ? `Also ${chosen}` : 'Also'}</span>
          <Icon name="down" />
        </>
      }
    >
      {() => (
        <div class={classes.sheet}>
          <h2 class={classes.title}>Also as</h2>
          <div class={classes.formats}>
            {furtherAspects(format.aspect).map((aspect) => (
              <label key={aspect} class={classes.format}>
                <input
                  class={classes.check}
                  type="checkbox"
                  aria-label={`Also in ${aspect}`}
                  checked={also.aspects.includes(aspect)}
                  onChange={() => change({ aspects: toggled(also.aspects, aspect) })}
                />
                <span>{aspect}</span>
              </label>
            ))}
          </div>
          <p class={classes.hint}>Composed anew for each shape, around what matters.</p>
          <hr class={classes.rule} />
          {offeredFiles.map((kind) => {
            const needed = kind === 'webm' && format.ground === 'transparent';
            return (
              <Switch
                key={kind}
                label={fileWords[kind].name}
                detail={needed ? 'Always, with a transparent ground' : fileWords[kind].detail}
                checked={needed || also.files.includes(kind)}
                disabled={needed}
                onChange={() => change({ files: toggled(also.files, kind) })}
              />
            );
          })}
        </div>
      )}
    </Popover>
  );
}
