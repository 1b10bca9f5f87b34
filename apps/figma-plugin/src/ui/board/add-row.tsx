import { MAX_SHOTS } from '@animatic/schema';
import { DraftSheet } from '../generate/draft-sheet.tsx';
import { newAsk } from '../generate/new-ask.ts';
import { Icon } from '../parts/icon.tsx';
import { Popover } from '../parts/popover.tsx';
import { useSelect, useStore } from '../store/store.ts';
import classes from './add-row.module.css';
import { newWordsShot } from './board.ts';

/** Adds a shot that needs no frame, with a model that takes words where there is one, and puts the caret into it. */
export function useAddWords(): () => void {
  const store = useStore();
  return () => {
    const { models } = store.get();
    const shot = newWordsShot();
    const model = models?.models.find(
      ({ kind, available, takes }) => kind === 'video' && available && takes.words,
    );
    const engine = model && model.engine !== 'images' ? model.engine : 'motion';
    store.dispatch({
      type: 'add-shots',
      shots: [{ ...shot, engine, ask: model ? newAsk(shot, model) : null }],
      at: performance.now(),
    });
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-shot="${CSS.escape(shot.id)}"] textarea`)?.focus(),
    );
  };
}

/** Under the last card: a shot that needs no frame, or a whole storyboard from a line. */
export function AddRow() {
  const full = useSelect((state) => state.history.present.shots.length >= MAX_SHOTS);
  const framed = useSelect((state) => state.history.present.shots.some(({ frame }) => frame !== null));
  const add = useAddWords();
  return (
    <div class={classes.row}>
      <button
        type="button"
        class={classes.button}
        disabled={full}
        title={full ? `A storyboard holds ${MAX_SHOTS} shots` : 'A model makes it from words alone'}
        onClick={add}
      >
        <Icon name="plus" size={12} />
        Add a shot of words
      </button>
      {framed && (
        <Popover
          label="Draft a storyboard"
          title="A storyboard of these frames, from one line"
          class={classes.button}
          face={
            <>
              <Icon name="spark" size={12} />
              Draft a storyboard
            </>
          }
        >
          {(close) => <DraftSheet onClose={close} />}
        </Popover>
      )}
    </div>
  );
}
