import type { Style } from '@animatic/schema';
import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { count } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import { LookForm } from './look-form.tsx';
import classes from './looks-part.module.css';

/** The workspace's looks: words, a seed and reference frames that shots can be asked with. */
export function LooksPart() {
  const styles = useSelect((state) => state.styles);
  const [editing, setEditing] = useState<Style | 'new' | null>(null);
  if (editing)
    return (
      <LookForm
        key={editing === 'new' ? 'new' : editing.id}
        look={editing === 'new' ? null : editing}
        onClose={() => setEditing(null)}
      />
    );
  return (
    <>
      <p class={classes.quiet}>
        A look goes with the words of every shot that has it, so that clips of one campaign look alike.
      </p>
      {styles && styles.length > 0 && (
        <ul class={classes.list}>
          {styles.map((style) => (
            <li key={style.id}>
              <button type="button" class={classes.look} onClick={() => setEditing(style)}>
                <span class={classes.name}>{style.name}</span>
                <span class={classes.words}>{looksWords(style)}</span>
                <Icon name="chevron" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {styles?.length === 0 && <p class={classes.quiet}>There is none yet.</p>}
      <div>
        <Button secondary onClick={() => setEditing('new')}>
          New look
        </Button>
      </div>
    </>
  );
}

function looksWords({ words, seed, stills }: Style): string {
  return [
    words,
    seed === null ? '' : `seed ${seed}`,
    stills.length > 0 ? count(stills.length, 'reference') : '',
  ]
    .filter((each) => each)
    .join(' · ');
}
