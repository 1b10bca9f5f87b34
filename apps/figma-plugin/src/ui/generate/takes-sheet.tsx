import { useEffect } from 'preact/hooks';
import type { StoredShot, StoredTake } from '../../protocol/index.ts';
import { newShotId, newWordsShot } from '../board/board.ts';
import { currentTakes } from '../derive/shot-generation.ts';
import { useFlows } from '../flow/flows.ts';
import { money } from '../parts/money.ts';
import { seconds } from '../parts/units.ts';
import { useSelect, useStore } from '../store/store.ts';
import type { MadeRowProps } from './made-row.tsx';
import { TakeTile } from './take-tile.tsx';
import classes from './takes-sheet.module.css';

/** A shot's takes side by side, playing: one is chosen; from it come a new take, a remix, an edit, a shot that goes on. */
export function TakesSheet({ shot, name, asked, onChange, onClose }: MadeRowProps & { onClose: () => void }) {
  const store = useStore();
  const flows = useFlows();
  const generations = useSelect((state) => state.generations);
  const model = useSelect((state) => state.models?.models.find(({ id }) => id === shot.ask?.model));
  useEffect(() => flows.lookAtTakes(shot.id), [flows, shot.id]);
  const current = asked && 'generation' in asked ? currentTakes(shot, asked.inputs) : [];
  const now = new Set(current.map(({ generation }) => generation));
  const earlier = shot.takes.filter(({ generation }) => !now.has(generation));
  const shown = current.find(({ variation }) => variation === shot.ask?.chosen);
  const made = shown ?? earlier.find(({ generation }) => generations[generation]?.state === 'done');
  const choose = (take: StoredTake) => {
    onChange(changeTo(shot, take));
    onClose();
  };
  const start = (kind: 'remix' | 'edit') => {
    if (!shot.ask || !made) return;
    onChange({ ask: { ...shot.ask, from: { kind, of: made.generation }, variations: 1, chosen: 0 } });
    onClose();
    focusWords(shot.id);
  };
  const goOn = () => {
    if (!shot.ask) return;
    const next: StoredShot = {
      ...newWordsShot(shot.caption.direction),
      id: newShotId(),
      engine: shot.engine,
      ask: { ...shot.ask, from: { kind: 'extend' }, variations: 1, chosen: 0, take: 0, trimStart: 0 },
    };
    store.dispatch({ type: 'insert-shot', after: shot.id, shot: next, at: performance.now() });
    onClose();
    focusWords(next.id);
  };
  const tile = (take: StoredTake) => {
    const generation = generations[take.generation];
    return (
      <TakeTile
        key={take.generation}
        label={`Take ${take.variation + 1} of ${name}`}
        generation={generation}
        chosen={take === shown}
        words={
          generation
            ? [
                generation.result?.seconds ? seconds(generation.result.seconds) : null,
                generation.cost === null ? null : money(generation.cost),
              ]
                .filter((each) => each)
                .join(' · ')
            : ''
        }
        title={take.words}
        onChoose={() => choose(take)}
      />
    );
  };
  return (
    <div class={classes.sheet}>
      <h2 class={classes.title}>Takes</h2>
      {current.length > 0 && <div class={classes.tiles}>{[...current].sort(byVariation).map(tile)}</div>}
      {earlier.length > 0 && (
        <>
          <h3 class={classes.sub}>Earlier</h3>
          <div class={classes.tiles}>{earlier.map(tile)}</div>
        </>
      )}
      <div class={classes.acts}>
        {shot.ask && (
          <button
            type="button"
            class={classes.act}
            title="The same words once more: other footage, which is paid for"
            onClick={() => {
              if (shot.ask) onChange({ ask: { ...shot.ask, take: newTake(shot) } });
              onClose();
            }}
          >
            New take
          </button>
        )}
        {made && model?.takes.remix && (
          <button type="button" class={classes.act} onClick={() => start('remix')}>
            Remix with other words
          </button>
        )}
        {made && model?.takes.edit && (
          <button type="button" class={classes.act} onClick={() => start('edit')}>
            Edit
          </button>
        )}
        {shot.ask && (model?.takes.extend || model?.takes.firstFrame) && (
          <button
            type="button"
            class={classes.act}
            title="A shot that goes on where this one ends"
            onClick={goOn}
          >
            Extend into a next shot
          </button>
        )}
      </div>
    </div>
  );
}

const byVariation = (a: StoredTake, b: StoredTake) => a.variation - b.variation;

/** One more than was ever asked for. */
const newTake = (shot: StoredShot) =>
  Math.max(0, shot.ask?.take ?? 0, ...shot.takes.map(({ ask }) => ask.take)) + 1;

/** The shot as it was when a take was asked for: that is found, not made. How it is cut stays as it is. */
function changeTo({ caption, ask }: StoredShot, take: StoredTake): Partial<StoredShot> {
  return {
    engine: take.engine,
    caption: { ...caption, direction: take.words },
    ask: {
      ...take.ask,
      chosen: take.variation,
      trimStart: ask?.trimStart ?? take.ask.trimStart,
      loop: ask?.loop ?? take.ask.loop,
    },
  };
}

function focusWords(shot: string) {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-shot="${CSS.escape(shot)}"] textarea`)?.focus(),
  );
}
