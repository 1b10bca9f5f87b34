import { Button } from '@create-figma-plugin/ui';
import type { Derived } from '../derive/derived.ts';
import { useFlows } from '../flow/flows.ts';
import { blocker } from '../flow/running.ts';
import { price } from '../parts/money.ts';
import { Notice, ProblemNotice } from '../parts/notice.tsx';
import { Progress } from '../parts/progress.tsx';
import { count, seconds } from '../parts/units.ts';
import { useSelect, useStore } from '../store/store.ts';
import { AlsoChoice } from './also-choice.tsx';
import { jobProgress, jobWords } from './job-words.ts';
import { priceLine } from './price-line.ts';
import classes from './render-bar.module.css';
import { SavingBar } from './saving-bar.tsx';

/** The foot of the board: the clip as a file or as a render, and what becomes of it. The board stays usable above it all the while. */
export function RenderBar({ derived }: { derived: Derived }) {
  const store = useStore();
  const length = derived.seconds;
  const flows = useFlows();
  const job = useSelect((state) => state.job);
  const saving = useSelect((state) => state.saving);
  const shots = useSelect((state) => state.history.present.shots.length);
  const board = useSelect((state) => state.history.present);
  const estimate = useSelect((state) => state.estimate);
  const estimateProblem = useSelect((state) => state.estimateProblem);
  const pricing = useSelect((state) => state.pricing);
  const { total, left, over } = priceLine(estimate);
  const blocked = blocker(board, derived);
  const generated = derived.shots.some(({ generation }) => generation);
  if (job?.step === 'failed')
    return (
      <footer class={classes.bar}>
        {job.again ? (
          <Notice
            tone="danger"
            title={job.problem.title}
            detail={job.problem.detail}
            onDismiss={flows.cancelRender}
          >
            <Button secondary onClick={flows.retryRender}>
              {`${job.again.shots === 1 ? 'Retry this shot' : `Retry ${job.again.shots} shots`} · ${price(job.again.cost)}`}
            </Button>
          </Notice>
        ) : (
          <ProblemNotice problem={job.problem} onRemedy={flows.retryRender} onDismiss={flows.cancelRender} />
        )}
      </footer>
    );
  if (job) {
    const { title, detail } = jobWords(job);
    return (
      <footer class={classes.bar}>
        <div class={classes.row}>
          <p class={classes.words} role="status">
            {title}
            {detail && <span class={classes.detail}> · {detail}</span>}
          </p>
          <Button secondary onClick={flows.cancelRender}>
            Cancel
          </Button>
        </div>
        <Progress label={title} value={jobProgress(job)} />
      </footer>
    );
  }
  if (saving) return <SavingBar saving={saving} />;
  return (
    <footer class={classes.bar}>
      {over && (
        <Notice tone="warning" title={over.title} detail={over.detail}>
          <Button secondary onClick={() => store.dispatch({ type: 'set', values: { screen: 'models' } })}>
            Budget
          </Button>
        </Notice>
      )}
      {!over && blocked && <Notice tone="warning" title={blocked.title} detail={blocked.detail} />}
      {!over && estimateProblem && (
        <Notice
          tone="warning"
          title="The price is not known"
          detail={estimateProblem.detail ?? estimateProblem.title}
        />
      )}
      <div class={classes.row}>
        <p class={classes.words}>
          {count(shots, 'shot')}
          <span class={classes.detail}> · {seconds(length)}</span>
          {left && total && <span class={classes.left}>{left}</span>}
        </p>
        {!generated && (
          <Button secondary onClick={flows.save} disabled={shots === 0 || blocked !== null}>
            Save clip
          </Button>
        )}
        <AlsoChoice disabled={shots === 0} />
        <Button onClick={flows.render} disabled={shots === 0 || over !== null || blocked !== null || pricing}>
          {pricing ? 'Render · …' : total ? `Render · ${total}` : 'Render'}
        </Button>
      </div>
    </footer>
  );
}
