import type { Model, Style } from '@animatic/schema';
import type { StoredAsk, StoredShot } from '../../protocol/index.ts';
import { isGenerated } from '../derive/shot-generation.ts';
import { useFlows } from '../flow/flows.ts';
import { price } from '../parts/money.ts';
import { Segments } from '../parts/segments.tsx';
import { Select } from '../parts/select.tsx';
import { Switch } from '../parts/switch.tsx';
import { seconds } from '../parts/units.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './ask-sheet.module.css';
import { startWords } from './ask-words.ts';
import { FitChoice } from './fit-choice.tsx';
import type { MadeRowProps } from './made-row.tsx';
import { ModelPicker } from './model-picker.tsx';
import { NamesField } from './names-field.tsx';
import { askFor, newAsk, sidesOf, startOf, startsOf } from './new-ask.ts';
import { NumberField } from './number-field.tsx';
import type { ShotState } from './shot-state.ts';

/** Exact, or what a model is asked: only what that model takes can be chosen. */
export function AskSheet({
  shot,
  name,
  follows,
  hasNext,
  state,
  onChange,
}: MadeRowProps & { state: ShotState | null }) {
  const models = useSelect((all) => all.models);
  const styles = useSelect((all) => all.styles);
  const ask = isGenerated(shot) ? shot.ask : null;
  const model = models?.models.find(({ id }) => id === ask?.model);
  const choose = (wanted: Model | null) => {
    if (!wanted) return onChange({ engine: 'motion' });
    if (wanted.engine === 'images') return;
    const starts = startsOf(shot, wanted, follows, hasNext);
    const before = shot.ask;
    onChange({
      engine: wanted.engine,
      ask: before ? askFor(before, wanted, starts) : newAsk(shot, wanted),
    });
  };
  const change = (values: Partial<StoredAsk>, tag?: string) =>
    ask && onChange({ ask: { ...ask, ...values } }, tag && `${tag}:${shot.id}`);
  return (
    <div class={classes.sheet}>
      <ModelPicker chosen={ask?.model ?? null} exact={shot.frame !== null} onChoose={choose} />
      {ask && model && (
        <Settings
          shot={shot}
          name={name}
          ask={ask}
          model={model}
          styles={styles ?? []}
          starts={startsOf(shot, model, follows, hasNext)}
          onChange={change}
        />
      )}
      {ask && models && !model && (
        <p class={classes.hint}>The server no longer knows {ask.model}. Choose another model.</p>
      )}
      {ask && <Foot ask={ask} state={state} />}
    </div>
  );
}

interface SettingsProps {
  shot: StoredShot;
  name: string;
  ask: StoredAsk;
  model: Model;
  styles: readonly Style[];
  starts: ReturnType<typeof startsOf>;
  onChange: (values: Partial<StoredAsk>, tag?: string) => void;
}

