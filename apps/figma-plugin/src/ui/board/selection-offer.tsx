import { Button } from '@create-figma-plugin/ui';
import { useFlows } from '../flow/flows.ts';
import { Icon } from '../parts/icon.tsx';
import { count } from '../parts/units.ts';
import { useSelect } from '../store/store.ts';
import { overLimit } from './board.ts';
import classes from './selection-offer.module.css';

/** `Add frame`, `Add 3 frames`. */
export function addWords(frames: number): string {
  return frames === 1 ? 'Add frame' : `Add ${frames} frames`;
}

/** Selecting something else never changes the board: it is offered here. */
export function SelectionOffer() {
  const flows = useFlows();
  const selection = useSelect((state) => state.selection);
  const board = useSelect((state) => state.history.present);
  const known = new Set(board.shots.map((shot) => shot.frame));
  const fresh = selection.frames.filter((frame) => !known.has(frame.id));
  const limit = overLimit(board, fresh.length);
  const [refusal] = selection.refused;
  if (fresh.length === 0 && !refusal) return null;
  return (
    <div class={classes.offer} role="status">
      {fresh.length > 0 && (
        <div class={classes.row}>
          <Icon name="frame" />
          <span class={classes.words}>
            {fresh.length === 1 ? (
              fresh[0]?.name
            ) : (
              <>
                {count(fresh.length, 'frame')} selected
                <span class={classes.quiet}>
                  {selection.order === 'prototype' ? ' · prototype order' : ' · reading order'}
                </span>
              </>
            )}
          </span>
          {!limit && (
            <Button secondary onClick={flows.addSelected}>
              {addWords(fresh.length)}
            </Button>
          )}
        </div>
      )}
      {limit && <p class={classes.refusal}>{limit}</p>}
      {refusal && (
        <p class={classes.refusal}>
          {refusal.message}
          {selection.refused.length > 1 && ` So are ${selection.refused.length - 1} more left out.`}
        </p>
      )}
    </div>
  );
}
