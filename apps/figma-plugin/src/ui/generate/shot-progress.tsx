import { useFlows } from '../flow/flows.ts';
import { sum } from '../flow/running.ts';
import { Icon } from '../parts/icon.tsx';
import { price } from '../parts/money.ts';
import { Popover } from '../parts/popover.tsx';
import { Progress } from '../parts/progress.tsx';
import { ToolButton } from '../parts/tool-button.tsx';
import { count } from '../parts/units.ts';
import type { MadeRowProps } from './made-row.tsx';
import { ReviewSheet } from './review-sheet.tsx';
import classes from './shot-progress.module.css';
import { isWorking, type ShotState } from './shot-state.ts';
import { TakesSheet } from './takes-sheet.tsx';

/** How far a generated shot is, with the one thing that helps beside it. */
export function ShotProgress(props: MadeRowProps & { state: ShotState }) {
  const { shot, name, state } = props;
  const flows = useFlows();
  const takes = shot.takes.length > 0 && (
    <Popover
      wide
      label={`Takes of ${name}`}
      title="Takes side by side"
      class={classes.act}
      face={state.step === 'made' && state.takes.length > 1 ? count(state.takes.length, 'take') : 'Takes'}
    >
      {(close) => <TakesSheet {...props} onClose={close} />}
    </Popover>
  );
  switch (state.step) {
    case 'cannot':
      return (
        <p class={`${classes.line} ${classes.problem}`} role="status">
          <Icon name="warning" size={12} />
          <span class={classes.words}>{state.words}</span>
          {takes}
        </p>
      );
    case 'unmade':
      return takes ? (
        <p class={classes.line} role="status">
          <span class={classes.words}>Changed since it was made</span>
          {takes}
        </p>
      ) : null;
    case 'making': {
      const working = state.takes.flatMap(({ generation }) =>
        generation && isWorking(generation) ? generation : [],
      );
      return (
        <div class={classes.making}>
          <p class={classes.line} role="status">
            <span class={classes.words}>{state.words}</span>
            <ToolButton
              label={`Cancel ${name}`}
              icon="close"
              onClick={() => {
                for (const { id } of working) void flows.generations.cancel(shot.id, id);
              }}
            />
          </p>
          <Progress label={`${name}: ${state.words}`} value={state.progress} />
        </div>
      );
    }
    case 'failed': {
      const { generation } = state;
      const failed = state.takes.flatMap(({ generation: each }) =>
        each?.state === 'failed' || each?.state === 'cancelled' ? each : [],
      );
      const cancelled = generation.state === 'cancelled' && !generation.error;
      return (
        <div class={`${classes.box} ${classes.failed}`} role="alert">
          <p>
            {cancelled
              ? 'Cancelled before it was made.'
              : (generation.error?.message ?? 'It could not be made.')}{' '}
            {generation.error?.advice && <span class={classes.advice}>{generation.error.advice}</span>}
          </p>
          <p class={classes.acts}>
            <button
              type="button"
              class={classes.act}
              onClick={() =>
                flows.retryShot(
                  shot.id,
                  failed.map(({ id }) => id),
                )
              }
            >
              Retry this shot · {price(sum(failed))}
            </button>
            {takes}
          </p>
        </div>
      );
    }
    case 'review':
      return (
        <div class={`${classes.box} ${classes.review}`} role="alert">
          <p>
            <b>Needs your decision.</b> {state.generation.review?.reason}
          </p>
          <p class={classes.acts}>
            <Popover
              label={`Decide on ${name}`}
              class={classes.act}
              face={`Decide · again ${price(state.generation.review?.again ?? null)}`}
            >
              {(close) => (
                <ReviewSheet
                  generation={state.generation}
                  onDecide={(decision, vendorId) =>
                    void flows.generations.review(shot.id, state.generation.id, decision, vendorId)
                  }
                  onClose={close}
                />
              )}
            </Popover>
            {takes}
          </p>
        </div>
      );
    case 'made':
      return (
        <p class={classes.line} role="status">
          <Icon name="check" size={12} />
          <span class={classes.words}>
            {state.takes.length > 1 ? `Take ${(shot.ask?.chosen ?? 0) + 1} is shown` : 'Made'}
          </span>
          {takes}
        </p>
      );
  }
}
