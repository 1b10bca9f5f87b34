import type { Style } from '@animatic/schema';
import { Button } from '@create-figma-plugin/ui';
import { useState } from 'preact/hooks';
import { framesOn } from '../board/board.ts';
import { useFlows } from '../flow/flows.ts';
import { NumberField } from '../generate/number-field.tsx';
import { TextArea } from '../parts/text-area.tsx';
import { TextField } from '../parts/text-field.tsx';
import { count } from '../parts/units.ts';
import { useSelect, useStore } from '../store/store.ts';
import classes from './looks-part.module.css';

const MOST_REFERENCES = 8;

/** One look: its name, its words, its seed, and frames of the board as references. */
export function LookForm({ look, onClose }: { look: Style | null; onClose: () => void }) {
  const flows = useFlows();
  const store = useStore();
  const frames = useSelect((state) => state.frames);
  const [name, setName] = useState(look?.name ?? '');
  const [words, setWords] = useState(look?.words ?? '');
  const [seed, setSeed] = useState<number | undefined>(look?.seed ?? undefined);
  const [picked, setPicked] = useState<string[]>([]);
  const [kept, setKept] = useState(look?.stills ?? []);
  const [busy, setBusy] = useState(false);
  const ids = framesOn(store.get().history.present.shots).filter((id) => frames[id]?.thumbnail);
  const room = MOST_REFERENCES - kept.length - picked.length;
  const toggle = (id: string) =>
    setPicked((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const save = async () => {
    setBusy(true);
    const stills = [...new Set([...kept, ...(await flows.framesAsStills(picked))])];
    const good = await flows.models.keepStyle(
      { name: name.trim(), words, stills, seed: seed ?? null },
      look?.id,
    );
    setBusy(false);
    if (good) onClose();
  };
  return (
    <div class={classes.form}>
      <div class={classes.field}>
        <span aria-hidden="true">Name</span>
        <TextField
          label="Name of the look"
          value={name}
          maxLength={80}
          placeholder="Morning studio"
          onInput={setName}
        />
      </div>
      <div class={classes.field}>
        <span aria-hidden="true">Words</span>
        <TextArea
          label="Words of the look"
          rows={3}
          value={words}
          maxLength={1000}
          placeholder="Soft key light from the left, warm greys, 85 mm, shallow focus"
          onInput={setWords}
        />
      </div>
      <div class={classes.field}>
        <span aria-hidden="true">Seed</span>
        <NumberField
          whole
          label="Seed of the look"
          value={seed}
          min={0}
          max={2_147_483_647}
          placeholder="Any"
          onChange={setSeed}
        />
      </div>
      <div class={classes.field}>
        <span>
          References <span class={classes.quiet}>frames of this board</span>
        </span>
        <div class={classes.refs}>
          {kept.length > 0 && (
            <button
              type="button"
              class={classes.ref}
              aria-pressed="true"
              title="Kept before. Press to leave them out"
              onClick={() => setKept([])}
            >
              {count(kept.length, 'kept').replace('kepts', 'kept')}
            </button>
          )}
          {ids.map((id) => (
            <button
              key={id}
              type="button"
              class={classes.ref}
              aria-pressed={picked.includes(id)}
              aria-label={`Reference: ${frames[id]?.description?.name ?? 'frame'}`}
              title={frames[id]?.description?.name}
              disabled={room <= 0 && !picked.includes(id)}
              onClick={() => toggle(id)}
            >
              <img src={frames[id]?.thumbnail ?? ''} alt="" draggable={false} />
            </button>
          ))}
          {ids.length === 0 && kept.length === 0 && (
            <span class={classes.quiet}>Add frames to the board first.</span>
          )}
        </div>
      </div>
      <div class={classes.acts}>
        {look && (
          <Button
            danger
            secondary
            onClick={() => {
              void flows.models.removeStyle(look.id);
              onClose();
            }}
          >
            Delete
          </Button>
        )}
        <span class={classes.spacer} />
        <Button secondary onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={!name.trim()} loading={busy} onClick={() => void save()}>
          Save
        </Button>
      </div>
    </div>
  );
}
