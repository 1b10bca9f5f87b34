import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { count } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import { useAddWords } from './add-row.tsx';
import { overLimit } from './board.ts';
import classes from './empty-board.module.css';
import { addWords } from './selection-offer.tsx';

/** Before the first frame: one sentence, a picture of it, one button. */
export function EmptyBoard() {
  const flows = useFlows();
  const selection = useSelect((state) => state.selection);
  const board = useSelect((state) => state.history.present);
  const { frames, refused, onPage } = selection;
  const limit = overLimit(board, frames.length);
  const addWordsShot = useAddWords();
  const tooMany = overLimit(board, onPage, 'lie on this page');
  return (
    <section class={classes.empty} aria-label="Empty storyboard">
      <Picture />
      <h1 class={classes.title}>Make your frames move</h1>
      <p class={classes.words}>
        Select frames on the canvas and add them; then say in a few words what should move in each.
      </p>
      {refused[0] && <p class={classes.problem}>{refused[0].message}</p>}
      {limit ? (
        <p class={classes.problem}>{limit}</p>
      ) : frames.length > 0 ? (
        <Button onClick={flows.addSelected}>{addWords(frames.length)}</Button>
      ) : (
        onPage > 0 &&
        (tooMany ? (
          <p class={classes.problem}>{tooMany}</p>
        ) : (
          <Button secondary onClick={flows.addPage}>
            {onPage === 1 ? 'Add the frame on this page' : `Add all ${count(onPage, 'frame')} on this page`}
          </Button>
        ))
      )}
      <button type="button" class={classes.begin} onClick={addWordsShot}>
        Begin with words alone
      </button>
    </section>
  );
}

/** Three frames, picked one after the other; the last of them plays. */
function Picture() {
  return (
    <svg class={classes.picture} width="176" height="104" viewBox="0 0 176 104" aria-hidden="true">
      {[0, 1, 2].map((index) => (
        <g key={index} transform={`translate(${8 + index * 56} 12)`}>
          <rect class={classes.page} width="48" height="80" rx="5" />
          <rect class={classes.block} x="7" y="9" width="22" height="4" rx="2" />
          <rect class={classes.block} x="7" y="18" width="34" height="22" rx="3" />
          <g class={classes.rising} style={{ animationDelay: `${index * 0.25}s` }}>
            <rect class={classes.block} x="7" y="46" width="15" height="15" rx="3" />
            <rect class={classes.block} x="26" y="46" width="15" height="15" rx="3" />
            <rect class={classes.block} x="7" y="67" width="34" height="4" rx="2" />
          </g>
          <rect
            class={classes.selected}
            style={{ animationDelay: `${index * 0.25}s` }}
            x="-1"
            y="-1"
            width="50"
            height="82"
            rx="6"
          />
        </g>
      ))}
    </svg>
  );
}