function Settings({ shot, name, ask, model, styles, starts, onChange }: SettingsProps) {
  const { from } = ask;
  const sides = sidesOf(model);
  const shown = starts.includes(from.kind) ? starts : [...starts, from.kind];
  const newest = shot.takes[0]?.generation ?? '';
  const style = styles.find(({ id }) => id === ask.style);
  return (
    <>
      <hr class={classes.rule} />
      <Row label="Starts from">
        <Select
          wide
          label={`What ${name} starts from`}
          value={from.kind}
          options={shown.map((kind) => ({ value: kind, text: startWords[kind] }))}
          onChange={(value) => {
            const kind = shown.find((each) => each === value);
            if (kind) onChange({ from: startOf(kind, from, newest) });
          }}
        />
      </Row>
      {(from.kind === 'still' || from.kind === 'between') && (
        <Row label="Fit">
          <FitChoice name={name} value={from.fit} onChange={(fit) => onChange({ from: { ...from, fit } })} />
        </Row>
      )}
      <Row label="Length">
        {model.durations.length > 0 && model.durations.length <= 5 ? (
          <Segments
            wide
            label={`Seconds of ${name}`}
            value={String(ask.seconds)}
            options={model.durations.map((value) => ({ value: String(value), text: seconds(value) }))}
            onChange={(value) => onChange({ seconds: Number(value) })}
          />
        ) : model.durations.length > 0 ? (
          <Select
            wide
            label={`Seconds of ${name}`}
            value={String(ask.seconds)}
            options={model.durations.map((value) => ({ value: String(value), text: seconds(value) }))}
            onChange={(value) => onChange({ seconds: Number(value) })}
          />
        ) : (
          <NumberField
            label={`Seconds of ${name}`}
            value={ask.seconds}
            min={0.5}
            max={60}
            onChange={(value) => onChange({ seconds: value ?? 5 }, 'seconds')}
          />
        )}
      </Row>
      {sides.length > 1 && (
        <Row label="Size">
          <Select
            wide
            label={`Size of ${name}`}
            value={String(ask.resolution ?? '')}
            options={[
              { value: '', text: 'Nearest to the clip' },
              ...sides.map((side) => ({ value: String(side), text: `${side}p` })),
            ]}
            onChange={(value) => onChange({ resolution: value ? Number(value) : undefined })}
          />
        </Row>
      )}
      {model.maxVariations > 1 && (
        <Row label="Takes">
          <Segments
            wide
            label={`How many takes of ${name}`}
            value={String(ask.variations)}
            options={Array.from({ length: Math.min(4, model.maxVariations) }, (_, index) => ({
              value: String(index + 1),
              text: String(index + 1),
            }))}
            onChange={(value) =>
              onChange({
                variations: Number(value),
                chosen: Math.min(ask.chosen, Number(value) - 1),
              })
            }
          />
        </Row>
      )}
      {styles.length > 0 && (
        <Row label="Look">
          <Select
            wide
            label={`Look of ${name}`}
            value={ask.style ?? ''}
            options={[
              { value: '', text: 'None' },
              ...styles.map(({ id, name: text }) => ({ value: id, text })),
            ]}
            onChange={(value) => onChange({ style: value || undefined })}
          />
        </Row>
      )}
      {model.takes.seed && (
        <Row label="Seed">
          <NumberField
            whole
            label={`Seed of ${name}`}
            value={ask.seed}
            min={0}
            max={2_147_483_647}
            placeholder={style?.seed != null ? `${style.seed}, of the look` : 'Any'}
            onChange={(seed) => onChange({ seed }, 'seed')}
          />
        </Row>
      )}
      {model.takes.characters && (
        <Row label="Characters">
          <NamesField
            label={`Characters in ${name}`}
            value={ask.characters}
            most={4}
            onChange={(characters) => onChange({ characters }, 'characters')}
          />
        </Row>
      )}
      <Row label="Begin after">
        <NumberField
          label={`Seconds passed over at the beginning of ${name}`}
          value={ask.trimStart}
          min={0}
          max={Math.max(0, ask.seconds - 0.5)}
          unit="s"
          onChange={(value) => onChange({ trimStart: value ?? 0 }, 'trim')}
        />
        <span class={classes.quiet}>trimming costs nothing</span>
      </Row>
      {model.takes.sound && (
        <Switch
          label="Sound"
          detail={ask.sound ? 'The footage’s own, at the clip’s level' : 'Silent'}
          checked={ask.sound}
          onChange={(sound) => onChange({ sound })}
        />
      )}
      <Switch
        label="Seamless loop"
        detail="Its end passes into its beginning"
        checked={ask.loop}
        onChange={(loop) => onChange({ loop })}
      />
    </>
  );
}

function Row({ label, children }: { label: string; children: preact.ComponentChildren }) {
  return (
    <div class={classes.row}>
      <span aria-hidden="true" class={classes.label}>
        {label}
      </span>
      {children}
    </div>
  );
}

/** What it costs, before anything is spent, or why it cannot be asked. */
function Foot({ ask, state }: { ask: StoredAsk; state: ShotState | null }) {
  const store = useStore();
  const flows = useFlows();
  const pretend = useSelect((all) => all.models?.pretend ?? false);
  return (
    <>
      <hr class={classes.rule} />
      {state?.step === 'cannot' ? (
        <p class={classes.problem} role="alert">
          {state.words}
        </p>
      ) : state?.step === 'made' ? (
        <p class={classes.hint}>Made as it is asked here: rendering again costs nothing.</p>
      ) : (
        <p class={classes.cost}>
          <span>{ask.variations > 1 ? `${ask.variations} takes` : 'One take'}</span>
          <span class={classes.amount}>
            {state?.step === 'unmade' ? (state.cost === undefined ? '…' : price(state.cost)) : 'asked'}
          </span>
        </p>
      )}
      <p class={classes.hint}>
        {pretend ? 'A stand-in makes up the clips here. ' : 'The words above are its prompt. '}
        <button
          type="button"
          class={classes.link}
          onClick={() => {
            void flows.models.readSpending();
            store.dispatch({ type: 'set', values: { screen: 'models' } });
          }}
        >
          Models, looks, budget
        </button>
      </p>
    </>
  );
}
