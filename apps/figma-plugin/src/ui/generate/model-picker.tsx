import type { Model } from '@animatic/schema';
import { useId, useState } from 'preact/hooks';
import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { money } from '../parts/money.ts';
import { useSelect } from '../store/store.ts';
import classes from './model-picker.module.css';

interface ModelPickerProps {
  /** A model's id; null: exact. */
  chosen: string | null;
  /** False where there is nothing to move exactly. */
  exact: boolean;
  onChoose: (model: Model | null) => void;
}

/** What makes a shot: ours, or one of the server's models; those that cannot be asked are shown with why. */
export function ModelPicker({ chosen, exact, onChoose }: ModelPickerProps) {
  const flows = useFlows();
  const models = useSelect((state) => state.models);
  const problem = useSelect((state) => state.modelsProblem);
  const signedIn = useSelect((state) => state.token !== null);
  const [open, setOpen] = useState(chosen === null);
  const name = useId();
  const videos = models?.models.filter(({ kind }) => kind === 'video') ?? [];
  const sorted = [
    ...videos.filter(({ available }) => available),
    ...videos.filter(({ available }) => !available),
  ];
  const known = videos.find(({ id }) => id === chosen);
  if (!open)
    return (
      <button type="button" class={classes.closed} aria-expanded="false" onClick={() => setOpen(true)}>
        <span class={classes.name}>{known?.name ?? chosen}</span>
        <span class={classes.quiet}>{known?.provider.name}</span>
        <span class={classes.change}>Change</span>
      </button>
    );
  const pick = (model: Model | null) => {
    onChoose(model);
    if (model) setOpen(false);
  };
  return (
    <fieldset class={classes.list} aria-label="Made by">
      {exact && (
        <Row
          name={name}
          title="Exact motion"
          detail="What you drew is what moves, to the pixel. Free, offline."
          checked={chosen === null}
          onChoose={() => pick(null)}
        />
      )}
      {sorted.map((model) => (
        <Row
          key={model.id}
          name={name}
          title={model.name}
          detail={model.available ? model.provider.name : (model.why ?? 'It cannot be asked now.')}
          price={model.price === null ? '' : `${money(model.price)}/s`}
          checked={model.id === chosen}
          disabled={!model.available}
          onChoose={() => pick(model)}
        />
      ))}
      {!signedIn ? (
        <p class={classes.note}>
          Models are asked by your Animatic server.{' '}
          <button type="button" class={classes.link} onClick={flows.connect}>
            Connect to see them
          </button>
        </p>
      ) : problem ? (
        <p class={classes.note}>
          {problem.detail ?? problem.title}{' '}
          <button type="button" class={classes.link} onClick={() => void flows.models.read()}>
            Try again
          </button>
        </p>
      ) : (
        models &&
        !videos.some(({ available }) => available) && (
          <p class={classes.note}>
            A model needs a key on the server. With one, a shot can become living footage from this frame or
            from words.
          </p>
        )
      )}
      {signedIn && !models && !problem && <p class={classes.note}>Reading the server’s models…</p>}
    </fieldset>
  );
}

interface RowProps {
  name: string;
  title: string;
  detail: string;
  price?: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
}

function Row({ name, title, detail, price, checked, disabled, onChoose }: RowProps) {
  return (
    <label class={`${classes.row} ${disabled ? classes.off : ''}`} title={detail}>
      <input
        type="radio"
        class={classes.radio}
        name={name}
        aria-label={`${title}. ${detail}`}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span class={classes.words}>
        <span class={classes.name}>{title}</span>
        <span class={classes.detail}>{detail}</span>
      </span>
      {price && <span class={classes.price}>{price}</span>}
      {checked && <Icon name="check" size={12} />}
    </label>
  );
}
